"""The tables in shares: the files of each share are made anew only where a row of it changed.

The tables that are edited most stand alone; a share more costs every plan's part another piece.
"""

from __future__ import annotations

from collections.abc import Iterable

from zoneledger.api.entities import ENTITIES, Entity

_ALONE = ("targets", "measures", "responsibilities")
_OTHERS = "others"

#: Every share; its name is that of a table, or it holds all others.
SHARES = (*_ALONE, _OTHERS)


def share_of(table: str) -> str:
    """The share that a table belongs to."""
    return table if table in _ALONE else _OTHERS


def tables_of(share: str, tables: Iterable[str]) -> list[str]:
    """Those of some tables that belong to a share, in their order."""
    return [table for table in tables if share_of(table) == share]


def entities_of(share: str) -> list[Entity]:
    """The kinds of things whose rows are in a share."""
    return [entity for entity in ENTITIES if share_of(entity.related) == share]
