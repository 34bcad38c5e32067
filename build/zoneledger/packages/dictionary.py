"""``dictionary.csv``: every column of every table on a line, in both languages, for readers without the descriptor."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from zoneledger.catalogue import Field, TableSchema
from zoneledger.problems import Text

FILE_NAME = "dictionary.csv"
TITLE = Text("数据字典：各表各列的名称、类型、说明与代码", "Data dictionary: name, type, meaning and codes of every column")
HEADER = (
    "table", "table_zh", "table_en", "column", "title_zh", "title_en", "type", "required", "key", "points_to",
    "description_zh", "description_en", "codes_zh", "codes_en",
)  # fmt: skip


def lines(schemas: Iterable[TableSchema]) -> tuple[tuple[str, ...], ...]:
    """One line a column, in the order of tables and columns; see ``HEADER``.

    Args:
        schemas: the tables' rules.
    """
    return tuple(_line(schema, field) for schema in schemas for field in schema.fields)


def _line(schema: TableSchema, field: Field) -> tuple[str, ...]:
    target = next((f"{key.table}.{key.target}" for key in schema.foreign_keys if key.column == field.name), "")
    codes = field.labelled if "labels" in field.descriptor else {code: Text("", "") for code in field.enum}
    return (
        schema.name, *schema.title, field.name, *field.title, field.type,
        "yes" if field.required else "", "yes" if field.name in schema.primary_key else "", target,
        *field.description,
        *("; ".join(f"{code} = {label.of(lang)}".removesuffix(" = ") for code, label in codes.items()) for lang in ("zh", "en")),
    )  # fmt: skip


def encode(written: Sequence[Sequence[str]]) -> bytes:
    """The dictionary as the bytes of a CSV file that spreadsheets read, too.

    Args:
        written: its lines.
    """
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(written)
    return text.getvalue().encode("utf-8")
