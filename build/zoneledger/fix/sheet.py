"""A table's file while it is being repaired: header and lines of cells, with where each came from."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from zoneledger.catalogue import TableSchema
from zoneledger.fix.committed import Committed
from zoneledger.fix.findings import Repair
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text


@dataclass
class Line:
    """One record.

    Args:
        number: the physical line it starts on, from 1.
        cells: its cells in the header's order.
    """

    number: int
    cells: list[str]


@dataclass
class Sheet:
    """A file taken apart.

    Args:
        shown: the file's path from the repository's root.
        schema: the table's rules.
        plan_id: the plan whose folder it is in, if any.
        header: the names of the columns, as they stand.
        lines: the records below the header.
        committed: the last commit's version.
        delimiter: what separated the cells.
        from_spreadsheet: whether the bytes show that a spreadsheet program saved it.
        repairs: what was put right so far.
        left: what only a human can settle.
    """

    shown: str
    schema: TableSchema
    plan_id: str
    header: list[str]
    lines: list[Line]
    committed: Committed
    delimiter: str = ","
    from_spreadsheet: bool = False
    repairs: list[Repair] = field(default_factory=list)
    left: list[Problem] = field(default_factory=list)

    def done(self, rule: Rule, line: int, message: Text = NOTHING, cell: tuple[str, str, str] = ("", "", "")) -> None:
        """Notes a repair.

        Args:
            rule: what was broken.
            line: where.
            message: what was done.
            cell: its column, what stood there and what stands there now.
        """
        column, before, after = cell
        self.repairs.append(Repair(rule, Place(self.shown, line, column), before, after, message))

    def cells(self, line: Line) -> dict[str, str]:
        """A line's cells by column."""
        return dict(zip(self.header, line.cells, strict=True))

    def known(self) -> list[tuple[Line, dict[str, str]]]:
        """The lines that git knows, each with its committed cells."""
        found = ((line, self.committed.row(self.cells(line))) for line in self.lines)
        return [(line, dict(row)) for line, row in found if row is not None]

    def set(self, line: Line, column: str, value: str) -> None:
        """Writes one cell."""
        line.cells[self.header.index(column)] = value


def as_text(header: list[str], lines: list[Line], delimiter: str = ",") -> str:
    """Lines of cells as text, quoted only where needed, in the order given."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(line.cells for line in lines)
    return out.getvalue()
