"""Some pages of a few kinds, made from a checkout that tests edit, with what the last time left."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue, load
from zoneledger.pages import PageContext, agency, duty_sheets, facet, indicator, proof
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.sheet import Sheet
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import load_words
from zoneledger.parts.kept import Kept
from zoneledger.parts.stand_in import stood_in
from zoneledger.revision import Repository
from zoneledger.site.shell import Page
from zoneledger.views.oddities import Mark, marks

AT = Repository("https://example.org/repository", "0123456789abcdef" * 3, "main")
CONTEXT = PageContext(AT, "https://example.org/")
#: Enough of the pages to tell: of one plan, of several, and of none.
INDICATORS = ("high-tech-enterprises", "gross-domestic-product", "main-business-revenue", "large-projects-added", "gazelle-enterprises")
FACETS = ("cities", "years", "strengths", "industries")
#: A plan that shares indicators with others.
PLAN, ONE = "wuhan-donghu", "high-tech-enterprises"

Badges = dict[str, tuple[Mark, ...]]
#: Of each kind, its sheets and its pages of some values.
Kind = tuple[Callable[[Catalogue, PageContext], Iterable[Sheet[Any]]], Callable[[Mapping[str, Renderer]], Iterator[tuple[str, Page]]]]


def _addresses(catalogue: Catalogue) -> list[str]:
    some = {folder: sorted(kind.names(catalogue)) for kind in facet.KINDS if (folder := kind.folder) in FACETS}
    return [f"{folder}/{value}" for folder, values in some.items() for value in values]


#: Rows of targets among them; and rows that are shown with other rows of their plan.
ROWS_ALONE: Mapping[str, Kind] = {
    "indicator": (
        lambda catalogue, _: indicator.sheets(catalogue, INDICATORS),
        lambda renderers: indicator.pages(renderers, INDICATORS),
    ),
    "facet": (
        lambda catalogue, _: facet.sheets(catalogue, _addresses(catalogue)),
        lambda renderers: facet.pages(renderers, _addresses(renderers["zh"].catalogue)),
    ),
}
DUTIES: Mapping[str, Kind] = {"agency": (lambda catalogue, _: agency.sheets(catalogue), agency.pages)}


class Bench:
    """Makes a few kinds of pages of a checkout, with what the last time left."""

    def __init__(self, root: Path, folder: Path, kinds: Mapping[str, Kind] = ROWS_ALONE) -> None:
        self.root, self.folder, theme = root, folder, root / "site" / "theme"
        self._kinds = kinds
        schemas, words = load(root).schemas, load_words(theme / "words")
        self._words = words
        self._templates = {lang: Templates(theme / "templates", lang, words[lang], schemas) for lang in words}

    def renderers(self, catalogue: Catalogue, context: PageContext, badges: Badges) -> dict[str, Renderer]:
        return {
            lang: Renderer(lang, words, self._templates[lang], catalogue, context, badges)
            for lang, words in self._words.items()
        }

    def made(self, change: Callable[[Badges], Badges] = dict, beside: str = "", context: PageContext = CONTEXT) -> set[str]:
        """The addresses of the pages that were made; all of them are what is made from nothing, without any keep."""
        catalogue = load(self.root)
        badges, plain = change(marks(catalogue)), replace(context, repository=stood_in(context.repository))
        made: set[str] = set()

        def fill(catalogue: Catalogue, context: PageContext) -> Callable[[Sheet[Any]], Iterator[tuple[str, Page]]]:
            renderers = self.renderers(catalogue, context, badges)

            def pages(sheet: Sheet[Any]) -> Iterator[tuple[str, Page]]:
                for lang, page in sheet.pages(renderers):
                    made.add(page.path)
                    yield lang, page

            return pages

        kept = Kept(self.folder, catalogue, context, beside, badges)
        plainly = self.renderers(catalogue, plain, badges)
        for name, (sheets, pages_of) in self._kinds.items():
            found = kept.sheets(name, sheets, fill)
            assert list(found) == list(pages_of(plainly))
        return made

    def sheets(self) -> Iterator[Sheet[Any]]:
        """Every sheet as the checkout is now."""
        catalogue = load(self.root)
        for sheets, _ in self._kinds.values():
            yield from sheets(catalogue, CONTEXT)

    def showing(self, *tables: str, row: str = "") -> set[str]:
        """The addresses of the pages with rows of the plan in some of the tables, or with one row."""
        return {
            address(sheet)
            for sheet in self.sheets()
            for table in tables
            for one in sheet.rows.get(table, ())
            if one["plan_id"] == PLAN and row in ("", one["id"])
        }

    def saying(self) -> dict[str, tuple[object, str]]:
        """What each page is told, and the rows it shows."""
        return {address(sheet): (sheet.told, repr(sheet.rows)) for sheet in self.sheets()}

    def edit(self, file: str, change: Callable[[list[dict[str, str]]], object]) -> None:
        """Changes the rows of a file of the datasets."""
        path = self.root / "datasets" / file
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        change(rows)
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def address(sheet: Sheet[Any]) -> str:
    told = sheet.told
    if isinstance(told, facet.Told):
        return f"{told.facet}/{told.value}/"
    assert isinstance(told, indicator.Told | agency.Told | duty_sheets.Told | proof.Told)
    return told.pager.address(told.pager.number)
