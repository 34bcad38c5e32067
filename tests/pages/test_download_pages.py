"""The page of downloads and a plan's box: every file is there with its size and checksum, and the list of plans ends."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from lxml import html

from zoneledger import packages
from zoneledger.catalogue import load
from zoneledger.pages import downloads
from zoneledger.pages.downloads import reading
from zoneledger.pages.offers import filed


class Write(Protocol):
    """Writes the pages of a checkout."""

    def __call__(self, root: Path) -> Path: ...


PREFIX = {"zh": "", "en": "en/"}


def page(site: Path, lang: str, path: str) -> html.HtmlElement:
    return html.fromstring((site / PREFIX[lang] / path / "index.html").read_text("utf-8"))


def targets(site: Path, lang: str, path: str, links: list[str]) -> list[Path]:
    """The files behind links, fragments apart."""
    folder = site / PREFIX[lang] / path
    return [(folder / link.partition("#")[0]).resolve() for link in links if "://" not in link]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_table_leads_to_a_file_or_page_for_every_purpose(site: Path, lang: str) -> None:
    tree = page(site, lang, "data/")
    (table,) = tree.xpath("//dl[@class='zl-choose']")
    assert len(table.xpath("./div")) == 8
    for purpose in table.xpath("./div"):
        links = purpose.xpath(".//a/@href")
        assert links, purpose.text_content()
        for place in targets(site, lang, "data/", [link for link in links if not link.startswith("#")]):
            assert place.exists(), place
    ids = set(tree.xpath("//@id"))
    assert {link[1:] for link in table.xpath(".//a/@href") if link.startswith("#")} <= ids


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_is_shown_with_size_rows_and_whole_checksum(site: Path, lang: str) -> None:
    tree = page(site, lang, "data/")
    listed = json.loads((site / "data/manifest.json").read_bytes())["files"]
    whole = {each["path"]: each for each in listed if each["plan"] is None and each["kind"] in ("zip", "archive", "file")}
    shown = {}
    for line in tree.xpath("//div[@class='zl-format__files']"):
        (link,) = line.xpath("./a")
        (digest,) = line.xpath(".//code[@class='zl-hash']/text()")
        shown[link.text] = digest
    assert shown == {path: each["sha256"] for path, each in whole.items()}
    assert len(tree.xpath("//section[@class='zl-format']")) == len(packages.FORMATS) + 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_links_of_downloads_lead_somewhere(site: Path, lang: str) -> None:
    plan = sorted(path.name for path in (site / "data/plans").iterdir() if path.is_dir())[0]
    for path in ("data/", f"plans/{plan}/"):
        links = [link for link in page(site, lang, path).xpath("//article//a/@href") if "/data/" in link or "../data/" in link]
        assert len(links) > 5
        for place in targets(site, lang, path, links):
            assert place.exists(), place


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plan_offers_each_format_its_calendar_and_its_answer(site: Path, lang: str) -> None:
    listed = json.loads((site / "data/manifest.json").read_bytes())["files"]
    for plan in sorted({each["plan"] for each in listed if each["plan"]}):
        tree = page(site, lang, f"plans/{plan}/")
        (heading,) = tree.xpath("//h2[@id='data']")
        (box,) = heading.xpath("./following::table[1]")
        sums = set(box.xpath(".//code[@class='zl-hash']/text()"))
        assert len(sums) == len(packages.PLAN_FORMATS)
        assert sums <= {each["sha256"] for each in listed if each["plan"] == plan}
        links = tree.xpath("//p[@class='zl-also']/a/@href")
        assert [link.rpartition("/")[2] for link in links][-2:] == [f"{plan}.json", "datapackage.json"]
        assert (len(links) == 3) == (site / f"feeds/plans/{plan}.{lang}.ics").exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_agency_type_links_to_its_calendar(site: Path, lang: str) -> None:
    linked = 0
    for file in sorted((site / "feeds/agencies").glob(f"*.{lang}.ics")):
        folder = site / PREFIX[lang] / "agencies" / file.name.split(".")[0]
        if folder.is_dir():
            assert f"feeds/agencies/{file.name}" in (folder / "index.html").read_text("utf-8")
            linked += 1
    assert linked


def test_the_list_of_plans_is_cut_and_says_so(small_root: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PLANS_SHOWN", 0)
    for lang in ("zh", "en"):
        tree = page(write(small_root), lang, "data/")
        (after,) = tree.xpath("//h2[@id='plans']/following-sibling::p[1]")
        assert after.xpath("./a/@href") == ["../plans/"]
        (table,) = tree.xpath("//h2[@id='plans']/following::table[1]")
        assert table.xpath("./tbody/tr") == []


def test_a_note_is_taken_apart_into_words_and_code() -> None:
    assert reading("- a `b` c\n- d") == [[(False, "a "), (True, "b"), (False, " c")], [(False, "d")]]
    for form in packages.FORMATS:
        for lang in ("zh", "en"):
            items = reading(form.reading.of(lang))
            assert len(items) >= 2
            assert not any("`" in part for item in items for _, part in item)


def test_offers_are_filed_by_plan_in_one_pass(small_root: Path, tmp_path: Path) -> None:
    written = packages.write(load(small_root), tmp_path)
    offers = filed(written)
    assert sum(len(each.files) for each in offers.values()) == len(written)
    assert [offer.form for offer in offers[""].formats] == list(packages.FORMATS)
    assert offers[""].by_id["xlsx"].archive is not None
    assert offers[""].by_id["csv"].archive is None
    assert filed([]) == {}
    lone = replace(offers[""].files[0], plan_id="x-2020")
    assert [offer.main for offer in filed([lone])["x-2020"].formats] == [lone]
