"""Every row on every page leads to its line; the page has what its script needs to lead on to a form about the row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_reader import PageReader

from zoneledger import pages
from zoneledger.catalogue import Row, load
from zoneledger.host import Host
from zoneledger.revision import Repository
from zoneledger.views.provenance import provenance

PLAN = "anshi-2021"
ON_PLAN_PAGE = (
    "measures",
    "targets",
    "target_relations",
    "responsibilities",
    "milestones",
    "mechanisms",
    "instruments",
    "projects",
    "plan_industries",
    "references",
    "outcomes",
    "rejected_evidence",
)
each_language = pytest.mark.parametrize("prefix", ["", "en/"])


def template(page: PageReader) -> dict[str, str]:
    (found,) = [one for one in page.all("template") if one.attributes["id"] == "zl-correct"]
    return found.attributes


def sources(site: Path, path: str) -> dict[str, str]:
    """By row: the address of its line, as it is written or as the script makes it of what the page says."""
    page = PageReader.of(site / path / "index.html")
    said, found = template(page), {}
    for link in page.all("a"):
        if link.attributes.get("class") == "zl-source":
            address = link.attributes["href"]
            if address.startswith("#"):
                (line,) = re.findall(r"\d+", link.text)
                address = said["data-line"].format(file=said["data-folder"] + address[1:], line=line)
            found[link.attributes.get("data-row") or link.place] = address
    return found


def proved(site: Path, path: str, row: Row, key: str) -> None:
    assert sources(site, path)[key] == f"https://example.org/repository/blob/abc123/{row.file}?plain=1#L{row.line}"


@each_language
@pytest.mark.parametrize("table", ON_PLAN_PAGE)
def test_every_row_of_a_plan_page(site: Path, small_root: Path, prefix: str, table: str) -> None:
    catalogue = load(small_root)
    rows = catalogue.rows(table, PLAN)
    assert rows, f"the fixture has no {table}"
    for row in rows:
        where = provenance(row, catalogue.schemas[table])
        proved(site, f"{prefix}plans/{PLAN}/", row, where.row)


@each_language
def test_the_plan_itself(site: Path, small_root: Path, prefix: str) -> None:
    proved(site, f"{prefix}plans/{PLAN}/", load(small_root).rows("plans")[0], PLAN)


@each_language
@pytest.mark.parametrize(
    ("table", "folder"), [("zones", "zones"), ("organizations", "organizations"), ("indicators", "indicators")]
)
def test_every_page_of_a_shared_list(site: Path, small_root: Path, prefix: str, table: str, folder: str) -> None:
    rows = load(small_root).rows(table)
    assert rows
    for row in rows:
        proved(site, f"{prefix}{folder}/{row.text('id')}/", row, row.text("id"))


@each_language
def test_rows_of_plans_on_other_pages(site: Path, small_root: Path, prefix: str) -> None:
    catalogue = load(small_root)
    target = next(row for row in catalogue.rows("targets") if row["indicator_id"] == "operating-revenue")
    proved(site, f"{prefix}indicators/operating-revenue/", target, target.text("id"))
    linked = catalogue.rows("target_zones")[0]
    named = catalogue.row("targets", linked["target_id"])
    assert named is not None
    proved(site, f"{prefix}zones/{linked.text('zone_id')}/", named, named.text("id"))
    for duty in catalogue.rows("responsibilities"):
        proved(site, f"{prefix}organizations/{duty.text('organization_id')}/", duty, duty.text("id"))
    for alias in catalogue.rows("organization_aliases"):
        path = f"{prefix}organizations/{alias.text('organization_id')}/"
        proved(site, path, alias, f"{PLAN} {alias.text('printed')}")
    for relation in catalogue.rows("indicator_relations"):
        key = provenance(relation, catalogue.schemas["indicator_relations"]).row
        proved(site, f"{prefix}indicators/{relation.text('from_indicator_id')}/", relation, key)


@each_language
def test_an_agency_page_has_them_for_all_it_shows(site: Path, small_root: Path, prefix: str) -> None:
    catalogue = load(small_root)
    kind = catalogue.row("agency_types", "industry-it")
    assert kind is not None
    path = f"{prefix}agencies/industry-it/"
    proved(site, path, kind, "industry-it")
    bodies = [row for row in catalogue.rows("organizations") if row["agency_type_id"] == "industry-it"]
    duties = [row for row in catalogue.rows("responsibilities") if row["organization_id"] in {b["id"] for b in bodies}]
    assert bodies
    assert duties
    for row in (*bodies, *duties):
        proved(site, path, row, row.text("id"))


@each_language
def test_the_dialog_is_there_wherever_a_row_is(site: Path, prefix: str) -> None:
    seen = 0
    for path in (site / prefix).rglob("index.html"):
        page = PageReader.of(path)
        rows = [link for link in page.all("a") if link.attributes.get("class") == "zl-source"]
        dialogs = [one for one in page.all("template") if one.attributes["id"] == "zl-correct"]
        assert len(dialogs) == bool(rows), path
        assert all(link.attributes.get("data-row") or link.place for link in rows), path
        if rows:
            # Without the script there is a way by hand.
            assert "contribute/#report" in "".join(link.attributes.get("href", "") for link in page.all("a")), path
        seen += len(rows)
    assert seen > 100


@each_language
def test_another_repository_is_in_every_address(small_root: Path, rendered: Path, tmp_path: Path, prefix: str) -> None:
    moved = Repository("https://git.example/zones", "abc", "trunk", Host(edit="{base}/-/edit/{branch}/{file}"))
    pages.write(load(small_root), rendered, tmp_path, pages.PageContext(moved), lambda _: None)
    html = (tmp_path / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    assert 'data-report="https://git.example/zones/issues/new?template=wrong-value.yml' in html
    assert 'data-edit="https://git.example/zones/-/edit/trunk/%7Bfile%7D"' in html
    assert "https://example.org/repository" not in html
