"""Reads a written page for its rows and its links, with nothing of the program."""

from __future__ import annotations

import csv
import html
import posixpath
import re
from pathlib import Path

from scan import LETTERS

_ARTICLE = re.compile(r'<article\b[^>]*id="zl-content".*?</article>', re.DOTALL)
_ROW = re.compile(r"<(?P<tag>tr|li)\b[^>]*>(?P<text>.*?)</(?P=tag)>", re.DOTALL)
_OWN = re.compile(r'href="[./]*plans/[a-z0-9-]+/#(?P<id>[a-z0-9-]+-(?P<letter>[trmspng])\d+)"')
_HREF = re.compile(r'href="(?P<address>[^"#]*)')


def article(site: Path, path: str) -> str:
    """What a page shows between its frame's parts.

    Args:
        site: the site's top folder.
        path: the page below it.
    """
    found = _ARTICLE.search((site / path / "index.html").read_text(encoding="utf-8"))
    assert found, path
    return found[0]


def rows_of(site: Path, path: str) -> dict[str, list[str]]:
    """The ids of the rows a page shows, by table: the first row link of each table row or list item."""
    found: dict[str, list[str]] = {}
    for row in _ROW.finditer(article(site, path)):
        own = _OWN.search(row["text"])
        if own:
            found.setdefault(LETTERS[own["letter"]], []).append(own["id"])
    return found


def all_rows_of(site: Path, path: str) -> dict[str, list[str]]:
    """The ids of the rows of a page and of the numbered pages that continue it."""
    found: dict[str, list[str]] = {}
    further = sorted((each.parent.name for each in (site / path).glob("[0-9]*/index.html")), key=int)
    for place in [path, *(f"{path}{number}/" for number in further)]:
        for table, ids in rows_of(site, place).items():
            found.setdefault(table, []).extend(ids)
    return found


def links_of(site: Path, path: str) -> list[str]:
    """Where a page leads inside the site, from the site's root, queries kept, fragments dropped."""
    addresses = [html.unescape(link["address"]) for link in _HREF.finditer(article(site, path))]
    found = []
    for address in addresses:
        if address and ":" not in address:
            place, mark, query = address.partition("?")
            end = "/" if place.endswith("/") else ""
            found.append(posixpath.normpath(posixpath.join(path, place)) + end + mark + query)
    return found


def csv_of(file: Path) -> list[dict[str, str]]:
    """The rows of a downloaded file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))
