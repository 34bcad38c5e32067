"""How far the program scales: what ``scripts/bench`` measured, on what code, and what a large site does without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zoneledger.bench.figure import Figure
from zoneledger.bench.measured import MEASURED
from zoneledger.bench.record import PUBLISHED, Record, Size
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.scale import Scale
from zoneledger.site.shell import Page


@dataclass(frozen=True)
class Line:
    """A figure at every size.

    Args:
        label: what it is.
        values: at each size, None where it was not measured.
        missed: at each size, whether it breaks what is promised.
        promises: what is promised of it.
    """

    label: Text
    values: tuple[Text | None, ...]
    missed: tuple[bool, ...]
    promises: tuple[Text, ...]


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    layout = renderers["zh"].catalogue.layout
    file = layout.site / PUBLISHED
    record = Record.read(file) if file.is_file() else Record({})
    sizes = list(record.sizes.values())
    values = {
        "facts": record.facts,
        "sizes": sizes,
        "things": [(thing.NAME, thing.TITLE, lines(thing.NAME, thing.FIGURES, sizes)) for thing in MEASURED],
        "limits": Scale.of(layout),
        "record": layout.relative(file),
    }
    for lang, renderer in renderers.items():
        words = renderer.words["scale"]
        yield lang, renderer.page("scale.html", "scale/", words["title"], words["description"], **values)


def lines(thing: str, figures: Sequence[Figure], sizes: Sequence[Size]) -> list[Line]:
    """The figures of one measured thing, without those that were measured at no size.

    Args:
        thing: its name in the record.
        figures: all of its figures.
        sizes: what was measured.
    """
    found = []
    for figure in figures:
        values = [size.figures.get(f"{thing}.{figure.name}") for size in sizes]
        if any(value is not None for value in values):
            shown = tuple(None if value is None else figure.shown(value) for value in values)
            both = zip(values, sizes, strict=True)
            missed = tuple(value is not None and figure.broken(value, size.plans) for value, size in both)
            found.append(Line(figure.label, shown, missed, tuple(each.text(figure.unit) for each in figure.promises)))
    return found
