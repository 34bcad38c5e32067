"""What differs between two versions of the datasets, in the one shape that every format writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zoneledger.problems import Text

BASE, HEAD = "base", "head"


@dataclass(frozen=True)
class Trouble:
    """Something about one side that limits the comparison, said aloud.

    Args:
        side: ``base`` or ``head``.
        file: path from the top folder.
        line: physical line, from 1; 0 where the file as a whole is meant.
        code: stable name in kebab-case.
        message: what it is.
    """

    side: str
    file: str
    line: int
    code: str
    message: Text


@dataclass(frozen=True)
class Anchor:
    """Where a row stands in its source: the place, the words printed there, and the source's file or address."""

    locator: str = ""
    printed: str = ""
    source: str = ""


@dataclass(frozen=True)
class OneSidedRow:
    """A row that only one side has; its line is that side's."""

    key: Mapping[str, str]
    file: str
    line: int
    anchor: Anchor
    cells: Mapping[str, str]


@dataclass(frozen=True)
class CellChange:
    """One cell; a column that a side lacks counts as empty there."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class EditedRow:
    """A row of which cells differ; ``line`` is the head's, ``base_line`` the base's."""

    key: Mapping[str, str]
    file: str
    line: int
    base_line: int
    anchor: Anchor
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class IdChange:
    """A row whose id differs and nothing else. Ids must never change: links and citations hang on them."""

    column: str
    old: str
    new: str
    file: str
    line: int
    base_line: int
    anchor: Anchor


@dataclass(frozen=True)
class ColumnRename:
    """A column under another name: of ``of`` cells filled on either side, ``equal`` are the same."""

    old: str
    new: str
    equal: int
    of: int


@dataclass(frozen=True)
class Duplicate:
    """A key that stands more than once on a side; its rows were compared one by one, in order."""

    key: Mapping[str, str]
    base: int
    head: int
    lines: tuple[int, ...]


@dataclass(frozen=True)
class TableDifference:
    """One table's file.

    Args:
        table: the table's name.
        plan: the plan whose folder it is in; empty for shared lists.
        file: path from the top folder.
        added, removed, changed, id_changes: rows, each in one of these lists.
        renamed_columns, added_columns, removed_columns: what became of the header; order is no matter.
        duplicates: keys that stand more than once.
        reordered: whether rows that both sides have stand in another order.
    """

    table: str
    plan: str
    file: str
    added: tuple[OneSidedRow, ...] = ()
    removed: tuple[OneSidedRow, ...] = ()
    changed: tuple[EditedRow, ...] = ()
    id_changes: tuple[IdChange, ...] = ()
    renamed_columns: tuple[ColumnRename, ...] = ()
    added_columns: tuple[str, ...] = ()
    removed_columns: tuple[str, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    reordered: bool = False

    @property
    def cells(self) -> int:
        """Cells that differ in rows of both sides."""
        return sum(len(row.cells) for row in self.changed)

    @property
    def same_content(self) -> bool:
        """Whether no cell, row or column differs."""
        rows = self.added or self.removed or self.changed or self.id_changes
        return not (rows or self.renamed_columns or self.added_columns or self.removed_columns)


@dataclass(frozen=True)
class DocumentChange:
    """One value of ``plan.yml`` or ``dataset.yml`` by its path, such as ``source.file``; None where a side lacks it."""

    file: str
    path: str
    old: str | None
    new: str | None
    line: int


@dataclass(frozen=True)
class FileChange:
    """A file that is ``added``, ``removed`` or ``changed`` and is not a table or document, or cannot be read as one."""

    file: str
    change: str


@dataclass(frozen=True)
class AuditChange:
    """A count of a plan's audit; None where a side has no receipt, or where it cannot be told."""

    plan: str
    figure: str
    old: int | None
    new: int | None


@dataclass(frozen=True)
class Difference:
    """Everything that differs.

    Args:
        base, head: how each side was named.
        tables: files with rows, cells or columns that differ, or with duplicate keys.
        format_only: files whose bytes differ and whose content does not.
        documents: changed keys of YAML files.
        files: other files, and tables and documents added or removed as a whole.
        pages: addresses of pages that may change, without the language's prefix.
        downloads: archives that may change.
        audit: counts of receipts that moved.
        problems: what limits the comparison.
    """

    base: str
    head: str
    tables: tuple[TableDifference, ...] = ()
    format_only: tuple[str, ...] = ()
    documents: tuple[DocumentChange, ...] = ()
    files: tuple[FileChange, ...] = ()
    pages: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()
    audit: tuple[AuditChange, ...] = ()
    problems: tuple[Trouble, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """How many of each."""
        rows = ("added", "removed", "changed", "id_changes", "renamed_columns", "duplicates")
        whole = ("format_only", "documents", "files", "pages", "downloads", "audit", "problems")
        return {
            **{name: sum(len(getattr(table, name)) for table in self.tables) for name in rows},
            "cells": sum(table.cells for table in self.tables),
            **{name: len(getattr(self, name)) for name in whole},
        }

    @property
    def content(self) -> bool:
        """Whether anything but the form of files differs."""
        tables = any(not table.same_content for table in self.tables)
        return bool(tables or self.documents or self.files or self.audit)
