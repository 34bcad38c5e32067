"""What is wrong, looks wrong or contradicts itself in a source: one kind a module, gathered here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.facts import fact
from zoneledger.problems import Text
from zoneledger.views.oddities import document, noted, redacted, restatements, sums
from zoneledger.views.oddities.document import COMPLETENESS, plan_notes
from zoneledger.views.oddities.spot import COMPUTED, KINDS, Spot, spot_of

__all__ = ["COMPLETENESS", "KINDS", "KindOfSpot", "Line", "Mark", "Spot", "by_kind", "marks", "oddities", "plan_notes"]

FINDERS: tuple[Callable[[Catalogue, str], Iterator[Spot]], ...] = (
    document.find,
    noted.find,
    redacted.find,
    sums.find,
    restatements.find,
)


@dataclass(frozen=True)
class Line:
    """Spots of which the same is to be said: the years of a whole list of targets are blanked alike."""

    text: Text
    spots: tuple[Spot, ...]

    @property
    def where(self) -> Text:
        """The tables of its rows, each named once."""
        tables = dict.fromkeys(spot.where for spot in self.spots)
        return Text("、".join(table.zh for table in tables), ", ".join(table.en for table in tables))


@dataclass(frozen=True)
class KindOfSpot:
    """The spots of one kind in one plan."""

    kind: str
    label: Text
    lines: tuple[Line, ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All of them."""
        return tuple(spot for line in self.lines for spot in line.spots)


@dataclass(frozen=True)
class Mark:
    """A badge on a row.

    Args:
        label: its words.
        computed: whether the row's own note leaves it unsaid.
    """

    label: Text
    computed: bool


@fact(lambda said: tuple(map(spot_of, said)))
def oddities(catalogue: Catalogue, plan_id: str) -> tuple[Spot, ...]:
    """Every odd spot of a plan, by kind; within a kind in the order of tables and rows."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    found = [spot for find in FINDERS for spot in find(catalogue, plan_id)]
    return tuple(sorted(found, key=lambda spot: order[spot.kind]))


def by_kind(spots: tuple[Spot, ...]) -> tuple[KindOfSpot, ...]:
    """Spots grouped; kinds without any are left out."""
    found: dict[str, dict[Text, list[Spot]]] = {}
    for spot in spots:
        found.setdefault(spot.kind, {}).setdefault(spot.text, []).append(spot)
    return tuple(
        KindOfSpot(kind, label, tuple(Line(text, tuple(alike)) for text, alike in found[kind].items()))
        for kind, label in KINDS.items()
        if kind in found
    )


def marks(catalogue: Catalogue, plans: Iterable[str] | None = None) -> dict[str, tuple[Mark, ...]]:
    """The badges of every row that has one, by row id, wherever the row is shown.

    Args:
        catalogue: checked datasets.
        plans: whose rows; those of all plans by default. A plan's badges depend on it alone.
    """
    found: dict[str, dict[str, Mark]] = {}
    for plan_id in catalogue.plan_files if plans is None else plans:
        for spot in oddities(catalogue, plan_id):
            for row_id in spot.rows:
                found.setdefault(row_id, {})[spot.kind] = Mark(spot.label, spot.kind in COMPUTED)
    return {row_id: tuple(kinds.values()) for row_id, kinds in found.items()}
