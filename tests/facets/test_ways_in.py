"""Every facet page can be reached from the explore hub, and leads on to the explorer with the very same rows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from page_rows import all_rows_of, links_of
from scan import Scan

each_language = pytest.mark.parametrize("prefix", ["", "en/"])
TABLES = {"targets": "targets", "duties": "responsibilities"}


@pytest.fixture(scope="module")
def explorers(site: Path) -> dict[str, Any]:
    return {name: json.loads((site / "explore" / f"{name}.json").read_text(encoding="utf-8")) for name in TABLES}


@each_language
def test_hubs_reach_every_page(site: Path, scan: Scan, prefix: str) -> None:
    """From home: the explore hub, the hub of each facet, and no further."""
    home = (site / prefix / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="[./]*' + re.escape(f"{prefix}explore/") + '"', home)
    hubs = set(links_of(site, f"{prefix}explore/"))
    for folder, values in scan.items():
        assert f"{prefix}{folder}/" in hubs, folder
        reached = set(links_of(site, f"{prefix}{folder}/"))
        missing = [value for value in values if f"{prefix}{folder}/{value}/" not in reached]
        assert not missing, (folder, missing)


@each_language
def test_every_link_of_a_facet_page_leads_somewhere(site: Path, scan: Scan, prefix: str) -> None:
    for folder, values in scan.items():
        for path in [f"{prefix}{folder}/", *(f"{prefix}{folder}/{value}/" for value in values)]:
            for link in set(links_of(site, path)):
                place = site / urlsplit(link).path
                assert (place / "index.html" if place.is_dir() else place).is_file(), f"{path}: {link}"


def chosen(content: dict[str, Any], query: str) -> list[str]:
    """The ids of the rows that an explorer shows under an address: any value of a facet, all facets at once."""
    columns = {column["id"]: column for column in content["columns"]}
    kept = set(range(content["rows"]))
    for name, (values,) in parse_qs(query).items():
        column = columns[name]
        assert column["facet"], f"{name} is no facet"
        wanted = values.split(",")
        keys = [value[0] for value in column["values"]]
        assert set(wanted) <= set(keys), f"{name} has no {values}"
        for row in list(kept):
            code = column["codes"][row]
            held = [keys[place] for place in column["sets"][code]] if "sets" in column else [keys[code]]
            if not set(held) & set(wanted):
                kept.discard(row)
    return [content["columns"][0]["values"][row] for row in sorted(kept)]


@each_language
def test_the_explorer_opens_with_the_rows_of_the_page(
    site: Path, scan: Scan, explorers: dict[str, Any], prefix: str
) -> None:
    followed = 0
    pages = [f"{prefix}{folder}/{value}/" for folder, values in scan.items() for value in values]
    pages += [f"{prefix}questions/{name}/" for name in ("led-by-industry", "per-mu")]
    for path in pages:
        shown = all_rows_of(site, path)
        opened = set()
        for link in links_of(site, path):
            place, _, query = link.partition("?")
            if query:
                explorer = place.removeprefix(f"{prefix}explore/").rstrip("/")
                assert chosen(explorers[explorer], query) == sorted(shown[TABLES[explorer]]), f"{path}: {link}"
                opened.add(TABLES[explorer])
                followed += 1
        assert opened == set(shown) & set(TABLES.values()), path
    assert followed > 350
