"""What every command shares: its options, its exit codes, and how it speaks."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zoneledger.layout import Layout, is_checkout
from zoneledger.problems import Report, Text

if TYPE_CHECKING:
    from zoneledger.catalogue.selection import Selection
    from zoneledger.check import Shard

OK, PROBLEMS, WRONG_USE = 0, 1, 2


def default_language() -> str:
    """``zh`` where the environment asks for Chinese or for no language (``C``, ``POSIX``), else ``en``."""
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "zh")
    language = re.split("[_.@-]", asked.lower())[0]
    return "zh" if language in ("zh", "c", "posix") else "en"


def _root(_context: click.Context, _parameter: click.Parameter, value: Path) -> Path:
    root = value.resolve()
    if not is_checkout(root):
        raise click.BadParameter(f"{value} 中没有 datasets/ 与 schemas/ / has no datasets/ and schemas/")
    return root


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=_root,
    help="仓库的顶层文件夹，默认当前文件夹。 The checkout's top folder; the current one by default.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default=default_language,
    help="消息的语言，默认取自环境。 Language of messages; from the environment by default.",
)


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    help="输出形式：文本、GitHub 注解、Markdown 摘要、JSON。 Text, GitHub annotations, Markdown summary, or JSON.",
)


names_argument = click.argument("names", nargs=-1, metavar="[FILES|PLANS]...")


def selected(root: Path, names: tuple[str, ...], lang: str) -> Selection:
    """The files and plans that were named on the command line; everything where none was.

    Raises:
        click.BadParameter: a name is no data file and no plan.
    """
    from zoneledger.catalogue.selection import select

    try:
        return select(Layout(root), names)
    except LookupError as error:
        message = Text(f"{error.args[0]} 不是数据文件，也不是计划", f"{error.args[0]} is no data file and no plan")
        raise click.BadParameter(message.of(lang), param_hint="FILES") from error


def show(report: Report, lang: str, root: Path | None = None, form: str = "text", as_of: str = "") -> None:
    """Prints a report to standard output.

    Args:
        report: what was found.
        lang: ``zh`` or ``en``.
        root: the checkout, whose ``mkdocs.yml`` says where the rules' pages are; without it none is named.
        form: one of ``zoneledger.report.FORMATS``.
        as_of: date of the data checked, where known.
    """
    from zoneledger.report import FORMATS, Setting
    from zoneledger.revision import site_address

    site_url = site_address(Layout(root)) if root is not None and (root / "mkdocs.yml").is_file() else ""
    for line in FORMATS[form](report, Setting(lang, site_url, as_of)):
        click.echo(line)


def progress(message: str | Text, lang: str = "zh") -> None:
    """Says on standard error what is being done."""
    click.echo(message.of(lang) if isinstance(message, Text) else message, err=True)


def require_schemas(root: Path, lang: str, form: str = "text") -> None:
    """Ends with a report where the schemas themselves are broken: nothing can be read by them.

    Args:
        root: the checkout.
        lang: the language of the report.
        form: its form, as in ``show``.
    """
    from zoneledger.check import descriptors

    report = Report.of(descriptors.lint(Layout(root).schemas), held_back=True)
    if not report.ok:
        show(report, lang, root, form)
        sys.exit(PROBLEMS)


def turn(text: str) -> Shard:
    """Which of several machines this is, as people type it: ``2/3``.

    Raises:
        click.BadParameter: it is written otherwise.
    """
    from zoneledger.check import Shard

    try:
        return Shard.parse(text)
    except ValueError as error:
        raise click.BadParameter(f"{text}: 1/3, 2/3, 3/3 …", param_hint="--shard") from error
