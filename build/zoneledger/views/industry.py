"""How industries stand to each other: what each is a part of, and what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.views.name import Named, bilingual, named


@dataclass(frozen=True)
class Kin:
    """The industry above one, and those below it."""

    broader: Named | None
    narrower: tuple[Named, ...]


def kin(catalogue: Catalogue) -> dict[str, Kin]:
    """The kin of every industry by its id."""
    below: dict[object, list[Named]] = {}
    for row in catalogue.rows("industries"):
        below.setdefault(row["parent_id"], []).append(Named(row.text("id"), bilingual(row, "name")))
    return {
        row.text("id"): Kin(named(catalogue, "industries", row["parent_id"]), tuple(below.get(row["id"], ())))
        for row in catalogue.rows("industries")
    }
