"""The data dictionary: every table and column in words, from the schemas alone."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Field, Row, TableSchema
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.problems import Text
from zoneledger.views.name import column_title
from zoneledger.views.number import readable

#: Shared lists whose rows are shown on pages of their own.
_ELSEWHERE = ("agency_types", "organizations", "glossary", "indicators", "indicator_relations", "zones")
_BOUNDS = {
    "minimum": "≥",
    "maximum": "≤",
    "exclusiveMinimum": ">",
    "exclusiveMaximum": "<",
}


@dataclass(frozen=True)
class ColumnView:
    """One column.

    Args:
        key: whether it is part of the primary key.
        points_to: table and column its values must stand in; empty where they need not.
        values: allowed values, each with its label.
        limits: bounds of a number, as signs and figures.
        longest: greatest number of characters; 0 where there is no limit.
    """

    name: str
    title: Text
    description: Text
    type: str
    required: bool
    derived: bool
    key: bool
    points_to: tuple[str, str] | None
    pattern: str
    values: tuple[tuple[str, Text], ...]
    limits: tuple[str, ...]
    longest: int


@dataclass(frozen=True)
class Entry:
    """One row of a shared list.

    Args:
        anchor: the row's anchor on the page; empty where it would be taken for a column's.
        cells: its cells, each in both languages; a pair of columns is one cell.
        row: the parts of its key.
    """

    anchor: str
    cells: tuple[Text, ...]
    file: str
    line: int
    row: str


@dataclass(frozen=True)
class TableView:
    """One table.

    Args:
        file: schema file from the repository's root.
        rows: how many rows the dataset has.
        key: columns of the primary key.
        unique: further groups of columns that must not repeat.
        referenced_by: tables whose columns point here.
        heads: column heads of the entries.
        entries: the rows of a shared list that has no other page; empty otherwise.
    """

    name: str
    group: str
    title: Text
    description: Text
    file: str
    rows: int
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...]
    referenced_by: tuple[str, ...]
    columns: tuple[ColumnView, ...]
    heads: tuple[Text, ...]
    entries: tuple[Entry, ...]


def dictionary(catalogue: Catalogue) -> tuple[TableView, ...]:
    """Every table: what plans hold first, then shared lists, each in alphabetical order."""
    pointing: dict[str, list[str]] = {}
    for schema in catalogue.schemas.values():
        for key in schema.foreign_keys:
            if schema.name not in pointing.setdefault(key.table, []):
                pointing[key.table].append(schema.name)
    return tuple(
        TableView(
            name=schema.name,
            group=schema.group,
            title=schema.title,
            description=schema.description,
            file=f"{catalogue.layout.relative(catalogue.layout.schemas)}/{schema.name}.json",
            # A wide table has no rows until it is published: as many as the table it extends.
            rows=catalogue.count(schema.of or schema.name),
            key=schema.primary_key,
            unique=schema.unique_keys,
            referenced_by=tuple(pointing.get(schema.name, ())),
            columns=columns(schema),
            heads=tuple(_heads(schema)),
            entries=tuple(_entries(catalogue, schema)),
        )
        for schema in listed(catalogue)
    )


def listed(catalogue: Catalogue) -> list[TableSchema]:
    """The schemas in the order of the dictionary, of which no row is read."""
    order = {"plan_file": 0, "plan": 1, "reference": 2, "wide": 3}
    return sorted(catalogue.schemas.values(), key=lambda schema: (order[schema.group], schema.name))


def columns(schema: TableSchema) -> tuple[ColumnView, ...]:
    """What the dictionary says of a table's columns."""
    return tuple(_column(schema, field) for field in schema.fields)


def _shown(schema: TableSchema) -> list[Field]:
    """The columns of an entry; the English twin of a Chinese one is part of it."""
    return [field for field in schema.fields if _twin(field.name) not in schema.by_name]


def _twin(column: str) -> str:
    return f"{column.removesuffix('_en')}_zh" if column.endswith("_en") else ""


def _heads(schema: TableSchema) -> list[Text]:
    return [column_title(schema, field.name) for field in _shown(schema)]


def _entries(catalogue: Catalogue, schema: TableSchema) -> list[Entry]:
    if schema.group != REFERENCE or schema.name in _ELSEWHERE:
        return []
    entries = []
    for row in catalogue.rows(schema.name):
        key = row.text(schema.primary_key[0])
        single = len(schema.primary_key) == 1 and key not in schema.by_name
        cells = tuple(_cell(row, field) for field in _shown(schema))
        whole = " ".join(row.text(column) for column in schema.primary_key)
        entries.append(Entry(f"{schema.name}.{key}" if single else "", cells, row.file, row.line, whole))
    return entries


def _cell(row: Row, field: Field) -> Text:
    twin = f"{field.name.removesuffix('_zh')}_en"
    if field.name.endswith("_zh") and twin in row.values:
        return Text(row.text(field.name), row.text(twin))
    if field.enum and row[field.name] is not None:
        return field.label(row[field.name])
    number = row.number(field.name)
    return Text(row.text(field.name), row.text(field.name)) if number is None else readable(number)


def _column(schema: TableSchema, field: Field) -> ColumnView:
    target = next(((key.table, key.target) for key in schema.foreign_keys if key.column == field.name), None)
    rules = field.constraints
    return ColumnView(
        name=field.name,
        title=field.title,
        description=field.description,
        type=field.type,
        required=field.required,
        derived=field.derived,
        key=field.name in schema.primary_key,
        points_to=target,
        pattern=str(rules.get("pattern", "")),
        values=tuple((value, field.label(value)) for value in field.enum),
        limits=tuple(f"{sign} {rules[name]}" for name, sign in _BOUNDS.items() if name in rules),
        longest=int(rules.get("maxLength", 0)),
    )
