"""Tables of a database as they were filled, kept from build to build: only those that changed are filled again.

A note beside the file says which rows its tables hold. It is removed before the file is touched and written when all is done,
so that a file without one, or one that was changed since, is never taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from zoneledger.packages.checksums import Sum
from zoneledger.packages.stored import Stretch, others
from zoneledger.second_names import stamp


@dataclass(frozen=True)
class Filled:
    """Such a file.

    Args:
        path: where it is; the note lies beside it.
        decides: everything in it but the rows of tables.
        sums: size and checksum of the rows that the tables are to hold, by table.
        stretches: the same rows in stretches, by table; where there are none, a table is looked through as a whole.
    """

    path: Path
    decides: str
    sums: Mapping[str, Sum]
    stretches: Mapping[str, Sequence[Stretch]] = field(default_factory=dict)

    def changed(self) -> dict[str, list[int] | None] | None:
        """The tables that hold other rows than they are to; None where nothing that is there can be taken.

        Of each table the places of the stretches in which alone that is so; None where others may be in any.
        """
        try:
            noted = json.loads(self._note.read_bytes())
            known = {name: Sum(*total) for name, total in noted["sums"].items()}
            held = {name: [(rows, digest) for rows, digest in each] for name, each in noted["stretches"].items()}
            same = noted["decides"] == self._decided and noted["file"] == [*stamp(self.path)]
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        if not same or not known.keys() == held.keys() == self.sums.keys():
            return None
        changed = [name for name, total in self.sums.items() if known[name] != total]
        return {name: others(held[name], self.stretches.get(name, ())) for name in changed}

    def forget(self, *, file: bool = True) -> None:
        """Removes the note, and the file with it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._note.unlink(missing_ok=True)
        if file:
            self.path.unlink(missing_ok=True)

    def note(self) -> None:
        """Notes that the tables hold what they are to."""
        stretches = {name: [(each.rows, each.digest) for each in self.stretches.get(name, ())] for name in self.sums}
        noted = {"decides": self._decided, "file": [*stamp(self.path)], "sums": dict(self.sums), "stretches": stretches}
        self._note.write_text(json.dumps(noted), encoding="utf-8")

    @property
    def _note(self) -> Path:
        return self.path.with_suffix(".json")

    @property
    def _decided(self) -> str:
        return sha256(self.decides.encode()).hexdigest()
