"""A page an indicator: its definition, its neighbours, and every target set on it, made comparable."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets import file
from zoneledger.facets.kinds.indicators import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.pager import Pager, parted, starts
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.indicator import Commitment, ComparableGroup, IndicatorView, commitment, indicators
from zoneledger.views.plan import short_titles

#: Targets on one page: each takes up to 1.6 kilobytes.
TARGETS_SHOWN = 250


@dataclass(frozen=True)
class Stretch:
    """What one page shows of one group.

    Args:
        first: the place of the first target shown among those of the group, from 1.
        commitments: the targets shown, in words.
    """

    group: ComparableGroup
    first: int
    commitments: Sequence[Commitment]

    @property
    def last(self) -> int:
        """The place of the last target shown."""
        return self.first + len(self.commitments) - 1


def pages(renderers: Mapping[str, Renderer], only: Collection[str] | None = None) -> Iterator[tuple[str, Page]]:
    """Every indicator in each language, its targets on as many pages as they need.

    Beside the shared lists it reads the plans with a target on the indicator: a catalogue of these plans gives the same.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the indicators whose pages are made; all by default.
    """
    catalogue = renderers["zh"].catalogue
    plans, filed = short_titles(catalogue), file(catalogue, KIND, only)
    dimensions = catalogue.schemas["indicators"].by_name["dimension"]
    for indicator in indicators(catalogue, only):
        parcels = of_value(catalogue, KIND, indicator.id, filed[indicator.id], TARGETS_SHOWN)
        values = {"indicator": indicator, "plans": plans, "dimensions": dimensions, "parcels": parcels}
        size = max(1, sum(parcel.shown for parcel in parcels))
        targets = [(group, place, row) for group in indicator.groups for place, row in enumerate(group.rows, start=1)]
        sheets = parted(targets, size)
        pager = Pager(1, len(sheets), f"indicators/{indicator.id}/", starts(sheets, lambda one: one[0].key))
        for number, sheet in enumerate(sheets, start=1):
            values |= {"pager": pager.at(number), "stretches": _stretches(catalogue, sheet)}
            yield from _page(renderers, indicator, pager.at(number), values)


def _page(
    renderers: Mapping[str, Renderer], indicator: IndicatorView, pager: Pager, values: Mapping[str, object]
) -> Iterator[tuple[str, Page]]:
    for lang, renderer in renderers.items():
        title = renderer.words["indicator"]["title"].format(name=indicator.name.of(lang))
        about = indicator.definition.of(lang)
        if pager.number > 1:
            title, about = pager.named(renderer.words, title), pager.named(renderer.words, about)
        yield lang, renderer.page("indicator.html", pager.address(pager.number), title, about, **values)


def _stretches(catalogue: Catalogue, sheet: Sequence[tuple[ComparableGroup, int, Row]]) -> list[Stretch]:
    found = []
    for _, some in groupby(sheet, key=lambda one: one[0].key):
        rows = list(some)
        group, first, _ = rows[0]
        found.append(Stretch(group, first, [commitment(catalogue, row) for _, _, row in rows]))
    return found
