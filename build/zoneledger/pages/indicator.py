"""A page an indicator: its definition, its neighbours, and every target set on it, made comparable."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets import file
from zoneledger.facets.kinds.indicators import KIND
from zoneledger.facets.taking import Parcel, of_value
from zoneledger.pages.pager import Pager, parted
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.sheet import Rows, Sheet
from zoneledger.site.shell import Page
from zoneledger.views.indicator import Commitment, ComparableGroup, IndicatorView, commitment, indicators
from zoneledger.views.plan import short_titles

#: Targets on one page: each takes up to 1.6 kilobytes.
TARGETS_SHOWN = 250


@dataclass(frozen=True)
class Stretch:
    """What one page shows of one group.

    Args:
        group: without its rows.
        size: how many targets the group has.
        first: the place of the first target shown among those of the group, from 1.
        shown: how many targets are shown.
    """

    group: ComparableGroup
    size: int
    first: int
    shown: int

    @property
    def last(self) -> int:
        """The place of the last target shown."""
        return self.first + self.shown - 1


@dataclass(frozen=True)
class Told:
    """What a page says beside its targets.

    Args:
        indicator: without its groups.
        pager: which of the indicator's pages it is.
        parcels: what can be taken along.
        stretches: the groups whose targets it shows.
    """

    indicator: IndicatorView
    pager: Pager
    parcels: tuple[Parcel, ...]
    stretches: tuple[Stretch, ...]


def pages(renderers: Mapping[str, Renderer], only: Collection[str] | None = None) -> Iterator[tuple[str, Page]]:
    """Every indicator in each language, its targets on as many pages as they need.

    Beside the shared lists it reads the plans with a target on the indicator: a catalogue of these plans gives the same.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the indicators whose pages are made; all by default.
    """
    for sheet in sheets(renderers["zh"].catalogue, only):
        yield from sheet.pages(renderers)


def sheets(catalogue: Catalogue, only: Collection[str] | None = None) -> Iterator[Sheet[Told]]:
    """The same pages, one by one, before any target is put into words.

    Args:
        catalogue: checked datasets.
        only: as for ``pages``.
    """
    filed = file(catalogue, KIND, only)
    for indicator in indicators(catalogue, only):
        parcels = of_value(catalogue, KIND, indicator.id, filed[indicator.id], TARGETS_SHOWN)
        size = max(1, sum(parcel.shown for parcel in parcels))
        targets = [(group, place, row) for group in indicator.groups for place, row in enumerate(group.rows, start=1)]
        parts, bare = parted(targets, size), replace(indicator, groups=())
        for number, part in enumerate(parts, start=1):
            told = Told(bare, Pager(number, len(parts), f"indicators/{indicator.id}/"), parcels, _stretches(part))
            yield Sheet(told, {"targets": [row for _, _, row in part]}, _pages)


def _stretches(part: Sequence[tuple[ComparableGroup, int, Row]]) -> tuple[Stretch, ...]:
    found = []
    for _, some in groupby(part, key=lambda one: one[0].key):
        (group, first, _), *others = some
        found.append(Stretch(replace(group, rows=()), len(group.rows), first, 1 + len(others)))
    return tuple(found)


def _pages(renderers: Mapping[str, Renderer], told: Told, rows: Rows) -> Iterator[tuple[str, Page]]:
    catalogue, indicator, pager = renderers["zh"].catalogue, told.indicator, told.pager
    values = {
        "indicator": indicator,
        "pager": pager,
        "parcels": told.parcels,
        "stretches": list(_commitments(catalogue, told.stretches, rows["targets"])),
        "plans": short_titles(catalogue, {row.text("plan_id") for row in rows["targets"]}),
        "dimensions": catalogue.schemas["indicators"].by_name["dimension"],
    }
    for lang, renderer in renderers.items():
        title = renderer.words["indicator"]["title"].format(name=indicator.name.of(lang))
        about = indicator.definition.of(lang)
        if pager.number > 1:
            title, about = pager.named(renderer.words, title), pager.named(renderer.words, about)
        yield lang, renderer.page("indicator.html", pager.address(pager.number), title, about, **values)


def _commitments(
    catalogue: Catalogue, stretches: Sequence[Stretch], rows: Sequence[Row]
) -> Iterator[tuple[Stretch, list[Commitment]]]:
    """The targets of each stretch, in words."""
    done = 0
    for stretch in stretches:
        yield stretch, [commitment(catalogue, row) for row in rows[done : done + stretch.shown]]
        done += stretch.shown
