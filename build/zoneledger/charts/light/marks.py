"""Layers of marks as SVG: what all marks of a layer have in common stands once, on the layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from markupsafe import escape

#: The lower a text's line stands under its middle, in pixels, at every size of type used here.
_MIDDLE = 4


@lru_cache(1 << 14)
def number(value: float) -> str:
    """A length as it is written: at most two decimals."""
    # a zero has no sign
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def layer(name: str, attributes: str, marks: str) -> str:
    """A group with a class of its own; nothing where it holds nothing.

    Args:
        name: the layer's, as the layout has it.
        attributes: what its marks have in common, with a blank before each, in the order of their names.
        marks: its content.
    """
    return f'<g class="zl-chart__{name.replace("_", "-")}"{attributes}>{marks}</g>' if marks else ""


def drawing(left: float, top: float, layers: Iterable[str]) -> str:
    """All layers, moved to where they begin."""
    inside = "".join(layers)
    return (
        f'<g fill="none" stroke-miterlimit="10" transform="translate({number(left)},{number(top)})">'
        f'<g transform="translate(0,0)">{inside}</g></g>'
    )


def shapes(name: str, marks: Sequence[Mapping[str, Any]], edge: float, paths: Iterable[tuple[str, str]]) -> str:
    """A layer of filled outlines.

    Args:
        name: the layer's.
        marks: their looks, under ``color``, ``opacity`` and ``dash``.
        edge: how wide their edges are.
        paths: of each mark, its outline and where that is moved to, ready to write; the place may be empty.
    """
    colors = {mark["color"] for mark in marks}
    one = next(iter(colors)) if len(colors) == 1 else None
    shared = f' fill="{escape(one)}" stroke="{escape(one)}"' if one else ""
    written = [
        f'<path d="{path}"{_look(mark["color"], mark["opacity"], tuple(mark["dash"]), one is not None)}{place}/>'
        for mark, (path, place) in zip(marks, paths, strict=True)
    ]
    return layer(name, f'{shared} stroke-width="{number(edge)}"', "".join(written))


def words(name: str, inks: Sequence[str], type_: str, placed: Iterable[tuple[float, float, str]]) -> str:
    """A layer of lines of text.

    Args:
        name: the layer's.
        inks: each text's colour.
        type_: size, weight and alignment, as attributes ready to write.
        placed: where each stands, to the right and down to its middle, and its words; unescaped.
    """
    same = len(set(inks)) == 1
    shared = f' fill="{inks[0]}"' if same else ""
    written = []
    for ink, (x, y, text) in zip(inks, placed, strict=True):
        own = "" if same else f' fill="{ink}"'
        inside = escape(text)
        start = f'<text{own} transform="translate({number(x)},{number(y + _MIDDLE)})"'
        written.append(f"{start}>{inside}</text>" if inside else f"{start}/>")
    return layer(name, f"{shared}{type_}", "".join(written))


def type_of(size: int, weight: str = "", anchor: str = "") -> str:
    """How words are set, as attributes ready to write: ``weight`` and ``anchor`` empty where nothing is said of them."""
    weighted = f' font-weight="{weight}"' if weight else ""
    return f' font-size="{size}px"{weighted}' + (f' text-anchor="{anchor}"' if anchor else "")


@cache
def _look(color: str, opacity: float, dash: tuple[int, ...], shared: bool) -> str:
    """A mark's fill and edge, without what its layer says."""
    fill, stroke = ("", "") if shared else (f' fill="{escape(color)}"', f' stroke="{escape(color)}"')
    hollow = "" if opacity == 1 else f' fill-opacity="{number(opacity)}"'
    dashes = f' stroke-dasharray="{",".join(map(str, dash))}"' if dash else ""
    return f"{fill}{hollow}{stroke}{dashes}"
