"""What was noted as read decides pages over all plans: where every other column says something else, they stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from zoneledger import pages
from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.facts import Facts
from zoneledger.catalogue.reading import Fingerprints, Read, begun, read
from zoneledger.catalogue.records import FileRows, Table
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import load_words
from zoneledger.parts.facts import FACTS
from zoneledger.revision import Repository
from zoneledger.site.shell import Page
from zoneledger.views.oddities import marks

NAMES = [pages.name(kind) for kind in pages.OVERVIEW]
CONTEXT = pages.PageContext(Repository("https://example.org/repository", "abc123", "main"))


class Workbench:
    """Renders kinds of pages of the real plans, and of what is left of them where unread columns are shuffled."""

    def __init__(self, root: Path) -> None:
        self.catalogue = load(root)
        self.badges = marks(self.catalogue)
        theme = root / "site" / "theme"
        self.words = load_words(theme / "words")
        schemas = self.catalogue.schemas
        known = {(each.name, plan): each.as_json(self.catalogue, plan) for each in FACTS for plan in self.catalogue.plan_files}
        self.informed = replace(self.catalogue, facts=Facts(lambda name, plan: known[name, plan]))
        self.templates = {lang: Templates(theme / "templates", lang, words, schemas) for lang, words in self.words.items()}

    def pages(self, name: str, catalogue: Catalogue) -> list[tuple[str, Page]]:
        renderers = {
            lang: Renderer(lang, words, self.templates[lang], catalogue, CONTEXT, self.badges)
            for lang, words in self.words.items()
        }
        return list(pages.OVERVIEW[NAMES.index(name)][1](renderers))


@pytest.fixture(scope="module")
def bench(root: Path) -> Iterator[Workbench]:
    with pytest.MonkeyPatch.context() as patch:
        # so that there are types of either kind among the agencies of a few plans
        patch.setattr(pages.agency, "DUTIES_LISTED", 100)
        yield Workbench(root)


def shuffled(catalogue: Catalogue, columns: Read) -> tuple[Catalogue, int]:
    """The datasets with every cell moved to the next row, but for those of some columns and of keys; and how many moved."""
    found, moved = replace(catalogue, tables={}), 0
    for name, table in catalogue.tables.items():
        left = {*columns.get(name, ()), *table.schema.primary_key}
        found.tables[name] = Table(table.schema)
        for each in table.files:
            rows = [list(row) for row in each.rows]
            for column, place in each.where.items():
                if column not in left:
                    for at, row in enumerate(rows):
                        row[place] = each.rows[at - 1][place]
                        moved += row[place] != each.rows[at][place]
            found.tables[name].add(FileRows(each.file, each.plan_id, each.where, each.lines, [tuple(row) for row in rows]))
    return found, moved


def beside_keys(catalogue: Catalogue, columns: Read | None = None) -> Read:
    """What was read, but for keys and plans' ids: they count in any case, and tables remember rows by them."""
    known = {name: {*table.schema.primary_key, "plan_id"} for name, table in catalogue.tables.items()}
    found = read(catalogue) if columns is None else columns
    left = {name: [one for one in asked if one not in known[name]] for name, asked in found.items()}
    return {name: asked for name, asked in left.items() if asked}


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({*NAMES}) == len(pages.OVERVIEW) > 20


@pytest.mark.parametrize("facts", ["known", "computed"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_on_them(bench: Workbench, name: str, facts: str) -> None:
    catalogue = bench.informed if facts == "known" else bench.catalogue
    noted = begun(catalogue)
    before = bench.pages(name, noted)
    columns = read(noted)
    again = begun(catalogue)
    assert bench.pages(name, again) == before
    assert beside_keys(again) == beside_keys(noted, columns), "what was computed for others counts as read, too"
    other, moved = shuffled(catalogue, columns)
    assert before and moved > 1_000
    assert Fingerprints(other).of(columns) == Fingerprints(catalogue).of(columns)
    assert bench.pages(name, other) == before
    assert bench.pages(name, bench.catalogue) == before


@pytest.mark.parametrize("name", ["home", "plans", "explore", "questions", "oddities", "glossary", "agency_summed"])
def test_who_knows_facts_reads_no_figures(bench: Workbench, name: str) -> None:
    """So that an edited figure leaves them as they are, unless it alters a fact."""
    noted = begun(bench.informed)
    assert bench.pages(name, noted)
    assert {"value", "value_max"}.isdisjoint(read(noted).get("targets", ()))


@pytest.mark.parametrize("name", ["home", "indicator", "facet", "agency", "oddities"])
def test_what_was_read_is_on_them(bench: Workbench, name: str) -> None:
    noted = begun(bench.catalogue)
    before = bench.pages(name, noted)
    columns = read(noted)
    columns["targets"].remove("value")
    other, _ = shuffled(bench.catalogue, columns)
    assert bench.pages(name, other) != before


def test_every_way_to_a_cell_is_noted(root: Path) -> None:
    catalogue = begun(load(root))
    table, row = catalogue.tables["targets"], catalogue.rows("targets")[0]
    assert read(catalogue) == {}
    assert row["value"] is not None and row.text("due") and row.values.get("strength")
    assert {name: set(columns) for name, columns in read(catalogue).items()} == {"targets": {"value", "due", "strength"}}
    assert "note_zh" in row.values and row.values.get("no such column") is None and len(row.values) > 10
    assert "note_zh" not in read(catalogue)["targets"]
    every = [field.name for field in table.schema.fields]
    for ask in (
        lambda: dict(row.values),
        lambda: list(row.values.items()),
        lambda: list(row.values.values()),
        lambda: table.files,
        lambda: table.records,
        lambda: list(table),
        lambda: row.values.extended({"more": 1}),  # type: ignore[attr-defined]
    ):
        begun(catalogue)
        ask()
        assert read(catalogue) == {"targets": every}


def test_a_fingerprint_knows_every_cell_of_its_column(small_root: Path) -> None:
    catalogue = load(small_root)
    table = catalogue.tables["targets"]
    columns = {"targets": ["value"]}
    before = Fingerprints(catalogue).of(columns)
    (each,) = table.files
    for at in range(len(each.rows)):
        rows = [list(row) for row in each.rows]
        rows[at][each.where["value"]] += "0"
        other = replace(catalogue, tables={**catalogue.tables, "targets": Table(table.schema)})
        other.tables["targets"].add(replace(each, rows=rows))
        assert Fingerprints(other).of(columns) != before
    assert Fingerprints(load(small_root)).of(columns) == before
