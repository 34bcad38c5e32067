"""Tables as JSON Lines: one object a row, every column named, numbers as printed, what is empty null.

Source: JSON Lines, https://jsonlines.org.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from zoneledger.catalogue import TableSchema
from zoneledger.packages.formats.format import Files, Format, Rows, Stretches
from zoneledger.packages.identity import Same
from zoneledger.packages.numbers import plain
from zoneledger.packages.package import Package
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

_READING = Text(
    """\
- 每行一个 JSON 对象；数字、布尔值带类型，数字照原表的写法，不经浮点换算；空单元格写作 `null`，各列总在。没有行的表是空文件。
- Python：`pandas.read_json("targets_wide.jsonl", lines=True, dtype=False)`；命令行：`jq -r .statement_zh targets_wide.jsonl`
- 文字是原始值，没有为电子表格软件转义。""",
    """\
- One JSON object a line; numbers and truth values are typed, numbers stand as in the table, never rounded by floating \
point; an empty cell is `null`, and every column is always there. A table without rows is an empty file.
- Python: `pandas.read_json("targets_wide.jsonl", lines=True, dtype=False)`; shell: \
`jq -r .statement_en targets_wide.jsonl`
- Texts are raw values, not escaped for spreadsheets.""",
)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_NULL = "null"
_text: Callable[[str], str] = json.encoder.encode_basestring


def encode_head(schema: TableSchema) -> bytes:
    """What a table's file begins with: nothing."""
    return b""


def encode_rows(table: Table) -> bytes:
    """A table's rows; those of several plans, one behind the other, are the rows of them all."""
    columns = (_written(column, field.type) for field, column in zip(table.schema.fields, table.texts, strict=True))
    row = _row_of(Same(table.schema))
    return "".join([row % cells for cells in zip(*columns, strict=True)]).encode("utf-8")


@lru_cache(maxsize=128)
def _row_of(schema: Same[TableSchema]) -> str:
    """What a row of a table is, with a place for each cell."""
    names = (_text(field.name).replace("%", "%%") for field in schema.held.fields)
    return f"{{{','.join(f'{name}:%s' for name in names)}}}\n"


def _written(column: Sequence[str], kind: str) -> Sequence[str]:
    if kind in _WRITERS:
        known = {cell: _WRITERS[kind](cell) if cell else _NULL for cell in set(column)}
        return [known[cell] for cell in column]
    return [_text(cell) if cell else _NULL for cell in column]


def encode_table(table: Table) -> bytes:
    """A table as the bytes of a JSON Lines file; one without rows is empty."""
    return encode_rows(table)


def encode(package: Package) -> dict[str, bytes]:
    """A file for every table."""
    return {f"{table.name}.jsonl": encode_table(table) for table in package.tables}


def _number(cell: str) -> str:
    """A number as JSON allows it: the cell's own digits wherever they are so."""
    return cell if _NUMBER.fullmatch(cell) else plain(Decimal(cell))


def _boolean(cell: str) -> str:
    return "true" if cell == "true" else "false"


_WRITERS: dict[str, Callable[[str], str]] = {"integer": _number, "number": _number, "boolean": _boolean}


def read_back(files: Files, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables.

    Raises:
        ValueError: a line is no JSON, or its columns are not the schema's.
    """
    found: Rows = {}
    for name, schema in schemas.items():
        if f"{name}.jsonl" in files:
            header = [field.name for field in schema.fields]
            lines = files[f"{name}.jsonl"].decode("utf-8").split("\n")[:-1]
            found[name] = [_row(line, header) for line in lines]
    return found


def _row(line: str, header: list[str]) -> tuple[str, ...]:
    row = json.loads(line, parse_float=Decimal)
    if list(row) != header:
        raise ValueError(f"the columns are {list(row)}")
    return tuple(_canonical(value) for value in row.values())


def _canonical(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None else str(value)


FORMAT = Format(
    id="jsonl",
    name=Text("JSON Lines", "JSON Lines"),
    suffix=".jsonl",
    mediatype="application/jsonl",
    by_table=True,
    reading=_READING,
    encode=encode,
    read_back=read_back,
    stretches=Stretches(encode_head, encode_rows),
)
