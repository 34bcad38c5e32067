"""Reads numbers back out of a drawn SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from zoneledger.charts import Figure

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("zh", "en")


def drawings(figure: Figure, lang: str) -> list[ElementTree.Element]:
    """The drawings of a figure in one language, parsed as XML: well-formed, or the test fails."""
    return list(ElementTree.fromstring(f"<body>{figure.svg[lang]}</body>"))


def all_drawings(figures: list[Figure]) -> list[ElementTree.Element]:
    return [drawing for figure in figures for lang in LANGUAGES for drawing in drawings(figure, lang)]


def marks(drawing: ElementTree.Element, layer: str) -> list[ElementTree.Element]:
    found = [group for group in drawing.iter(f"{SVG}g") if group.get("class") == f"zl-chart__{layer}"]
    return list(found[0]) if found else []


def words(drawing: ElementTree.Element, layer: str) -> list[str]:
    return ["".join(mark.itertext()) for mark in marks(drawing, layer)]


@dataclass(frozen=True)
class Bar:
    """One segment, in pixels, without the gap it keeps to its neighbours."""

    left: float
    top: float
    length: float


def bars(drawing: ElementTree.Element) -> list[Bar]:
    """The segments as drawn, bar by bar from the top, then from left to right."""
    found = []
    for mark in marks(drawing, "bars"):
        shape = re.fullmatch(r"M([\d.]+),([\d.]+)h([\d.]+)v[\d.]+h-?[\d.]+Z", mark.get("d", ""))
        assert shape, mark.get("d")
        left, top, length = map(float, shape.groups())
        found.append(Bar(left - 1.5, top, length + 3))
    return sorted(found, key=lambda bar: (bar.top, bar.left))
