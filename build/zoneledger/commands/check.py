"""``zoneledger check``: the data against its schemas and the rules beyond them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import (
    OK,
    PROBLEMS,
    format_option,
    lang_option,
    names_argument,
    root_option,
    selected,
    show,
)


@click.command("check")
@root_option
@lang_option
@format_option
@names_argument
def check_command(root: Path, lang: str, form: str, names: tuple[str, ...]) -> None:
    """检查数据。 Check every table against its schema and the rules beyond it.

    写明文件或计划，就只检查它们所属的计划与共用清单；共用清单或模式变了，则检查全部。

    With files or plans named, only the plans they belong to are checked, with the shared lists; a shared list or a schema
    concerns everything.
    """
    from zoneledger import check

    catalogue, report = check.run(root, selected(root, names, lang).plans)
    show(report, lang, root, form, as_of=catalogue.as_of if catalogue else "")
    sys.exit(OK if report.ok else PROBLEMS)
