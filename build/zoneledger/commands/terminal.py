"""What every command shares: its options, its exit codes, and how it speaks."""

from __future__ import annotations

import os
from pathlib import Path

import click

from zoneledger.layout import is_checkout
from zoneledger.problems import Report, Text

OK, PROBLEMS, WRONG_USE = 0, 1, 2


def default_language() -> str:
    """``zh`` where the environment asks for Chinese or says nothing, else ``en``."""
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "zh")
    return "en" if asked.lower().startswith("en") else "zh"


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


def show(report: Report, lang: str) -> None:
    """Prints a report to standard output as text."""
    from zoneledger.report import text

    for line in text.lines(report, lang):
        click.echo(line)


def progress(message: str | Text, lang: str = "zh") -> None:
    """Says on standard error what is being done."""
    click.echo(message.of(lang) if isinstance(message, Text) else message, err=True)
