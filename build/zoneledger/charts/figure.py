"""A drawn figure: its finding, its picture in both languages, and its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from zoneledger.problems import Text

Cell = Text | int | float | str


@dataclass(frozen=True)
class Figure:
    """One figure.

    Args:
        id: unique over the whole site, fit for an HTML id.
        title: the finding in a sentence, computed from the data; unescaped.
        description: the picture in words, with its unit, its source and what was left out; unescaped.
        svg: by language, ready to stand in a page: one drawing for wide places and one for narrow ones, of which the
            stylesheet shows the one that fits. Colours are the page's CSS variables.
        columns: headings of the table of numbers.
        rows: the numbers, each row as long as ``columns``; a superset of what is drawn.
    """

    id: str
    title: Text
    description: Text
    svg: Mapping[str, Markup]
    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Figures:
    """All figures of a build.

    Args:
        home: figures over all plans.
        plans: figures of each plan, by plan id; a plan without drawable rows has an empty tuple.
        results: figures of promise against result over all plans.
    """

    home: tuple[Figure, ...]
    plans: Mapping[str, tuple[Figure, ...]]
    results: tuple[Figure, ...] = ()
