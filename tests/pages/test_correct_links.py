"""Every row on every page leads to its line and to a form that already knows which row it is and where it comes from."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from page_reader import Element, PageReader

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


def form(link: Element) -> dict[str, str]:
    """What the form is filled with, as a browser sends it."""
    address = quote(link.attributes["href"], safe="".join(map(chr, range(33, 127))))
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def reports(site: Path, path: str) -> dict[str, tuple[Element, Element]]:
    """By row: the link to its line and the link to the form, which stand side by side."""
    links = PageReader.of(site / path / "index.html").all("a")
    pairs = pairwise(links)
    return {
        link.attributes["data-row"]: (before, link)
        for before, link in pairs
        if link.attributes.get("class") == "zl-report"
    }


def proved(site: Path, path: str, row: Row, key: str, named: bool = True) -> None:
    """The two links of a row; ``named`` where the second says in its own name which row it is about."""
    source, link = reports(site, path)[key]
    assert source.attributes["href"] == f"https://example.org/repository/blob/abc123/{row.file}?plain=1#L{row.line}"
    assert link.attributes["href"].startswith("https://example.org/repository/issues/new?template=wrong-value.yml&")
    filled = form(link)
    assert filled["row"] == key
    assert key in filled["title"]
    assert not named or key in link.attributes["aria-label"]


@each_language
@pytest.mark.parametrize("table", ON_PLAN_PAGE)
def test_every_row_of_a_plan_page(site: Path, small_root: Path, prefix: str, table: str) -> None:
    catalogue = load(small_root)
    rows = catalogue.rows(table, PLAN)
    assert rows, f"the fixture has no {table}"
    for row in rows:
        where = provenance(row, catalogue.schemas[table])
        proved(site, f"{prefix}plans/{PLAN}/", row, where.row, named=False)
        # The place in the source is left to the script (tests/browser/test_correct.py): there are hundreds of rows.
        address = reports(site, f"{prefix}plans/{PLAN}/")[where.row][1].attributes["href"]
        assert address.endswith("&anchor=") is (table not in ("outcomes", "rejected_evidence"))


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
def test_no_row_without_the_other_link(site: Path, prefix: str) -> None:
    """A link to a line is never alone, and the dialog is there wherever a row is."""
    seen = 0
    for page in (site / prefix).rglob("index.html"):
        reader = PageReader.of(page)
        classes = [link.attributes.get("class") for link in reader.all("a")]
        assert classes.count("zl-source") == classes.count("zl-report"), page
        assert len([t for t in reader.all("template") if t.attributes["id"] == "zl-correct"]) == bool(
            classes.count("zl-report")
        )
        seen += classes.count("zl-report")
    assert seen > 100


@each_language
def test_another_repository_is_in_every_address(small_root: Path, rendered: Path, tmp_path: Path, prefix: str) -> None:
    moved = Repository("https://git.example/zones", "abc", "trunk", Host(edit="{base}/-/edit/{branch}/{file}"))
    pages.write(load(small_root), rendered, tmp_path, pages.PageContext(moved), lambda _: None)
    html = (tmp_path / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    assert "https://git.example/zones/issues/new?template=wrong-value.yml" in html
    assert 'data-edit="https://git.example/zones/-/edit/trunk/%7Bfile%7D"' in html
    assert "https://example.org/repository" not in html


def test_a_hostile_cell_stays_in_its_attribute(small_root: Path, write: Callable[..., Path], tmp_path: Path) -> None:
    shutil.copytree(small_root, tmp_path / "hostile")
    file = tmp_path / "hostile" / "datasets" / "plans" / PLAN / "targets.csv"
    evil = 'x&row=other#"><b>'
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0]["printed"] = evil
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    row = rows[0]["id"]
    link = reports(write(tmp_path / "hostile"), f"indicators/{rows[0]['indicator_id']}/")[row][1]
    assert form(link)["row"] == row
    assert evil in form(link)["anchor"]
