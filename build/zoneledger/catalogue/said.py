"""Names for what each plan says, column by column, kept from build to build: those of a plan are reckoned when it changes.

Millions of cells would else be read for them in every build. What is kept may be deleted at any time.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from zoneledger import checksummed
from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.records import FileRows, Table
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE

#: Beside the columns of a table: which rows there are, where they stand and what identifies them; and all of it.
ROWS, WHOLE = "which rows", "whole"
#: Every ``plan.yml``, as if it were a column.
_FILE = "plan.yml"

_BYTES = 16
_LENGTH = 2 * _BYTES
_BETWEEN = "\x1f"
_NOTHING = "-" * _LENGTH


class Said:
    """What plans say, by name: the same name, the same cells.

    Args:
        catalogue: the datasets, whole and as they were read.
        file: where names are kept; they are not where None.
        frame: names the program and the schemas, which decide how a plan's files are read.
    """

    def __init__(self, catalogue: Catalogue, file: Path | None = None, frame: str = "") -> None:
        self._plans = [*catalogue.plan_files]
        digests, known = _read(file, frame)
        fresh = {plan for plan in self._plans if catalogue.digests.get(plan) != digests.get(plan, "")}
        if not fresh and [*digests] == self._plans:
            self._names = known
            return
        reckoned = _reckoned(catalogue, fresh)
        self._names = {key: self._joined(known.get(key, ""), [*digests], new, fresh) for key, new in reckoned.items()}
        if file is not None:
            held = {plan: catalogue.digests[plan] for plan in self._plans}
            checksummed.write(file, frame.encode(), json.dumps([held, self._names]).encode())

    def _joined(self, known: str, plans: Sequence[str], new: Mapping[str, str], fresh: Collection[str]) -> str:
        """The names of all plans, one behind the other.

        Args:
            known: the same of the last build.
            plans: whose names those are, in order.
            new: names of plans that changed.
            fresh: these plans; those that have no name say nothing.
        """
        places = {plan: place * _LENGTH for place, plan in enumerate(plans)}
        if [*plans] != self._plans:
            pieces = {plan: known[place : place + _LENGTH] for plan, place in places.items()}
            return "".join(new.get(plan, _NOTHING) if plan in fresh else pieces[plan] for plan in self._plans)
        for plan in fresh:
            known = known[: places[plan]] + new.get(plan, _NOTHING) + known[places[plan] + _LENGTH :]
        return known

    def of(self, table: str, column: str) -> str:
        """A name for what all plans say in a column.

        Args:
            table: a table of plans.
            column: of it, or ``ROWS``, or ``WHOLE``.

        Raises:
            KeyError: there is no such column.
        """
        return _digest(repr((self._plans, self._names[f"{table} {column}"])).encode())

    @property
    def files(self) -> str:
        """A name for what every ``plan.yml`` says."""
        return self.of("", _FILE)


def of_plans(table: Table) -> bool:
    """Whether a table is of plans, and not one of the shared lists."""
    return table.schema.group in (PLAN, PLAN_FILE)


def rows_said(table: Table, files: Sequence[FileRows]) -> bytes:
    """Which rows some files of a table hold, where each stands and what identifies it."""
    keys = [key for key in table.schema.primary_key if key != "plan_id"]
    pieces = [repr((each.file, each.plan_id, list(each.lines))).encode() for each in files]
    return b"".join(pieces + [column_said([each], key) for each in files for key in keys])


def column_said(files: Sequence[FileRows], column: str) -> bytes:
    """The cells of a column of some files; no two columns have the same."""
    return b"".join(_cells(each, column) for each in files)


def _cells(rows: FileRows, column: str) -> bytes:
    if column not in rows.where:
        return b"\0"
    cells = rows.column(column)
    text, between = _BETWEEN.join(cells), " "
    if text.count(_BETWEEN) != max(0, len(cells) - 1):
        text, between = repr(cells), "'"
    return f"{len(cells)} {len(text)}{between}{text}".encode("utf-8", "surrogatepass")


def _reckoned(catalogue: Catalogue, plans: Collection[str]) -> dict[str, dict[str, str]]:
    """Of every column what some plans say there, by plan."""
    said = {plan: _digest(repr(catalogue.plan_files[plan]).encode("utf-8", "surrogatepass")) for plan in plans}
    found = {f" {_FILE}": said}
    for name, table in filter(lambda item: of_plans(item[1]), catalogue.tables.items()):
        held: dict[str, list[FileRows]] = {}
        for each in table.files:
            if each.plan_id in plans:
                held.setdefault(each.plan_id, []).append(each)
        for column in table.schema.by_name:
            found[f"{name} {column}"] = {plan: _digest(column_said(files, column)) for plan, files in held.items()}
        found[f"{name} {ROWS}"] = {plan: _digest(rows_said(table, files)) for plan, files in held.items()}
        found[f"{name} {WHOLE}"] = {plan: _digest(_whole(files)) for plan, files in held.items()}
    return found


def _whole(files: Sequence[FileRows]) -> bytes:
    # The first form of `marshal`: the same cells, the same bytes, and a tenth of the time of any text.
    return marshal.dumps([[list(each.where.items()), list(each.lines), list(each.rows)] for each in files], 0)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_BYTES).hexdigest()


def _read(file: Path | None, frame: str) -> tuple[Mapping[str, str], dict[str, str]]:
    """What is kept: the digest of each plan's folder, and of every column the names of all plans, one behind the other."""
    text = checksummed.read(file, frame.encode()) if file is not None else None
    if text is None:
        return {}, {}
    plans, names = json.loads(text)
    return plans, names
