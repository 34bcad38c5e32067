"""Keys that two plans have: only one that does not name its own plan can be another plan's too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from zoneledger.catalogue import Catalogue, Table, TableSchema
from zoneledger.catalogue.links import plan_of
from zoneledger.catalogue.records import FileRows, Record
from zoneledger.catalogue.schemas import PLAN
from zoneledger.check.keys import broken_cells, repeated, whole_keys
from zoneledger.problems import Place, Problem

#: Table, columns of the key, the key, and where its row stands: file and line.
Strange = tuple[str, tuple[str, ...], tuple[str, ...], str, int]


def strange(catalogue: Catalogue, found: Sequence[Problem]) -> Iterator[tuple[str, Strange]]:
    """The keys that do not name their own plan, each with that plan.

    Args:
        catalogue: of some plans or all.
        found: what is wrong so far; keys of cells that are wrong in themselves are left out.
    """
    broken: set[Place] | None = None
    for table in catalogue.own:
        if table.schema.group != PLAN:
            continue
        for columns in (table.schema.primary_key, *table.schema.unique_keys):
            anchors = _anchors(catalogue, table.schema, columns)
            odd = [] if "plan_id" in columns else [read for read in table.files if not _own(read, anchors)]
            if odd:
                broken = broken_cells(found) if broken is None else broken
                yield from _strange(table.schema, columns, anchors, odd, broken)


def gather(
    shared: Catalogue, found: Mapping[str, Sequence[Strange]], plan: Callable[[str], Catalogue | None]
) -> Iterator[Problem]:
    """A problem for every plan but the first that has a key.

    Args:
        shared: for the tables' schemas.
        found: the strange keys by plan.
        plan: reads a plan that is named by another one's key; None where there is none such.
    """
    holders: dict[tuple[str, tuple[str, ...], tuple[str, ...]], dict[str, tuple[str, int]]] = defaultdict(dict)
    for owner, entries in found.items():
        for table, columns, key, file, line in entries:
            holders[table, columns, key][owner] = (file, line)
    for (table, columns, key), held in holders.items():
        schema = shared.schemas[table]
        for column in _anchors(shared, schema, columns):
            named = plan_of(key[columns.index(column)])
            if named not in held and (other := plan(named)) is not None:
                for own, record in whole_keys(other.tables[table], columns, set()):
                    if own == key and record.plan_id == named:
                        held.setdefault(named, (record.file, record.line))
        first, *later = (held[owner] for owner in sorted(held))
        for file, line in later:
            record = Record(file, line, dict(zip(columns, key, strict=True)))
            yield repeated(shared.tables[table], columns, record, *first)


def _anchors(catalogue: Catalogue, schema: TableSchema, columns: Sequence[str]) -> list[str]:
    """The columns of a key that should name the plan: ids of its own rows."""
    local = {key.column for key in schema.foreign_keys if catalogue.schemas[key.table].group == PLAN}
    return [column for column in columns if column == "id" or column in local]


def all_of_plan(cells: Sequence[str], plan_id: str) -> bool:
    """Whether all cells are a plan's id and a last part of their own: ``plan_of`` of each, looked at together.

    Args:
        cells: ids.
        plan_id: the plan.
    """
    prefix = f"{plan_id}-"
    # what lies between two texts that begin alike begins so too
    alike = not cells or (min(cells).startswith(prefix) and max(cells).startswith(prefix))
    return alike and "".join(cells).count("-") == len(cells) * prefix.count("-")


def _own(read: FileRows, anchors: Sequence[str]) -> bool:
    """Whether all cells of one of the columns name the plan."""
    return not read.rows or any(all_of_plan(read.column(column), read.plan_id) for column in anchors)


def _strange(
    schema: TableSchema, columns: tuple[str, ...], anchors: Sequence[str], files: Sequence[FileRows], broken: set[Place]
) -> Iterator[tuple[str, Strange]]:
    for read in files:
        table, told = Table(schema), set[tuple[str, ...]]()
        table.add(read)
        for key, record in whole_keys(table, columns, broken):
            own = any(plan_of(record.cells[column]) == read.plan_id for column in anchors)
            if not own and key not in told:
                told.add(key)
                yield read.plan_id, (schema.name, columns, key, read.file, record.line)
