"""Of a kind that holds no more, those pages alone are made again that show rows of an edited plan, or say something else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from sheet_bench import AT, CONTEXT, ONE, PLAN, Badges, Bench

from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.facets import taking
from zoneledger.pages import SHEETS, PageContext, agency, facet, indicator, proof
from zoneledger.pages.sheet import Rows, Sheet
from zoneledger.parts.kept import Kept
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.oddities import Mark

#: Appended to a figure.
EDITED = "713"


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Everything made once; to be copied, not to be changed."""
    folder = tmp_path_factory.mktemp("sheets")
    for name in ("datasets", "schemas", "site"):
        shutil.copytree(root / name, folder / name)
    bench = Bench(folder, folder / "kept")
    assert len(bench.made()) > 50
    return bench


@pytest.fixture
def bench(first: Bench, tmp_path: Path) -> Bench:
    shutil.copytree(first.root, tmp_path / "copy")
    return Bench(tmp_path / "copy", tmp_path / "copy" / "kept")


def test_nothing_changed(bench: Bench) -> None:
    assert bench.made() == set()


def _figure(rows: list[dict[str, str]]) -> None:
    row = next(row for row in rows if row["indicator_id"] == ONE)
    row["value"] += EDITED


def _swapped(rows: list[dict[str, str]]) -> None:
    places = [place for place, row in enumerate(rows) if row["indicator_id"] == ONE]
    rows.insert(0, rows.pop(places[-1]))


def _removed(rows: list[dict[str, str]]) -> None:
    rows.remove(next(row for row in rows if row["indicator_id"] == ONE))


def _added(rows: list[dict[str, str]]) -> None:
    row = next(row for row in rows if row["indicator_id"] == ONE)
    rows.append({**row, "id": f"{PLAN}-t999"})


@pytest.mark.parametrize("change", [_figure, _swapped, _removed, _added])
def test_an_edit_of_rows(bench: Bench, change: Callable[[list[dict[str, str]]], None]) -> None:
    """The pages that show the row are made anew, those that count one row more or less, and those of rows on another line."""
    before = bench.saying()
    bench.edit(f"plans/{PLAN}/targets.csv", change)
    now, made = bench.saying(), bench.made()
    assert f"indicators/{ONE}/" in made
    assert made == {page for page in now if before.get(page) != now[page]}
    if change is _figure:
        (row,) = (row.text("id") for row in load(bench.root).rows("targets", PLAN) if row.text("value").endswith(EDITED))
        assert made == bench.showing("targets", row=row)
        assert len(made) < 5
    assert bench.made() == set()


def test_another_number_beside_the_same_rows(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that shows a few of very many rows says how many there are."""
    monkeypatch.setattr(taking, "ROWS_SHOWN", 2)
    bench.made(beside="a program that shows few")
    before = bench.saying()
    bench.edit(f"plans/{PLAN}/targets.csv", _added)
    now, made = bench.saying(), bench.made(beside="a program that shows few")
    assert made == {page for page in now if before.get(page) != now[page]}
    same = {page for page in made if page in before and before[page][1] == now[page][1]}
    assert f"indicators/{ONE}/" in same
    assert "strengths/unmarked/" in same


@pytest.mark.parametrize(
    ("table", "column", "showing"),
    [("measures", "title_zh", ("responsibilities",)), ("measures", "summary_zh", None)],
)
def test_an_edit_of_what_rows_lead_to(bench: Bench, table: str, column: str, showing: tuple[str, ...] | None) -> None:
    """Which rows lead there is not known: pages with any row of the plan are made anew, where the kind reads the column."""
    bench.edit(f"plans/{PLAN}/{table}.csv", lambda rows: rows[-1].update({column: rows[-1][column] + "0"}))
    pages = bench.showing("targets", "responsibilities", "milestones", "plan_industries", "projects")
    made = bench.made()
    if showing is None:
        assert made in (set(), pages)
    else:
        assert bench.showing(*showing) <= made <= pages


def test_a_plan_s_short_title(bench: Bench) -> None:
    path = bench.root / "datasets" / "plans" / PLAN / "plan.yml"
    text = path.read_text(encoding="utf-8")
    where = text.index("short_title:")
    path.write_text(text[:where] + text[where:].replace("zh: ", "zh: 又", 1), encoding="utf-8")
    assert load(bench.root).plan_files[PLAN]["short_title"]["zh"].startswith("又")
    made, shown = bench.made(), bench.showing("targets", "responsibilities", "milestones", "plan_industries", "projects")
    assert shown <= made
    # its city's page names the plan, whatever rows it shows
    assert made - shown <= {address for address in made if address.startswith("cities/")}


def test_a_shared_list_s_name(bench: Bench) -> None:
    every = bench.made(beside="all of them")
    bench.edit("reference/units.csv", lambda rows: rows[0].update(symbol_zh=rows[0]["symbol_zh"] + "甲"))
    assert bench.made(beside="all of them") == every


def test_a_term_of_the_glossary(bench: Bench) -> None:
    """Links to its terms stand on every page, whether or not its rows are read."""
    every = bench.made(beside="all of them")
    bench.edit("reference/glossary.csv", lambda rows: rows[0].update(term_zh=rows[0]["term_zh"] + "甲"))
    assert bench.made(beside="all of them") == every


def test_what_all_pages_are_made_with(bench: Bench) -> None:
    """Program, schemas and templates; the address of the site, which pages cite."""
    every = bench.made(beside="another template")
    assert len(every) > 50
    elsewhere = replace(CONTEXT, site_url="https://example.com/")
    assert bench.made(beside="another template", context=elsewhere) == every
    forked = replace(elsewhere, repository=replace(AT, branch="other"))
    assert bench.made(beside="another template", context=forked) == every


def test_another_commit_makes_none_anew(bench: Bench) -> None:
    assert bench.made(context=replace(CONTEXT, repository=replace(AT, revision="f" * 40))) == set()


def test_a_badge(bench: Bench) -> None:
    row = next(row for row in load(bench.root).rows("targets", PLAN) if row["indicator_id"] == ONE)

    def another(badges: Badges) -> Badges:
        return {**badges, row.text("id"): (Mark(Text("奇", "odd"), True),)}

    made = bench.made(another)
    assert made == bench.showing("targets", row=row.text("id"))
    assert f"indicators/{ONE}/" in made
    assert bench.made() == made, "as it was before"


def test_what_was_kept_is_taken_from_edit_to_edit(bench: Bench) -> None:
    row = next(row for row in load(bench.root).rows("targets", PLAN) if row["indicator_id"] == ONE).text("id")
    for _ in range(3):
        bench.edit(f"plans/{PLAN}/targets.csv", _figure)
        assert bench.made() == bench.showing("targets", row=row)


@pytest.mark.parametrize(
    ("file", "column"), [(f"plans/{PLAN}/measures.csv", "summary_en"), ("reference/agency_types.csv", "description_en")]
)
def test_what_no_page_reads_counts_for_none_at_the_next_edit_either(bench: Bench, file: str, column: str) -> None:
    row = next(row for row in load(bench.root).rows("targets", PLAN) if row["indicator_id"] == ONE).text("id")
    bench.edit(file, lambda rows: rows[-1].update({column: rows[-1][column] + "0"}))
    assert bench.made() == set()
    bench.edit(f"plans/{PLAN}/targets.csv", _figure)
    assert bench.made() == bench.showing("targets", row=row)


@pytest.mark.parametrize("harm", ["pages", "shorter", "note", "no note", "columns", "sheets", "other_files"])
def test_what_is_damaged_is_made_again(bench: Bench, harm: str) -> None:
    every = bench.made(beside="all of them")
    bench.edit(f"plans/{PLAN}/targets.csv", _figure)
    for folder in bench.folder.iterdir():
        lines, note = folder / "made", folder / "read.json"
        if harm == "pages":
            lines.write_bytes(lines.read_bytes().replace("目标".encode(), "目禾".encode()))
        elif harm == "shorter":
            lines.write_bytes(lines.read_bytes()[1:])
        elif harm == "note":
            note.write_bytes(note.read_bytes()[:-9])
        elif harm == "no note":
            note.unlink()
        else:
            known = json.loads(note.read_bytes())
            known["said"][harm] = [*known["said"][harm]][:1] if harm == "sheets" else {}
            note.write_text(json.dumps(known))
    assert bench.made(beside="all of them") == every
    assert bench.made(beside="all of them") == set()


def _titles(rows: list[Row]) -> Markup:
    return Markup("、").join(Markup("<p>{}</p>").format(row.text("title_zh")) for row in rows)


def _first(renderers: Any, told: str, rows: Rows) -> Iterator[tuple[str, Page]]:
    yield "zh", Page("first/", told, "", _titles([*rows["measures"]]))


def _second(renderers: Any, told: str, rows: Rows) -> Iterator[tuple[str, Page]]:
    yield "zh", Page("second/", told, "", Markup("、".join(row.text("value") for row in rows["targets"])))


def test_what_only_a_sheet_taken_reads_is_read_all_the_same(bench: Bench) -> None:
    """The titles were read by the first build alone: the next one took the page that shows them."""
    other, made = "zunyi", []

    def sheets(catalogue: Catalogue, _: PageContext) -> Iterator[Sheet[str]]:
        yield Sheet("titles", {"measures": catalogue.rows("measures", other)}, _first)
        yield Sheet("values", {"targets": catalogue.rows("targets", PLAN)}, _second)

    def fill(catalogue: Catalogue, context: PageContext) -> Callable[[Sheet[Any]], Iterator[tuple[str, Page]]]:
        def pages(sheet: Sheet[Any]) -> Iterator[tuple[str, Page]]:
            made.append(sheet.told)
            assert sheet.told == "values" or context.site_url
            return sheet.pages({})

        return pages

    def build(context: PageContext = CONTEXT) -> list[str]:
        made.clear()
        pages = list(Kept(bench.folder, load(bench.root), context, "").sheets("kind", sheets, fill))
        assert pages == list(Kept(bench.folder, load(bench.root), context, "").sheets("kind", sheets, fill))
        assert [page.path for _, page in pages] == ["first/", "second/"]
        return list(made)

    assert build() == ["titles", "values"]
    bench.edit(f"plans/{PLAN}/targets.csv", _figure)
    assert build() == ["values"]
    bench.edit(f"plans/{PLAN}/targets.csv", _figure)
    assert build() == ["values"], "what was taken once is taken again"
    bench.edit(f"plans/{other}/measures.csv", lambda rows: rows[0].update(title_zh=rows[0]["title_zh"] + "甲"))
    assert build() == ["titles"]
    bench.edit(f"plans/{PLAN}/targets.csv", _figure)
    assert build() == ["values"]
    elsewhere = replace(CONTEXT, site_url="https://example.com/")
    assert build(elsewhere) == ["titles", "values"]
    bench.edit(f"plans/{PLAN}/targets.csv", lambda rows: rows[0].update(note_zh="无人读"))
    assert build(elsewhere) == [], "nobody reads notes"


def test_every_such_kind_is_tried() -> None:
    """Those of duties apart, in ``test_duty_sheets``; so is what was proved, in ``test_proof_sheets``."""
    assert set(SHEETS) == {indicator.pages, facet.pages, agency.pages, proof.pages}
