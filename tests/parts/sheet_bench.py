"""Some pages of two kinds, made from a checkout that tests edit, with what the last time left."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue, load
from zoneledger.pages import PageContext, facet, indicator
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


class Bench:
    """Makes two kinds of pages of a checkout, with what the last time left."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder, theme = root, folder, root / "site" / "theme"
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
        some = {folder: sorted(kind.names(catalogue)) for kind in facet.KINDS if (folder := kind.folder) in FACETS}
        addresses = [f"{folder}/{value}" for folder, values in some.items() for value in values]
        plainly = self.renderers(catalogue, plain, badges)
        found = kept.sheets("indicator", lambda catalogue: indicator.sheets(catalogue, INDICATORS), fill)
        assert list(found) == list(indicator.pages(plainly, INDICATORS))
        found = kept.sheets("facet", lambda catalogue: facet.sheets(catalogue, addresses), fill)
        assert list(found) == list(facet.pages(plainly, addresses))
        return made

    def showing(self, *tables: str, row: str = "") -> set[str]:
        """The addresses of the pages with rows of the plan in some of the tables, or with one row."""
        catalogue = load(self.root)
        every = [*indicator.sheets(catalogue, INDICATORS), *facet.sheets(catalogue)]
        return {
            address(sheet)
            for sheet in every
            for table in tables
            for one in sheet.rows.get(table, ())
            if one["plan_id"] == PLAN and row in ("", one["id"])
        }

    def saying(self) -> dict[str, tuple[object, str]]:
        """What each page is told, and the rows it shows."""
        catalogue = load(self.root)
        every = [*indicator.sheets(catalogue, INDICATORS), *facet.sheets(catalogue)]
        return {address(sheet): (sheet.told, repr(sheet.rows)) for sheet in every}

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
    return told.pager.address(told.pager.number) if isinstance(told, indicator.Told) else f"{told.facet}/{told.value}/"
