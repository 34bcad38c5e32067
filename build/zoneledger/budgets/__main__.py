"""The command behind ``scripts/budgets``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click

from zoneledger.budgets import program
from zoneledger.budgets.measure import Measure
from zoneledger.layout import Layout, is_checkout


@click.command()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option(
    "--browser",
    is_flag=True,
    help="改量浏览器里的反应，用 dist/ 里已生成的网站。 Measure answers in a browser instead, on the site in dist/.",
)
def main(root: Path, browser: bool) -> None:
    """打印各项预算与实测。 Print each budget and what was measured."""
    if not is_checkout(root):
        raise click.BadParameter(f"{root}: datasets/, schemas/ ?")
    if browser:
        # Playwright is among the development packages only.
        from zoneledger.budgets import explorer, paint, search

        site = Layout(root.resolve()).dist / "site"
        lines: Iterable[Measure] = chain(
            paint.measure(site), explorer.measure(site), search.measure(root.resolve(), site)
        )
    else:
        lines = program.measure(root.resolve())
    for line in lines:
        click.echo(str(line))


if __name__ == "__main__":
    sys.exit(main())
