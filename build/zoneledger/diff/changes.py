"""What of one side the difference is about: the rows and files from which pages and downloads are told."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.diff.difference import BASE, AuditChange, DocumentChange, FileChange, TableDifference
from zoneledger.diff.links import Spot
from zoneledger.diff.sheets import Sheet
from zoneledger.diff.side import DATASET, RECEIPTS, Side

#: Keys of ``plan.yml`` that pages beside the plan's own show.
_SHOWN_ELSEWHERE = ("title", "short_title", "script", "id", "zone", "jurisdiction")
#: Columns of ``glossary`` from which links to it are made.
_LINKED = ("term_zh", "term_en", "variants")


@dataclass(frozen=True)
class Found:
    """What was found to differ, before its consequences are known."""

    tables: tuple[TableDifference, ...]
    documents: tuple[DocumentChange, ...]
    files: tuple[FileChange, ...]
    audit: tuple[AuditChange, ...]


@dataclass(frozen=True)
class Changes:
    """What of one side differs from the other.

    Args:
        spots: rows, by file and line.
        plans: plans of which ``plan.yml`` differs.
        named: those of them of which the title or the script differs, which other pages show too.
        proofs: plans of which the receipt differs.
        terms: whether the glossary's words differ, which any page may link.
        rows: whether any table has more or fewer rows.
        everything: whether something differs that shows on every page: ``dataset.yml``, a schema.
    """

    spots: frozenset[Spot] = frozenset()
    plans: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    proofs: frozenset[str] = frozenset()
    terms: bool = False
    rows: bool = False
    everything: bool = False


def changes_of(side: Side, found: Found) -> Changes:
    """What of a side differs from the other."""
    unread = {file.file for file in found.files}
    of_plans = [change for change in found.documents if change.file != DATASET]
    return Changes(
        spots=frozenset(spot for table in found.tables for spot in _spots(table, side)),
        plans=frozenset(
            [_plan(change.file) for change in of_plans]
            + [_plan(path) for path in unread if path.startswith("datasets/plans/") and path.count("/") == 3]
        ),
        named=frozenset(_plan(change.file) for change in of_plans if change.path.split(".")[0] in _SHOWN_ELSEWHERE),
        proofs=frozenset(
            [change.plan for change in found.audit]
            + [path.removeprefix(RECEIPTS).removesuffix(".json") for path in unread if path.startswith(RECEIPTS)]
        ),
        terms=any(_other_words(table) for table in found.tables if table.table == "glossary"),
        rows=any(table.added or table.removed for table in found.tables),
        everything=any(change.file == DATASET for change in found.documents)
        or any(path == DATASET or _table_schema(path) for path in unread),
    )


def _other_words(glossary: TableDifference) -> bool:
    """Whether pages may link other words than before; what a term means is read in the glossary alone."""
    if any(cell.column in _LINKED for row in glossary.changed for cell in row.cells):
        return True
    columns = glossary.renamed_columns or glossary.added_columns or glossary.removed_columns
    return bool(glossary.added or glossary.removed or glossary.id_changes or columns)


def _table_schema(path: str) -> bool:
    """Whether a file rules a table; the JSON Schemas of YAML files are shown nowhere."""
    return path.startswith("schemas/") and not path.endswith(".schema.json")


def _plan(path: str) -> str:
    return path.split("/")[2]


def _spots(table: TableDifference, side: Side) -> set[Spot]:
    """The rows of a side that a table's difference is about; all of its file where the order or the header changed."""
    sheet = side.sheets.get(table.file, Sheet())
    if table.reordered or table.renamed_columns or table.added_columns or table.removed_columns:
        return {(table.file, row.line) for row in sheet.rows}
    if side.name == BASE:
        lines = [row.line for row in table.removed]
        lines += [row.base_line for row in table.changed] + [row.base_line for row in table.id_changes]
    else:
        lines = [row.line for row in table.added]
        lines += [row.line for row in table.changed] + [row.line for row in table.id_changes]
    return {(table.file, line) for line in lines}
