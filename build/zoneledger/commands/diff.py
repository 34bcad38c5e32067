"""``zoneledger diff``: two versions of the datasets, row by row."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from zoneledger.commands.terminal import OK, PROBLEMS, lang_option, require_schemas, root_option
from zoneledger.layout import Layout

FORMATS = ("text", "markdown", "json")


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@root_option
@lang_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式。 Form of the output.")
@click.option(
    "--exit-code", is_flag=True, help="内容有差别时退出码为 1。 Exit with 1 if the content differs; else always 0."
)
def diff_command(base: str, head: str | None, root: Path, lang: str, **options: str | bool) -> None:
    """逐行比较两个版本。 Compare two versions row by row.

    BASE 与 HEAD 是 git 版本（如 main、v0.1.0、提交号）或含 datasets/ 的文件夹；HEAD 默认为当前工作区。

    BASE and HEAD are git revisions (main, v0.1.0, a commit) or folders with datasets/ in them; HEAD is the working tree
    by default.
    """
    from zoneledger.diff import VersionError, compare, read_folder, read_version
    from zoneledger.diff.formats import json, markdown, text

    require_schemas(root, lang, str(options["form"]))
    try:
        old = read_version(base, "base", root)
        new = read_version(head, "head", root) if head is not None else read_folder(root, "head", "working tree")
    except VersionError as error:
        raise click.UsageError(error.message.of(lang)) from error
    difference = compare(old, new, Layout(root))
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: text.write(difference, lang),
        "markdown": lambda: markdown.write(difference, lang),
        "json": lambda: json.write(difference),
    }
    written = forms[str(options["form"])]()
    # As bytes: a Windows terminal would otherwise write its own encoding and line ends into a file.
    click.echo(written.encode("utf-8", "backslashreplace"), nl=False)
    sys.exit(PROBLEMS if options["exit_code"] and difference.content else OK)
