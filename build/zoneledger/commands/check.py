"""``zoneledger check``: the data against its schemas and the rules beyond them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import OK, PROBLEMS, lang_option, root_option, show


@click.command("check")
@root_option
@lang_option
def check_command(root: Path, lang: str) -> None:
    """检查数据。 Check every table against its schema and the rules beyond it."""
    from zoneledger import check

    _, report = check.run(root)
    show(report, lang)
    sys.exit(OK if report.ok else PROBLEMS)
