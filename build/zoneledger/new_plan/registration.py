"""What a new row of a reference list asks for, read off the table's schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.catalogue import Catalogue, Field, Table
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import ForeignKey
from zoneledger.check import characters, forms
from zoneledger.new_plan import reference
from zoneledger.problems import NOTHING, Text


def columns(catalogue: Catalogue, table: str) -> Iterator[Field]:
    """The columns to ask for beside the key."""
    schema = catalogue.schemas[table]
    return (field for field in schema.fields if not field.derived and field.name not in schema.primary_key)


def title(column: Field) -> Text:
    """The question for a column."""
    if column.required:
        return column.title
    return Text(f"{column.title.zh}（可不填，直接回车）", f"{column.title.en} (Enter to leave it out)")


def allowed(column: Field) -> Text:
    """The values of an enum column in words."""
    if not column.enum:
        return NOTHING
    zh = "、".join(f"{value}（{column.label(value).zh}）" for value in column.enum)
    return Text(zh, ", ".join(f"{value} ({column.label(value).en})" for value in column.enum))


def meant(catalogue: Catalogue, table: str, column: Field, cell: str) -> str:
    """What to store for a cell as typed: the value behind a label, the key behind a name, else the cell itself."""
    for value in column.enum:
        if cell.casefold() in {label.casefold() for label in column.label(value)}:
            return value
    link = _link(catalogue, table, column)
    return (reference.find(catalogue, link.table, cell).key if link else "") or cell


def _link(catalogue: Catalogue, table: str, column: Field) -> ForeignKey | None:
    return next((link for link in catalogue.schemas[table].foreign_keys if link.column == column.name), None)


def fault(
    catalogue: Catalogue, table: str, column: Field, cell: str, registered: Mapping[str, Mapping[str, str]]
) -> Text | None:
    """What is wrong with a cell; None where nothing is.

    Args:
        catalogue: the checkout, for what the cell may point at.
        table: the reference list.
        column: the cell's column.
        cell: as it would be stored.
        registered: cells of rows that this run adds to reference lists, by table; they may be pointed at too.
    """
    if not cell:
        return Text("不能空。", "It must be filled.") if column.required else None
    if column.enum and cell not in column.enum:
        return Text(f"只能是：{allowed(column).zh}", f"Must be one of: {allowed(column).en}")
    if (link := _link(catalogue, table, column)) is not None:
        known = {record.cells[link.target] for record in catalogue.tables[link.table]}
        if cell not in known | {registered.get(link.table, {}).get(link.target)}:
            return Text(
                f"{link.table} 中没有它；写那里已有的 {link.target} 或名称。",
                f"{link.table} has no such row; write a {link.target} or a name that stands there.",
            )
    probe = Table(catalogue.schemas[table], [Record("", 0, {column.name: cell})])
    for problem in characters.lint([probe]):
        return problem.message
    return next((message for _, message, _, _ in forms.judge(cell, column)), None)
