"""What a build makes of all plans together: hubs and facets, charts over plans, whole packages, calendars, the search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from zoneledger import api, charts, compare, explorer, facets, feeds, packages, pages, search, social
from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.charts.figure import Figures
from zoneledger.heads import Heads, Scope, entries
from zoneledger.pages import Frames, PageContext
from zoneledger.parts import Part, spread
from zoneledger.parts.workshop import Workshop
from zoneledger.site.shell import Page
from zoneledger.social.card import Card

Progress = Callable[[str], None]


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
        made = self._spread(self._files, tuple(_FILES), progress)
        cards: dict[str, Card] = {}
        context, badges = self._context(made), self.workshop.marks(self.parts)
        kept = self.workshop.kept(context, badges)
        for each in pages.OVERVIEW:
            kept.holds(pages.name(each))
        scope = Scope(names=self.workshop.names, entries=kept.value("heads", entries))
        heads = Heads(self.catalogue, self.site_url, context.downloads, scope)

        def kind(place: int) -> dict[str, Card]:
            hub, write = pages.OVERVIEW[place]

            def make(catalogue: Catalogue, context: PageContext) -> Iterator[tuple[str, Page]]:
                return self.frames.linked(write(self.frames.renderers(catalogue, context, badges)))

            self.frames.write_linked(kept.pages(pages.name(pages.OVERVIEW[place]), make), hub, heads, self.site)
            return heads.cards

        for place, found in spread(kind, range(len(pages.OVERVIEW)), self.workshop.jobs):
            progress(pages.OVERVIEW[place][0] or "/")
            cards |= found
        self._spread(self._last(cards), ("social", "search"), progress)

    def _spread(self, work: Callable[[str], Any], names: Sequence[str], progress: Progress) -> dict[str, Any]:
        made = {}
        for name, result in spread(work, names, self.workshop.jobs):
            progress(f"{name}/")
            made[name] = result
        return made

    def _files(self, name: str) -> Any:
        return _FILES[name](self)

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

    def _last(self, cards: Mapping[str, Card]) -> Callable[[str], object]:
        """Previews, and the search, which reads the pages."""
        previews = self.workshop.previews
        return lambda name: social.write(cards, self.site, shelf=previews) if name == "social" else _search(self)


def _data(overview: Overview) -> list[packages.Download]:
    catalogue, parts = overview.catalogue, overview.parts.values()
    of_plans = (part.extract_bytes("package") for part in parts)
    every = chain([packages.shared_part(catalogue)], of_plans)
    cache = overview.workshop.of_program("packages")
    return packages.gather(catalogue, every, overview.site / "data", overview.site_url, cache)


def _charts(overview: Overview) -> Figures:
    catalogue, pen = overview.catalogue, charts.Pen(shelf=overview.workshop.shelf)
    extracts = {plan: part.extract("charts") for plan, part in overview.parts.items()}
    figures = charts.overview(catalogue, extracts, pen)
    charts.write_figures(figures.every(), catalogue, overview.site)
    charts.write_runtime(overview.site, pen.shelf)
    return figures


def _feeds(overview: Overview) -> feeds.Calendars:
    extracts = (part.extract("feeds") for part in overview.parts.values())
    calendars = feeds.join(extracts, overview.catalogue)
    feeds.write(replace(calendars, plans={}), overview.catalogue, overview.site, overview.site_url)
    return calendars


def _api(overview: Overview) -> None:
    parts = overview.parts.values()
    of_plans = lambda: (part.extract_bytes("api") for part in parts)  # noqa: E731
    api.gather(overview.catalogue, of_plans, overview.site, overview.site_url)


def _explore(overview: Overview) -> None:
    extracts = (part.extract("explorer") for part in overview.parts.values())
    explorer.gather(extracts, explorer.extract_shared(overview.catalogue), overview.site)


def _compare(overview: Overview) -> None:
    entries = [part.extract("compare") for part in overview.parts.values()]
    compare.gather(entries, compare.extract_shared(overview.catalogue), overview.site)


def _facets(overview: Overview) -> None:
    parts = overview.parts.values()
    facets.gather(lambda table: (part.extract(f"facets-{table}") for part in parts), overview.site)


def _search(overview: Overview) -> None:
    plans = (part.extract("search") for part in overview.parts.values())
    shared = search.extract_shared(overview.catalogue, overview.site)
    extracts = search.Extracts(shared, plans, len(overview.parts))
    search.gather(overview.catalogue, extracts, overview.site)


#: Files that need no page, by the folder they are written to; the longest work first.
_FILES: Mapping[str, Callable[[Overview], Any]] = {
    "data": _data,
    "charts": _charts,
    "feeds": _feeds,
    "api": _api,
    "explore": _explore,
    "compare": _compare,
    "facets": _facets,
}
