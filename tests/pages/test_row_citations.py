"""Every row can be cited: the page's script knows its table and plan, and the address leads to the row."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from page_reader import PageReader

from zoneledger.catalogue import load
from zoneledger.citations import Citing
from zoneledger.revision import Repository

FILE = re.compile(r"datasets/(?:plans/([^/]+)|reference)/(\w+)\.\w+")


@pytest.mark.parametrize(("prefix", "lang"), [("", "zh"), ("en/", "en")])
def test_the_address_of_each_row_leads_to_it(site: Path, small_root: Path, prefix: str, lang: str) -> None:
    citing = Citing(load(small_root), Repository("https://example.org/r", "a" * 40, "main"), "https://example.org/", lang)
    ids: dict[str, list[str]] = {}
    seen: set[str] = set()
    pages = [page for page in site.rglob("index.html") if page.relative_to(site).parts[0] != "en" or prefix]
    for path in pages:
        page = PageReader.of(path)
        links = page.all("a")
        rows = [link for link in links if link.attributes.get("class") == "zl-source"]
        if not rows:
            continue
        (template,) = [one for one in page.all("template") if one.attributes.get("id") == "zl-cite"]
        known = json.loads(template.attributes["data-page"])
        (said,) = [one.attributes for one in page.all("template") if one.attributes.get("id") == "zl-correct"]
        for link in rows:
            # On a plan's page a row names its file alone.
            match = FILE.search(unquote(link.attributes["href"].replace("#", said.get("data-folder", "#"), 1)))
            assert match is not None
            plan, table = match[1] or "", {"plan": "plans"}.get(match[2], match[2])
            assert table in known["tables"] and (not plan or plan in known["plans"]), (path, table)
            cited = citing.row(table, link.attributes.get("data-row") or link.place, plan, match[0], 2)
            address, _, anchor = cited.address.removeprefix(f"https://example.org/{prefix}").partition("#")
            target = site / prefix / address / "index.html"
            ids.setdefault(str(target), PageReader.of(target).ids if str(target) not in ids else [])
            assert not anchor or anchor in ids[str(target)], cited.address
            seen.add(table)
    assert len(seen) > 15


def test_the_formats_stand_on_the_page_without_a_script(site: Path) -> None:
    for path in ("plans/anshi-2021", "data", "."):
        page = PageReader.of(site / path / "index.html")
        (box,) = [one for one in page.all("div") if one.attributes.get("class") == "zl-citing" and "data-cited" in one.attributes]
        codes = {one.attributes["data-format"]: one for one in page.all("code") if one.attributes.get("data-format") and one.text}
        assert set(codes) == {"gb_t_7714", "bibtex", "csl_json"}
        assert "[DS/OL]" in codes["gb_t_7714"].text and codes["bibtex"].text.startswith("@misc{zoneledger")
        item = json.loads("".join(codes["csl_json"].pieces))[0]
        assert item["title"] == json.loads(box.attributes["data-cited"])["title"]


def test_each_table_of_the_dictionary_can_be_cited(site: Path) -> None:
    page = PageReader.of(site / "en" / "dictionary" / "index.html")
    boxes = [json.loads(one.attributes["data-cited"]) for one in page.all("div") if "data-cited" in one.attributes]
    assert len(boxes) > 20
    for cited in boxes:
        assert cited["address"].partition("#")[2] in page.ids
