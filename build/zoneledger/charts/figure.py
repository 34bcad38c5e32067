"""A drawn figure: its finding, its picture in both languages, and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from markupsafe import Markup

from zoneledger.problems import NOTHING, Text

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
        live: by language and size, the spec of a form that answers the pointer and can be filtered; empty where the
            figure has none.
        filed: whether it has files of its own to take away; otherwise a page's script makes them from the page.
        credit: whose data they are, for what that script makes.
    """

    id: str
    title: Text
    description: Text
    svg: Mapping[str, Markup]
    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    live: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    filed: bool = True
    credit: Text = NOTHING

    def as_json(self) -> dict[str, Any]:
        """It as a value that JSON can hold."""
        return {**vars(self), "live": [[*key, spec] for key, spec in self.live.items()]}

    @classmethod
    def of_json(cls, value: Mapping[str, Any]) -> Figure:
        """It again from what ``as_json`` gave."""
        return cls(
            value["id"],
            Text(*value["title"]),
            Text(*value["description"]),
            {lang: Markup(drawing) for lang, drawing in value["svg"].items()},
            tuple(Text(*heading) for heading in value["columns"]),
            tuple(tuple(Text(*cell) if isinstance(cell, list) else cell for cell in row) for row in value["rows"]),
            {(lang, size): spec for lang, size, spec in value["live"]},
            value["filed"],
            Text(*value["credit"]),
        )


@dataclass(frozen=True)
class Figures:
    """All figures of a build.

    Args:
        home: figures over all plans.
        plans: figures of each plan, by plan id; a plan without drawable rows has an empty tuple.
        results: figures of promise against result over all plans.
        agencies: figures of each agency type, by its id; types without one are absent.
        agency_hub: figures over all agency types.
        indicators: figures of the hub of indicators: what targets ask for a year.
        compare: figures that hold the plans against each other.
        proof: figures on how complete the documents and their targets are.
    """

    home: tuple[Figure, ...]
    plans: Mapping[str, tuple[Figure, ...]]
    results: tuple[Figure, ...] = ()
    agencies: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    agency_hub: tuple[Figure, ...] = ()
    indicators: tuple[Figure, ...] = ()
    compare: tuple[Figure, ...] = ()
    proof: tuple[Figure, ...] = ()

    def with_plans(self, plans: Mapping[str, tuple[Figure, ...]]) -> Figures:
        """These figures with those of plans."""
        return replace(self, plans=plans)

    def every(self) -> Iterator[Figure]:
        """All figures, place by place."""
        for place in (self.home, self.results, self.agency_hub, self.indicators, self.compare, self.proof):
            yield from place
        for places in (self.plans, self.agencies):
            for figures in places.values():
                yield from figures

    def as_json(self) -> dict[str, Any]:
        """They as a value that JSON can hold."""
        found = {place.name: getattr(self, place.name) for place in fields(self)}
        return {
            name: {key: _as_json(figures) for key, figures in held.items()}
            if isinstance(held, Mapping)
            else _as_json(held)
            for name, held in found.items()
        }

    @classmethod
    def of_json(cls, value: Mapping[str, Any]) -> Figures:
        """They again from what ``as_json`` gave."""
        found: dict[str, Any] = {
            name: {key: _of_json(figures) for key, figures in held.items()}
            if isinstance(held, dict)
            else _of_json(held)
            for name, held in value.items()
        }
        return cls(**found)


def _as_json(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    return [figure.as_json() for figure in figures]


def _of_json(values: Iterable[Mapping[str, Any]]) -> tuple[Figure, ...]:
    return tuple(Figure.of_json(value) for value in values)
