"""Two versions of the datasets, compared: tables by key, documents by path, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from zoneledger.catalogue import TableSchema, load_schemas
from zoneledger.diff.audit_counts import audit_changes
from zoneledger.diff.changes import Found, changes_of
from zoneledger.diff.consequences import consequences
from zoneledger.diff.difference import (
    BASE,
    HEAD,
    Difference,
    DocumentChange,
    FileChange,
    TableDifference,
    Trouble,
)
from zoneledger.diff.documents import compare_documents
from zoneledger.diff.links import Links
from zoneledger.diff.revision_files import Version
from zoneledger.diff.rows import compare_rows
from zoneledger.diff.sheets import Sheet
from zoneledger.diff.side import RECEIPTS, Side, read_side, table_of
from zoneledger.layout import Layout
from zoneledger.problems import Text

#: Problems of one kind that are named in one file.
NAMED_OF_A_KIND = 20


def compare(base: Version, head: Version, layout: Layout) -> Difference:
    """Compares two versions.

    Args:
        base, head: both, as read.
        layout: of the checkout, whose schemas are used where a version brings none.
    """
    fallback = load_schemas(layout.schemas)
    old, new = read_side(BASE, base, fallback), read_side(HEAD, head, fallback)
    changed = sorted(
        path
        for path in base.files.keys() | head.files.keys()
        if base.files.get(path) != head.files.get(path)
        # A version without schemas of its own says nothing about schemas.
        and (not path.startswith("schemas/") or (_has_schemas(base) and _has_schemas(head)))
    )
    tables = tuple(_table(path, old, new) for path in changed if table_of(path, {**old.schemas, **new.schemas}))
    documents = tuple(change for path in changed for change in _documents(path, old, new))
    files = tuple(_files(changed, old, new))
    audit = audit_changes(old, new, layout)
    told = {*(table.file for table in tables if not table.same_content), *(change.file for change in documents)}
    told |= {file.file for file in files} | {f"{RECEIPTS}{change.plan}.json" for change in audit}
    found = Found(tables, documents, files, audit)
    follow = [consequences(Links(side), changes_of(side, found)) for side in (old, new)]
    return Difference(
        base.name,
        head.name,
        tuple(table for table in tables if not table.same_content or table.duplicates),
        tuple(path for path in changed if path not in told),
        documents,
        files,
        tuple(sorted({page for side in follow for page in side.pages})),
        tuple(sorted({archive for side in follow for archive in side.downloads})),
        audit,
        tuple(_problems(old, new, changed, tables)),
    )


def _has_schemas(version: Version) -> bool:
    return any(path.startswith("schemas/") for path in version.files)


def _table(path: str, old: Side, new: Side) -> TableDifference:
    schemas = {**old.schemas, **new.schemas}
    schema, plan = table_of(path, schemas) or _no_table(path)
    before, after = old.sheets.get(path, Sheet()), new.sheets.get(path, Sheet())
    place = (schema.name, plan, path)
    if not before.readable or not after.readable:
        return TableDifference(*place)
    key = [name for name in schema.primary_key if name in schema.columns]
    return compare_rows(before, after, key, place, _source_of(new if plan in new.plans else old, plan))


def _no_table(path: str) -> tuple[TableSchema, str]:
    raise ValueError(f"{path} is no table")


def _source_of(side: Side, plan: str) -> Callable[[Mapping[str, str]], str]:
    """Says a row's source: the address its own cells give, or the plan's file."""
    source = side.plan_content(plan).get("source") if plan else None
    file = source.get("file", "") if isinstance(source, dict) else ""
    return lambda cells: cells.get("address", "") or str(file)


def _documents(path: str, old: Side, new: Side) -> Iterable[DocumentChange]:
    if path not in old.documents and path not in new.documents:
        return ()
    before, after = old.documents.get(path), new.documents.get(path)
    unread = any(path in side.documents and side.documents[path] is None for side in (old, new))
    return () if unread else compare_documents(path, before, after)


def _files(changed: list[str], old: Side, new: Side) -> Iterable[FileChange]:
    """Files that stand on one side only, and changed ones that are neither tables nor documents, or cannot be read."""
    for path in changed:
        before, after = path in old.version.files, path in new.version.files
        if before != after:
            yield FileChange(path, "added" if after else "removed")
        elif not all(_readable(path, side) for side in (old, new)) or _receipt(path, old) != _receipt(path, new):
            yield FileChange(path, "changed")


def _readable(path: str, side: Side) -> bool:
    if path in side.sheets:
        return side.sheets[path].readable
    return side.documents.get(path) is not None or bool(_receipt(path, side))


def _receipt(path: str, side: Side) -> object:
    return side.receipts.get(path.removeprefix(RECEIPTS).removesuffix(".json")) if path.startswith(RECEIPTS) else None


def _problems(old: Side, new: Side, changed: list[str], tables: Iterable[TableDifference]) -> Iterable[Trouble]:
    """What was unusual in the files that differ; a faulty file that did not change is no matter here.

    Of one kind in one file twenty are named, then how many more there are: a file may be wrong in every row.
    """
    found = [
        trouble
        for side in (old, new)
        for trouble in side.problems
        if trouble.file in changed or trouble.file not in side.version.files
    ]
    found += [trouble for table in tables for trouble in _empty_keys(new, table)]
    told: Counter[tuple[str, str, str]] = Counter()
    for trouble in found:
        kind = (trouble.side, trouble.file, trouble.code)
        told[kind] += 1
        if told[kind] <= NAMED_OF_A_KIND:
            yield trouble
    for (side_name, file, code), number in told.items():
        if number > NAMED_OF_A_KIND:
            more = number - NAMED_OF_A_KIND
            yield Trouble(side_name, file, 0, code, Text(f"同类问题另有 {more} 处。", f"{more} more of this kind."))


def _empty_keys(side: Side, table: TableDifference) -> Iterable[Trouble]:
    sheet = side.sheets.get(table.file, Sheet())
    schema = side.schemas.get(table.table)
    key = [name for name in schema.primary_key if name in sheet.header] if schema else []
    message = Text("主键为空，只能按内容与次序比较。", "The key is empty; compared by content and order.")
    for row in sheet.rows if key else ():
        if not any(row.cells[name] for name in key):
            yield Trouble(side.name, table.file, row.line, "empty-key", message)
