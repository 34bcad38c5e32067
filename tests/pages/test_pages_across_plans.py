"""Pages of indicators, zones and organisations: each is there, reachable, and shows what names it."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from page_reader import PageReader

from zoneledger.catalogue import load

PLAN = "anshi-2021"
each_language = pytest.mark.parametrize("prefix", ["", "en/"])
each_kind = pytest.mark.parametrize(
    ("table", "hub"), [("indicators", "indicators/"), ("zones", "zones/"), ("organizations", None)]
)


def read(site: Path, path: str) -> PageReader:
    return PageReader.of(site / path / "index.html")


def links(site: Path, path: str) -> set[str]:
    """Where a page leads, as paths from the site's root; anchors dropped."""
    found = (link.attributes.get("href", "").split("#")[0] for link in read(site, path).all("a"))
    return {
        posixpath.normpath(posixpath.join(path, address)) + "/" for address in found if address and ":" not in address
    }


@each_language
@each_kind
def test_every_row_has_a_page_that_can_be_reached(
    site: Path, small_root: Path, prefix: str, table: str, hub: str | None
) -> None:
    catalogue = load(small_root)
    rows = catalogue.rows(table)
    assert rows
    for row in rows:
        path = f"{prefix}{table}/{row.text('id')}/"
        name = row.text("name_en" if prefix else "name_zh")
        assert name.lower() in read(site, path).all("h1")[0].text.lower()
        above = f"{prefix}{hub}" if hub else f"{prefix}agencies/{row.text('agency_type_id')}/"
        assert path in links(site, above)
        address = f"https://example.org/repository/blob/abc123/{row.file}?plain=1#L{row.line}"
        assert any(link.attributes.get("href") == address for link in read(site, path).all("a"))


@each_language
def test_agency_lists_its_organisations_with_links(site: Path, small_root: Path, prefix: str) -> None:
    for row in load(small_root).rows("organizations"):
        agency = site / prefix / "agencies" / row.text("agency_type_id") / "index.html"
        listed = agency.read_text(encoding="utf-8").split(f'id="{row.text("id")}"')[1].split("</th>")[0]
        assert f'href="../../organizations/{row.text("id")}/"' in listed


@each_language
def test_plan_leads_to_all_of_them(site: Path, prefix: str) -> None:
    found = links(site, f"{prefix}plans/{PLAN}/")
    for path in ("indicators/operating-revenue/", "zones/qingshi-etdz/", "organizations/anshi-industry-it/"):
        assert prefix + path in found


@each_language
def test_indicator_shows_each_target_with_its_factor(site: Path, small_root: Path, prefix: str) -> None:
    page = read(site, f"{prefix}indicators/operating-revenue/")
    addresses = {link.attributes.get("href") for link in page.all("a")}
    targets = [row for row in load(small_root).rows("targets") if row["indicator_id"] == "operating-revenue"]
    assert len(targets) == 4
    for row in targets:
        assert f"../../plans/{PLAN}/#{row.text('id')}" in addresses
    assert ("1200 × 1亿" if not prefix else "1,200 × 100 million") in page.text
    assert ("确保" if not prefix else "firm") in page.text


@each_language
def test_related_indicators_lead_both_ways(site: Path, prefix: str) -> None:
    one, other = "indicators/large-enterprises/", "indicators/industrial-enterprises/"
    assert prefix + other in links(site, prefix + one)
    assert prefix + one in links(site, prefix + other)
    assert ("更窄" if not prefix else "narrower") in read(site, prefix + one).text
    assert ("更宽" if not prefix else "broader") in read(site, prefix + other).text


@each_language
def test_organisation_shows_duties_names_and_milestones(site: Path, prefix: str) -> None:
    page = read(site, f"{prefix}organizations/anshi-industry-it/")
    addresses = [link.attributes.get("href") for link in page.all("a")]
    for row in ("r001", "r005", "r009", "s001"):
        assert f"../../plans/{PLAN}/#{PLAN}-{row}" in addresses
    assert "市工信局" in {quote.text for quote in page.all("q")}
    assert ("牵头 3" if not prefix else "lead 3") in page.text


@each_language
def test_hub_counts_plans_and_targets(site: Path, prefix: str) -> None:
    rows = [row.text for row in read(site, f"{prefix}indicators/").all("tr")]
    (revenue,) = [row for row in rows if ("区内企业的营业收入" if not prefix else "Total operating revenue") in row]
    assert revenue.endswith("1 4")
