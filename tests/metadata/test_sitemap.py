"""The sitemap holds every page once, in files no longer than the protocol allows, with the date of the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from zoneledger.site.sitemap import MOST, write_sitemap

TOP = "https://x.example/sub/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for prefix in ("", "en/"):
        for path in ("", "plans/", "plans/a/", "plans/b & c/"):
            folder = tmp_path / prefix / path
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").touch()
    return tmp_path


def read(path: Path) -> etree._Element:
    return etree.parse(path).getroot()


def test_one_file_holds_a_small_site(site: Path) -> None:
    write_sitemap(site, TOP, "2026-11-21")
    entries = read(site / "sitemap.xml").findall("s:url", NAMES)
    assert len(entries) == 8
    assert {entry.findtext("s:lastmod", namespaces=NAMES) for entry in entries} == {"2026-11-21"}
    assert entries[0].findtext("s:loc", namespaces=NAMES) == TOP
    links = {link.get("hreflang"): link.get("href") for link in entries[1].findall("x:link", NAMES)}
    assert links == {"zh": TOP, "en": f"{TOP}en/", "x-default": TOP}
    assert "plans/b%20%26%20c/" in (site / "sitemap.xml").read_text("utf-8")
    assert (site / "robots.txt").read_text("utf-8") == f"User-agent: *\nAllow: /\n\nSitemap: {TOP}sitemap.xml\n"
    assert not list(site.glob("sitemap-*"))


def test_a_large_site_has_an_index(site: Path) -> None:
    assert MOST == 50_000
    write_sitemap(site, TOP, "2026-11-21", most=3)
    index = read(site / "sitemap.xml")
    assert etree.QName(index).localname == "sitemapindex"
    named = index.xpath("//s:loc/text()", namespaces=NAMES)
    assert named == [f"{TOP}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [read(site / address.removeprefix(TOP)).xpath("//s:loc/text()", namespaces=NAMES) for address in named]
    assert [len(part) for part in parts] == [3, 3, 2]
    assert len({address for part in parts for address in part}) == 8


def test_without_a_date_none_is_claimed_and_a_page_alone_is_refused(site: Path) -> None:
    write_sitemap(site, TOP)
    assert "lastmod" not in (site / "sitemap.xml").read_text("utf-8")
    (site / "en/plans/a/index.html").unlink()
    with pytest.raises(ValueError, match="plans/a/"):
        write_sitemap(site, TOP)
