"""What holds on every generated page: frame, anchors, links, languages, policy."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from page_reader import PageReader

PLAN = "plans/anshi-2021/"
AGENCY = "agencies/industry-it/"
PATHS = (
    "", "plans/", PLAN, "agencies/", AGENCY, "organizations/anshi-industry-it/", "organizations/anshi-development-reform/",
    "organizations/", "years/", "years/none/", "strengths/", "strengths/stretch/", "cities/", "industries/",
    "questions/", "questions/no-lead/", "explore/",
    "indicators/", "indicators/operating-revenue/", "indicators/large-enterprises/", "zones/", "zones/qingshi-etdz/",
    "results/", "oddities/", "proof/", "scale/", "data/", "dictionary/",
)  # fmt: skip
#: Written by other stages of the build, or by hand.
ELSEWHERE = ("data/", "search/")

each_page = pytest.mark.parametrize("path", [prefix + path for prefix in ("", "en/") for path in PATHS])


@each_page
def test_frame(site: Path, path: str) -> None:
    page = PageReader.of(site / path / "index.html")
    (heading,) = page.all("h1")
    assert heading.text
    assert page.all("html")[0].attributes["lang"] == ("en" if path.startswith("en/") else "zh")
    assert "zl-slot" not in (site / path / "index.html").read_text(encoding="utf-8")
    headings = [element.attributes.get("id") for tag in ("h2", "h3") for element in page.all(tag)]
    assert all(headings) or path.removeprefix("en/") in ("", "explore/")  # cards have headings of their own
    listed = {link.attributes["href"] for link in page.all("a") if "md-nav__link" in link.attributes.get("class", "")}
    assert all(f"#{identifier}" in listed for identifier in headings if identifier)


@each_page
def test_ids_are_unique(site: Path, path: str) -> None:
    ids = PageReader.of(site / path / "index.html").ids
    assert sorted(ids) == sorted(set(ids))


@each_page
def test_nothing_inline(site: Path, path: str) -> None:
    page = PageReader.of(site / path / "index.html")
    assert not page.all("style")
    for element in page.elements:
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]
    scripts = [script.attributes for script in page.all("script")]
    assert all("src" in script or script.get("type") in ("application/json", "application/ld+json") for script in scripts)


@each_page
def test_links_lead_somewhere(site: Path, path: str) -> None:
    for link in PageReader.of(site / path / "index.html").all("a"):
        address = urlsplit(link.attributes.get("href", ""))
        if address.scheme:
            continue
        place = posixpath.normpath(posixpath.join(path, unquote(address.path))) if address.path else path
        target = site / place
        target = target / "index.html" if target.is_dir() or place.endswith("/") else target
        assert target.is_file(), f"{path}: {link.attributes['href']}"
        if address.fragment and not address.fragment.startswith("__"):
            assert unquote(address.fragment) in PageReader.of(target).ids, f"{path}: {link.attributes['href']}"


@each_page
def test_tables_can_be_reached_by_keyboard(site: Path, path: str) -> None:
    page = PageReader.of(site / path / "index.html")
    regions = [element for element in page.elements if element.attributes.get("class", "").startswith("zl-table")]
    assert len(regions) == len(page.all("table"))
    assert all(region.attributes["tabindex"] == "0" and region.attributes["aria-label"] for region in regions)
