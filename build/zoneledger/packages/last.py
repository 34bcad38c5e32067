"""A table's file of the last build, for a format that makes the next one of it: which of its rows are others now.

Such a file is taken only while nobody touched it; with another schema, or with rows in other places, it is of no use.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from zoneledger.packages.stored import StoredTable, others
from zoneledger.second_names import stamp


@dataclass(frozen=True)
class Last:
    """Such a file.

    Args:
        path: where it is.
        changed: the places of those stretches of the table whose rows it does not hold.
    """

    path: Path
    changed: Sequence[int]


def of(note: Path, table: StoredTable) -> Last | None:
    """The last file of a table; None where there is none to be taken.

    Args:
        note: what ``remember`` wrote.
        table: it as it is now.
    """
    try:
        noted = json.loads(note.read_bytes())
        path = note.with_name(noted["file"])
        held = [(rows, digest) for rows, digest in noted["stretches"]]
        if noted["stamp"] != [*stamp(path)] or noted["schema"] != _schema(table):
            return None
    except (OSError, ValueError, TypeError, KeyError):
        return None
    changed = others(held, table.stretches)
    return None if changed is None else Last(path, changed)


def remember(note: Path, table: StoredTable, kept: Path) -> None:
    """Notes what a file holds, for the next build.

    Args:
        note: where; in the file's folder.
        table: what was written.
        kept: the file.
    """
    stretches = [(each.rows, each.digest) for each in table.stretches]
    noted = {"file": kept.name, "stamp": stamp(kept), "schema": _schema(table), "stretches": stretches}
    note.write_text(json.dumps(noted), encoding="utf-8")


def _schema(table: StoredTable) -> str:
    return sha256(json.dumps(table.schema.descriptor, sort_keys=True).encode()).hexdigest()
