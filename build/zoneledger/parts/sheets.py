"""Sheets of a kind of pages, taken one by one from what the last build made of the kind.

A kind that read something that changed mostly has few pages that say something else. Each sheet has a name made of what it
shows and is told; where the last build made a page under the same name, and the plans of its rows say the same beside
these, its lines are copied.

What is taken is not read again, so what the last build noted as read to make its sheets stays noted.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Row
from zoneledger.catalogue.cells import Cells
from zoneledger.catalogue.reading import Read
from zoneledger.catalogue.records import Value
from zoneledger.pages.sheet import Sheet
from zoneledger.parts import notes
from zoneledger.parts.asked import NotedContext
from zoneledger.parts.keys import digest
from zoneledger.parts.notes import Note
from zoneledger.views.oddities import Mark


class OtherFiles:
    """Names for what stands in the files of plans, but for those of some tables.

    Args:
        plans: a name for what stands in each file of each plan's folder, by plan and file.
    """

    def __init__(self, plans: Mapping[str, Mapping[str, str]]) -> None:
        self._plans = plans
        self._known: dict[str, str] = {}

    def of(self, key: str) -> str:
        """The name.

        Args:
            key: as ``key`` gives it.
        """
        if key not in self._known:
            plan, *tables = key.split()
            own = {f"{table}.csv" for table in tables}
            self._known[key] = digest([repr([one for one in self._plans.get(plan, {}).items() if one[0] not in own])])
        return self._known[key]

    @staticmethod
    def key(plan: str, tables: Iterable[str]) -> str:
        """The plan and the tables that are left out, in one.

        Args:
            plan: its id.
            tables: their names.
        """
        return " ".join([plan, *sorted(tables)])


class Making:
    """The sheets of a kind in the making.

    Args:
        folder: holds what the last build made of the kind.
        last: the note of that, where everything says the same that decides all sheets; else None.
        files: what stands in plans beside the rows of a sheet.
        badges: those of odd rows, by row id.
        telling: the context that sheets are made ready with; what is asked for there decides a sheet as it is told of it.

    Attributes:
        sheets: the name of each sheet, the length of its lines, and a name for what they say; in order.
        other_files: what the plans of their rows say beside these, by the keys of ``OtherFiles``.
        taken: how many came from the last build.
    """

    def __init__(
        self,
        folder: Path,
        last: Note | None,
        files: OtherFiles,
        badges: Mapping[str, tuple[Mark, ...]],
        telling: NotedContext,
    ) -> None:
        self._last, self._files, self._badges = last, files, badges
        self.telling = telling
        names = [name for name, _, _ in last.sheets] if last else []
        self._pieces = dict(zip(names, last.pieces(notes.file(folder)) if last else (), strict=True))
        self.sheets: list[tuple[str, int, str]] = []
        self.other_files: dict[str, str] = {}
        self.taken = 0

    def lines(self, sheet: Sheet[Any], make: Callable[[Sheet[Any]], Iterable[bytes]]) -> bytes:
        """The lines of a sheet's pages, taken or made.

        Args:
            sheet: the sheet.
            make: makes them of it.
        """
        name, others = self._name(sheet), self._others(sheet)
        known = self._last.other_files if self._last else {}
        piece = self._pieces.get(name)
        if piece and all(known.get(key) == said for key, said in others.items()):
            found, said = piece.content(), piece.said
            self.taken += 1
        else:
            found = b"".join(make(sheet))
            said = digest([found])
        self.sheets.append((name, len(found), said))
        self.other_files.update(others)
        return found

    def columns(self, read: Read) -> Read:
        """The columns that decide all of the kind, those of the sheets taken included.

        Args:
            read: what was read by now.
        """
        last = self._last.columns if self._last and self.taken else {}
        tables = dict.fromkeys([*read, *last])
        return {table: sorted({*read.get(table, ()), *last.get(table, ())}) for table in tables}

    def filling(self, asked: Collection[str]) -> list[str]:
        """The same of the fields of the context that sheets are made with.

        Args:
            asked: which were asked for by now.
        """
        return sorted({*asked, *(self._last.filling if self._last and self.taken else ())})

    def facts(self, asked: Collection[str]) -> list[str]:
        """The same of facts.

        Args:
            asked: the names of those that were asked for by now.
        """
        return sorted({*asked, *(self._last.facts if self._last and self.taken else ())})

    def _name(self, sheet: Sheet[Any]) -> str:
        rows = [(table, row) for table, some in sheet.rows.items() for row in some]
        badges = [self._badges.get(name) for name in (*(row.text("id") for _, row in rows), *sheet.named)]
        shown = marshal.dumps([(table, row.file, row.line, _cells(row)) for table, row in rows], 0)
        return digest([repr(sheet.told), shown, repr(badges)])

    def _others(self, sheet: Sheet[Any]) -> dict[str, str]:
        """What the plans of a sheet's rows say beside these, by key: all that rows can lead to."""
        keys = [OtherFiles.key(plan, () if sheet.others else sheet.rows) for plan in sheet.plans]
        return {key: self._files.of(key) for key in keys}


def _cells(row: Row) -> Sequence[Value]:
    """All cells of a row, of which none counts as read."""
    return row.values.row if isinstance(row.values, Cells) else tuple(row.values.values())
