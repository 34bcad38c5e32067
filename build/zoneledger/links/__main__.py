"""``scripts/links``: visit the addresses, then tell of those that are gone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from zoneledger.github.api import Api, ApiError
from zoneledger.layout import Layout
from zoneledger.links import issue
from zoneledger.links.addresses import collect
from zoneledger.links.survey import survey
from zoneledger.links.visit import Verdict, Visit, visit

BODY, GONE = "issue.md", "gone.json"
_folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
_root = click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())


@click.group()
def main() -> None:
    """检查数据和网页里的网址。 Checks the addresses that the data and the pages name."""


@main.command("list")
@_root
def list_command(root: Path) -> None:
    """列出网址和出处，不访问。 List the addresses and who names them; visit none."""
    for address, places in collect(Layout(root.resolve())).items():
        click.echo(f"{address}\t{' '.join(places)}")


@main.command("check")
@_folder
@_root
def check_command(folder: Path, root: Path) -> None:
    """逐个访问，结果写入 FOLDER。 Visit every address and leave the findings in FOLDER; needs no token."""
    places = collect(Layout(root.resolve()))
    visits = survey(places, _told)
    folder.mkdir(parents=True, exist_ok=True)
    gone = [address for address, seen in visits.items() if seen.verdict is Verdict.GONE]
    (folder / BODY).write_text(issue.body(visits, places), encoding="utf-8")
    (folder / GONE).write_text(json.dumps(gone), encoding="utf-8")
    click.echo(f"{len(visits)} 个网址，{len(gone)} 个失效 / {len(visits)} addresses, {len(gone)} gone", err=True)


def _told(address: str) -> Visit:
    seen = visit(address)
    click.echo(f"{seen.verdict.value}\t{seen.detail}\t{address}")
    return seen


@main.command("post")
@_folder
def post_command(folder: Path) -> None:
    """开立、改写或关闭那一条议题。 Open, rewrite or close the one issue; needs GITHUB_TOKEN."""
    gone = json.loads((folder / GONE).read_text(encoding="utf-8"))
    try:
        issue.publish(Api.of(), (folder / BODY).read_text(encoding="utf-8"), bool(gone))
    except ApiError as error:
        click.echo(f"错误：{error.text.zh}\nError: {error.text.en}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
