"""Addresses on the repository's host, by its own wording."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import yaml

from zoneledger.host import Host
from zoneledger.layout import Layout
from zoneledger.revision import Repository

REPOSITORY = Repository("https://example.org/repository", "abc123", "main")
GITLAB = {
    "line": "{base}/-/blob/{revision}/{file}#L{line}",
    "edit": "{base}/-/edit/{branch}/{file}",
    "report": "{base}/-/issues/new?issue[title]={title}&issue[description]={row}%0A{anchor}",
    "cell": "%0A{column}%0A{present}",
}


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, keep_blank_values=True)


def test_a_script_can_fill_in_the_line_and_the_row() -> None:
    """The values themselves are filled in by the page's script: tests/browser/test_correct.py."""
    line = REPOSITORY.line("{file}", "{line}")
    assert line.format(file="datasets/x.csv", line=3) == REPOSITORY.line("datasets/x.csv", 3)
    found = query(REPOSITORY.report_pattern.format(title="t", row="r", anchor="a"))
    assert found == {"template": ["wrong-value.yml"], "title": ["t"], "row": ["r"], "anchor": ["a"]}


def configured(tmp_path: Path, root: Path, **keys: str) -> Repository:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (block,) = re.findall(r"\n  repository:\n(?:    .*\n)+", text)
    new = "\n  repository:\n" + "".join(
        f"    {name}: {yaml.safe_dump(value).splitlines()[0]}\n" for name, value in keys.items()
    )
    (tmp_path / "mkdocs.yml").write_text(text.replace(block, new), encoding="utf-8")
    return Repository.of(Layout(tmp_path))


def test_addresses_follow_the_configuration(tmp_path: Path, root: Path) -> None:
    moved = configured(tmp_path, root, url="https://git.example/zones/", branch="trunk")
    assert moved.report_pattern == (
        "https://git.example/zones/issues/new?template=wrong-value.yml&title={title}&row={row}&anchor={anchor}"
    )
    assert moved.edit("datasets/x.csv") == "https://git.example/zones/edit/trunk/datasets/x.csv"
    assert moved.line("datasets/x.csv", 3) == "https://git.example/zones/blob/trunk/datasets/x.csv?plain=1#L3"


def test_another_host_has_its_own_wording(tmp_path: Path, root: Path) -> None:
    moved = configured(tmp_path, root, url="https://git.example/zones", branch="trunk", **GITLAB)
    assert moved.host == Host(**GITLAB)
    assert moved.line("datasets/x.csv", 3) == "https://git.example/zones/-/blob/trunk/datasets/x.csv#L3"
    found = query(moved.report_pattern.format(row="r", anchor="二/(一) | 甲", title="t") + moved.host.cell.format(column="value", present="5"))
    assert found == {"issue[title]": ["t"], "issue[description]": ["r\n二/(一) | 甲\nvalue\n5"]}
