"""Every odd spot of every source, by plan and kind; very many of them on several pages, by province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.oddities import KINDS, KindOfSpot, Line, by_kind, oddities
from zoneledger.views.plan import short_titles

#: Lines on one page: a line takes up to 1.4 kilobytes, one with the rows of a long list a few more.
LINES_LISTED = 250
#: So many rows named in one line take as much as another line.
_SPOTS = 8


class Found(NamedTuple):
    """A line of a plan; none where the plan has no odd spot."""

    plan_id: str
    title: Text
    group: KindOfSpot | None = None
    line: Line | None = None


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    catalogue = renderers["zh"].catalogue
    codes = {row.text("id"): row.text("jurisdiction_code") for row in catalogue.rows("plans")}
    every: list[Found] = []
    counts = dict.fromkeys(KINDS, 0)
    for plan_id, short_title in short_titles(catalogue).items():
        kinds = by_kind(oddities(catalogue, plan_id))
        lines = [Found(plan_id, short_title, kind, line) for kind in kinds for line in kind.lines]
        every += lines or [Found(plan_id, short_title)]
        for kind in kinds:
            counts[kind.kind] += len(kind.spots)
    found = listed(
        catalogue, every, "oddities/", LINES_LISTED, lambda one: codes[one.plan_id],
        weight=lambda one: 1 + len(one.line.spots) // _SPOTS if one.line else 1, counted=lambda one: one.line is not None,
    )  # fmt: skip
    for pager, _, groups in found.pages():
        regions = [(place, _by_plan(some)) for place, some in groups]
        values = {"groups": regions, "kinds": KINDS, "counts": counts, "pager": pager, "regions": found.regions}
        for lang, renderer in renderers.items():
            words = renderer.words["oddities"]
            title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
            yield lang, renderer.page("oddities.html", pager.address(pager.number), title, about, **values)


def _by_plan(some: Sequence[Found]) -> list[tuple[str, Text, list[Found]]]:
    found = []
    for plan_id, lines in groupby(some, key=lambda one: one.plan_id):
        own = list(lines)
        found.append((plan_id, own[0].title, [one for one in own if one.line]))
    return found
