"""What judges cells and keys, without the rest of the command: the accept-screen, Frictionless, bare Frictionless.

Run as a process of its own: ``python -m zoneledger.bench.judging ROOT JUDGE`` prints as JSON the CPU seconds of judging
every row of a checkout. Reading files, the rules beyond the schema and starting up are counted for none of them.
"""

from __future__ import annotations

import json
import marshal
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

# imported here, so that neither judge's seconds hold it
from frictionless import Package, Resource, Schema

from zoneledger import check, collector
from zoneledger.catalogue import Catalogue, Table, TableSchema, load_plans, load_shared
from zoneledger.check import sweeping

#: So many plans Frictionless is given at once.
_BATCH = 250
#: What Frictionless is told of a column: what the program's own readers are told.
_KEPT = ("name", "type", "constraints", "trueValues", "falseValues")


@dataclass
class Judged:
    """What judging a checkout took.

    Args:
        cpu: seconds of user and system time.
        rows: how many rows were judged.
    """

    cpu: float = 0.0
    rows: int = 0


def by_engine(root: Path, name: str) -> Judged:
    """Judges every row as ``check`` does with one of its engines: cells, strict forms, characters, keys and order.

    Args:
        root: the checkout, free of errors.
        name: the engine, ``screen`` or ``frictionless``; both find the same.
    """
    judged, engine = Judged(), check.engine_of(name)
    # Frictionless sets up anew for every table: with many plans at once that counts for little
    for catalogue, tables in _batches(root, sweeping.batches if name == "screen" else _many):
        if not judged.rows:
            # what either loads and sets up once is start-up too
            check.engine_of(name)(catalogue, tables)
        began = time.process_time()
        engine(catalogue, tables)
        judged.cpu += time.process_time() - began
        judged.rows += sum(len(read.rows) for table in tables for read in table.files)
    return judged


def by_bare_frictionless(root: Path) -> Judged:
    """Lets Frictionless validate every table as one package: types, constraints, primary and foreign keys.

    It has no unique keys over several columns, no strict forms, no hidden characters and no order of rows. The rows are
    laid down first and come in some at a time, so that a million of them fit into little memory; what laying down and
    fetching them takes is not counted, nor is what it takes to validate the same tables without rows.

    Args:
        root: the checkout, free of errors.

    Raises:
        ValueError: Frictionless finds a fault; it stops at some number of them, so the time would say nothing.
    """
    judged = Judged()
    with tempfile.TemporaryDirectory(prefix="zoneledger-bench-") as folder:
        schemas: dict[str, TableSchema] = {}
        for _, tables in _batches(root, _many):
            for table in tables:
                if table.schema.columns:
                    schemas[table.schema.name] = table.schema
                    judged.rows += _lay_down(table, Path(folder) / table.schema.name)
        without = {name: (schema, Path(os.devnull)) for name, schema in schemas.items()}
        _validated(without)  # what it loads and sets up once is start-up
        empty = _validated(without)
        judged.cpu = _validated({name: (schema, Path(folder) / name) for name, schema in schemas.items()}) - empty
    return judged


def _validated(tables: Mapping[str, tuple[TableSchema, Path]]) -> float:
    """CPU seconds that Frictionless takes to validate tables, each with its schema and the file of its rows."""
    fetching = Judged()
    began = time.process_time()
    package = Package()
    for name, (schema, file) in tables.items():
        data = partial(_fetched, _columns(schema), file, fetching)
        package.add_resource(Resource(name=name, data=data, schema=_schema(schema)))
    report = package.validate()
    if not report.valid:
        raise ValueError("; ".join(" ".join(fault) for fault in report.flatten(["title", "note"])[:3]))
    return time.process_time() - began - fetching.cpu


JUDGES: dict[str, Callable[[Path], Judged]] = {
    "screen": lambda root: by_engine(root, "screen"),
    "frictionless": lambda root: by_engine(root, "frictionless"),
    "bare": by_bare_frictionless,
}


def _batches(
    root: Path, parted: Callable[[Sequence[Path]], Iterable[Iterable[Path]]]
) -> Iterator[tuple[Catalogue, Sequence[Table]]]:
    """The shared lists, then some plans after others: a catalogue to look keys up in, and its tables to judge."""
    shared, folders = load_shared(root)
    yield shared, list(shared.tables.values())
    for some in parted(folders):
        catalogue = load_plans(shared, some)
        yield catalogue, catalogue.own


def _many(folders: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (folders[first : first + _BATCH] for first in range(0, len(folders), _BATCH))


def _columns(schema: TableSchema) -> list[str]:
    """The columns of the files, and the plan's id where the key needs it: Frictionless knows no folders."""
    return [*(column for column in schema.primary_key if column not in schema.columns), *schema.columns]


def _schema(schema: TableSchema) -> Schema:
    fields = [schema.by_name[column].descriptor for column in _columns(schema)]
    keys = [key for key in schema.foreign_keys if not schema.by_name[key.column].derived]
    return Schema.from_descriptor(
        {
            "fields": [{key: field[key] for key in _KEPT if key in field} for field in fields],
            "missingValues": [""],
            "primaryKey": list(schema.primary_key),
            "foreignKeys": [
                {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.target]}} for key in keys
            ],
        }
    )


def _lay_down(table: Table, file: Path) -> int:
    """Adds the rows of a table to its file, and says how many they are."""
    columns = _columns(table.schema)
    rows: list[tuple[str, ...]] = []
    for read in table.files:
        places = [read.where.get(column) for column in columns]
        rows += (tuple(read.plan_id if place is None else row[place] for place in places) for row in read.rows)
    with file.open("ab") as chunks:
        marshal.dump(rows, chunks)
    return len(rows)


def _fetched(columns: Sequence[str], file: Path, fetching: Judged) -> Iterator[Sequence[str]]:
    """The header and the rows of a table; the time it takes to fetch them is noted."""
    yield columns
    with file.open("rb") as chunks:
        while True:
            began = time.process_time()
            try:
                rows = marshal.load(chunks)
            except EOFError:
                return
            finally:
                fetching.cpu += time.process_time() - began
            yield from rows


if __name__ == "__main__":
    collector.seldom()  # as ``check`` does
    print(json.dumps(vars(JUDGES[sys.argv[2]](Path(sys.argv[1])))))
