"""The page of an organisation, a zone, an indicator or a city is the same from the plans that name it as from all plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from zoneledger.audit.receipts import load_receipt
from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.records import Table
from zoneledger.catalogue.restriction import GROWING, Restrictions
from zoneledger.facets import KINDS
from zoneledger.facets.concerned import concerned
from zoneledger.pages import SHEETS, agency, facet, indicator, organization, proof, zone
from zoneledger.pages.context import PageContext
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.sheet import Rows, Sheets
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import load_words
from zoneledger.revision import Repository
from zoneledger.site.shell import Page
from zoneledger.views.oddities import Mark, marks
from zoneledger.views.place import places
from zoneledger.views.sibling import siblings
from zoneledger.views.zone import Belongings

Pages = Callable[[Mapping[str, Renderer], list[str]], Iterator[tuple[str, Page]]]
REPOSITORY = Repository("https://example.org/repository", "abc123", "main")


class Workbench:
    """Renders pages of the eight plans, or of some of them."""

    def __init__(self, root: Path) -> None:
        self.whole = load(root)
        self.parts = Restrictions(self.whole)
        receipts = ((plan, load_receipt(self.whole.layout, plan)) for plan in self.whole.plan_files)
        self.context = PageContext(REPOSITORY, receipts={plan: (found, 1) for plan, found in receipts if found})
        theme = root / "site" / "theme"
        self._words, folder, schemas = load_words(theme / "words"), theme / "templates", self.whole.schemas
        self._templates = {lang: Templates(folder, lang, words, schemas) for lang, words in self._words.items()}

    def renderers(self, catalogue: Catalogue, badges: dict[str, tuple[Mark, ...]] | None = None) -> dict[str, Renderer]:
        badges = marks(catalogue) if badges is None else badges
        return {
            lang: Renderer(lang, words, self._templates[lang], catalogue, self.context, badges)
            for lang, words in self._words.items()
        }

    def part(self, plans: tuple[str, ...]) -> Catalogue:
        found = self.parts.to(plans)
        if not plans:
            # nothing leads to what no plan names
            for name in GROWING:
                found.tables[name] = self.whole.tables[name]
        return found


@pytest.fixture(scope="module")
def bench(root: Path) -> Workbench:
    return Workbench(root)


def makers(whole: Catalogue) -> dict[str, Pages]:
    """What makes the pages of some values, with what other plans and the whole lists decide given along."""
    elsewhere, belongings, sitting = siblings(whole), Belongings.of(whole), places(whole)
    return {
        "organizations": lambda renderers, only: organization.pages(renderers, only, elsewhere),
        "zones": lambda renderers, only: zone.pages(renderers, only, belongings),
        "indicators": indicator.pages,
        "cities": lambda renderers, only: facet.pages(renderers, [f"cities/{value}" for value in only], sitting),
    }


@pytest.mark.parametrize("folder", ["organizations", "zones", "indicators", "cities"])
def test_a_page_needs_only_the_plans_that_name_it(bench: Workbench, folder: str) -> None:
    make = makers(bench.whole)[folder]
    kind = next(kind for kind in KINDS if kind.folder == folder)
    full = bench.renderers(bench.whole)
    named = concerned(bench.whole, kind)
    values = {plans: [value for value, those in named.items() if those == plans] for plans in set(named.values())}
    made = 0
    for plans, some in values.items():
        part = bench.renderers(bench.part(plans))
        for value in some:
            own, whole = list(make(part, [value])), list(make(full, [value]))
            assert own == whole, value
            assert {lang for lang, _ in own} == {"zh", "en"}
            made += len(own)
    assert made >= 2 * len(named)
    assert len(values) > 1


def rows_alone(part: Catalogue, rows: Rows) -> Rows:
    """Takes every other row out of the tables that some rows are of; gives these rows as they are then."""
    places = {(table, row.file, row.line) for table, some in rows.items() for row in some}
    for name in rows:
        whole, part.tables[name] = part.tables[name], Table(part.schemas[name])
        for read in whole.files:
            left = [at for at, line in enumerate(read.lines) if (name, read.file, line) in places]
            part.tables[name].add(replace(read, lines=[read.lines[at] for at in left], rows=[read.rows[at] for at in left]))
    found = {(table, row.file, row.line): row for table in rows for row in part.rows(table)}
    return {table: [found[table, row.file, row.line] for row in some] for table, some in rows.items()}


@pytest.mark.parametrize("sheets", SHEETS.values())
def test_a_sheet_needs_only_its_rows_and_what_they_lead_to(
    bench: Workbench, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All else that its page says is told: kept, it holds as long as these rows, the rest of their plans, and that."""
    monkeypatch.setattr(agency, "DUTIES_SHOWN", 40)  # so that some have later pages
    monkeypatch.setattr(proof, "UNITS_LISTED", 120)
    anew, context = load(bench.whole.layout.root), bench.context
    full, again = bench.renderers(bench.whole), [repr(sheet.told) for sheet in sheets(anew, context)]
    made, badges = list(sheets(bench.whole, context)), marks(bench.whole)
    assert [repr(sheet.told) for sheet in made] == again, "nothing there is told by its place in memory"
    assert len(made) > (4 if sheets is proof.sheets else 50)
    for sheet in made:
        part = bench.part(sheet.plans)
        alone = sheet if sheet.others else replace(sheet, rows=rows_alone(part, sheet.rows))
        # badges, which depend on other rows, are known by the row
        own = bench.renderers(part, badges)
        assert list(alone.pages(own)) == list(sheet.pages(full)), sheet.told


def test_without_a_choice_every_page_is_made_once(bench: Workbench) -> None:
    full = bench.renderers(bench.whole)
    every = {page.path: page for lang, page in zone.pages(full) if lang == "en"}
    chosen = {page.path: page for lang, page in zone.pages(full, ["nanchang-etdz"]) if lang == "en"}
    assert len(every) == len(bench.whole.rows("zones"))
    assert chosen == {"zones/nanchang-etdz/": every["zones/nanchang-etdz/"]}


def test_siblings_come_from_other_plans(bench: Workbench) -> None:
    """The one fact of an organisation's page that must be handed in: without it the part's page differs."""
    named = concerned(bench.whole, next(kind for kind in KINDS if kind.folder == "organizations"))
    one = next(value for value, found in siblings(bench.whole).items() if found.shown and named[value])
    part = bench.renderers(bench.part(named[one]))
    whole = bench.renderers(bench.whole)
    assert list(organization.pages(part, [one])) != list(organization.pages(whole, [one]))
