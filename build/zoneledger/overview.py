"""What a build makes of all plans together: hubs and facets, charts over plans, whole packages, calendars, the search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from zoneledger import api, charts, compare, explorer, facets, feeds, packages, pages, search, social
from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.charts.figure import Figures
from zoneledger.heads import Scope, entries
from zoneledger.pages import Frames, PageContext
from zoneledger.pages.sheet import Sheet
from zoneledger.parts import Gathered, Part, Workplace, documents, spread
from zoneledger.parts.keys import digest
from zoneledger.parts.workshop import Workshop
from zoneledger.remembered import Remembered
from zoneledger.site.shell import Page
from zoneledger.social.card import Card

Progress = Callable[[str], None]

#: As many kinds of pages are made without what most kinds need.
_FEW = 3


@dataclass(frozen=True)
class Overview:
    """Everything the gathering works with.

    Args:
        workshop: the build's catalogue and settings.
        parts: each plan's part, in the order of plans' ids.
        frames: templates and the frames of pages.
        site: the site's top folder; the parts' files are there.
    """

    workshop: Workshop
    parts: Mapping[str, Part]
    frames: Frames
    site: Path

    @cached_property
    def _gathered(self) -> Gathered:
        return self.workshop.gathered(self.parts)

    @property
    def catalogue(self) -> Catalogue:
        """Checked datasets, whole."""
        return self.workshop.catalogue

    @property
    def site_url(self) -> str:
        """The address the site is served at, with a slash at its end."""
        return self.workshop.site_url

    def write(self, progress: Progress) -> None:
        """Writes all of it.

        Args:
            progress: told what is done.
        """
        made = self._spread(self._files(), tuple(_FILES), progress, lambda name: name not in _THREADS)
        cards = self._pages(self._context(made), progress)
        self._previews(cards, progress)

    def _pages(self, context: PageContext, progress: Progress) -> dict[str, Card]:
        """Writes the pages over all plans; gives their previews, by address."""
        kinds = {pages.name(kind): kind for kind in pages.OVERVIEW}
        badges = self.workshop.marks(self.parts)
        kept = self.workshop.kept(context, badges, self._gathered)
        scope = Scope(names=self.workshop.names, entries=kept.value(documents.ENTRIES, entries))
        offered = digest(map(repr, context.downloads))
        made = documents.Documents(self.frames, kept, self._gathered, scope, offered)

        def work(name: str) -> dict[str, Card]:
            hub, write = kinds[name]

            def make(catalogue: Catalogue, context: PageContext) -> Iterator[tuple[str, Page]]:
                return self.frames.linked(write(self.frames.renderers(catalogue, context, badges)))

            def fill(catalogue: Catalogue, context: PageContext) -> Callable[[Sheet[Any]], Iterator[tuple[str, Page]]]:
                renderers = self.frames.renderers(catalogue, context, badges)
                return lambda sheet: self.frames.linked(sheet.pages(renderers))

            sheets = pages.SHEETS.get(write)
            found = kept.sheets(name, sheets, fill) if sheets else kept.pages(name, make)
            parts = made.parts(name, hub, found)
            for part in parts:
                self.workshop.place(part, self.site)
            return documents.cards(parts)

        # what is kept is quicker taken than told to another process
        found = {name: work(name) for name in kinds if kept.digest(name)}
        missing = [name for name in kinds if name not in found]
        if len(missing) > _FEW:
            self.catalogue.type_rows(kept.tables(missing))
        for name, cards in spread(work, missing, self.workshop.jobs, here=lambda _: True):
            progress(kinds[name][0] or "/")
            found[name] = cards
        return {place: card for name in kinds for place, card in found[name].items()}

    def _previews(self, cards: Mapping[str, Card], progress: Progress) -> None:
        """Writes the previews of pages, and beside those that must be drawn the search, which reads the pages."""
        shelf = self.workshop.previews
        rest = social.write_kept(cards, self.site, shelf)
        work = {"social": lambda: social.write(rest, self.site, shelf=shelf), "search": lambda: _search(self)}
        names = [name for name in work if rest or name == "search"]
        self._spread(lambda name: work[name](), names, progress, lambda name: name == "search")

    def _spread(
        self, work: Callable[[str], Any], names: Sequence[str], progress: Progress, here: Callable[[str], bool]
    ) -> dict[str, Any]:
        made = {}
        for name, result in spread(work, names, self.workshop.jobs, here=here):
            progress(f"{name}/")
            made[name] = result
        return made

    def _files(self) -> Callable[[str], Any]:
        return lambda name: _FILES[name](self, self._gathered)

    def extracts(self, name: str) -> Iterator[Any]:
        """What each plan's part says, by name."""
        return (part.extract(name) for part in self.parts.values())

    def _context(self, made: Mapping[str, Any]) -> PageContext:
        downloads = made["data"]
        packages.manifest.write(self.catalogue, downloads, self.site / "data")
        return PageContext(
            repository=self.workshop.repository,
            site_url=self.site_url,
            receipts={
                plan: (Receipt.of_outline(outline), changed)
                for plan, part in self.parts.items()
                for outline, changed in part.extract("receipt")
            },
            figures=made["charts"],
            downloads=downloads,
            calendars=made["feeds"],
        )


def _data(overview: Overview, _: Gathered) -> list[packages.Download]:
    catalogue, parts = overview.catalogue, overview.parts.values()
    of_plans = (part.extract_bytes("package") for part in parts)
    every = chain([packages.shared_part(catalogue)], of_plans)
    cache = overview.workshop.of_program("packages")
    return packages.gather(catalogue, every, overview.site / "data", overview.site_url, cache)


def _charts(overview: Overview, gathered: Gathered) -> Figures:
    def fill(catalogue: Catalogue, workplace: Workplace) -> None:
        pen = charts.Pen(shelf=overview.workshop.shelf)
        figures = charts.overview(catalogue, dict(zip(overview.parts, overview.extracts("charts"), strict=True)), pen)
        charts.write_figures(figures.every(), catalogue, workplace.site)
        charts.write_runtime(workplace.site, pen.shelf)
        workplace.save("figures", figures.as_json())

    part = gathered.part("charts", ["charts"], fill)
    overview.workshop.place(part, overview.site)
    return Figures.of_json(part.extract("figures"))


def _feeds(overview: Overview, gathered: Gathered) -> feeds.Calendars:
    @cache
    def joined() -> feeds.Calendars:
        lines = (partial(part.extract_bytes, "feeds.lines") for part in overview.parts.values())
        return feeds.join(zip(overview.extracts("feeds"), lines, strict=True), overview.catalogue.of(()))

    def survey(_: Catalogue, workplace: Workplace) -> None:
        workplace.save("calendars", joined().as_json())
        workplace.save("files", feeds.said(replace(joined(), plans={})))

    def write(stem: str, catalogue: Catalogue, workplace: Workplace) -> None:
        feeds.write(replace(joined(), plans={}), catalogue, workplace.site, overview.site_url, stem=stem)

    part = gathered.part("feeds", ["feeds"], survey)
    files = [(said, partial(write, stem)) for stem, said in part.extract("files").items()]
    for each in gathered.pieces("calendars", files):
        overview.workshop.place(each, overview.site)
    return feeds.Calendars.of_json(part.extract("calendars"))


def _api(overview: Overview, gathered: Gathered) -> None:
    def of_plans() -> Iterator[bytes]:
        return (part.extract_bytes("api") for part in overview.parts.values())

    for piece in api.PIECES:

        def fill(_: Catalogue, workplace: Workplace, piece: str = piece) -> None:
            api.gather(overview.catalogue, of_plans, workplace.site, overview.site_url, [piece])

        overview.workshop.place(gathered.part(f"api-{piece}", [f"api/{piece}"], fill), overview.site)


def _explore(overview: Overview, gathered: Gathered) -> None:
    for table in explorer.TABLES:
        name = f"explorer-{table}"

        def fill(catalogue: Catalogue, workplace: Workplace, table: str = table, name: str = name) -> None:
            shared = explorer.extract_shared(catalogue)
            explorer.gather_table(table, overview.extracts(name), shared, workplace.site)

        overview.workshop.place(gathered.part(name, [name], fill), overview.site)


def _compare(overview: Overview, gathered: Gathered) -> None:
    def fill(catalogue: Catalogue, workplace: Workplace) -> None:
        compare.gather([*overview.extracts("compare")], compare.extract_shared(catalogue), workplace.site)

    overview.workshop.place(gathered.part("compare", ["compare"], fill), overview.site)


def _facets(overview: Overview, gathered: Gathered) -> None:
    for table in facets.TABLES:
        name = f"facets-{table}"

        def fill(_: Catalogue, workplace: Workplace, table: str = table, name: str = name) -> None:
            facets.gather_table(table, overview.extracts(name), workplace.site)

        overview.workshop.place(gathered.part(name, [name], fill), overview.site)


def _search(overview: Overview) -> None:
    workshop = overview.workshop
    pages_read = Remembered(workshop.of_program("webpages") / "known")
    shared = search.extract_shared(overview.catalogue, overview.site, pages_read)
    pages_read.close()
    last = search.Last(workshop.last_site / search.FOLDER, workshop.cache / "search" / "written.json")
    kept = search.Kept(workshop.of_program("postings"))
    plans = [search.Source(plan, part.key, partial(part.extract, "search")) for plan, part in overview.parts.items()]
    extracts = search.Extracts(shared, plans, last, kept)
    search.gather(overview.catalogue, extracts, overview.site)


#: Files that need no page, by the folder they are written to; the longest work first.
_FILES: Mapping[str, Callable[[Overview, Gathered], Any]] = {
    "data": _data,
    "charts": _charts,
    "feeds": _feeds,
    "api": _api,
    "explore": _explore,
    "compare": _compare,
    "facets": _facets,
}
#: Of them those that start threads: a renderer, a writer of columns.
_THREADS = ("data", "charts")
