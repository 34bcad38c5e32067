"""A full-text index that finds Chinese words of two characters: every pair of neighbouring characters is a word of it.

SQLite's own tokenizers take a run of Chinese for one word, and its trigrams find nothing shorter than three characters.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zoneledger.catalogue import Field, TableSchema
from zoneledger.catalogue.schemas import COMPUTED, WIDE
from zoneledger.packages.tables import PublishedTable
from zoneledger.problems import Text
from zoneledger.search.folding import fold

HOW = Text(
    "查“链长”：`SELECT t.table_name, t.row_key, t.text FROM fulltext JOIN texts AS t ON t.id = fulltext.rowid WHERE "
    "fulltext MATCH '\"链长\"'`。索引里是相邻两字的组合：三字以上的词写成逐对重叠，如“亩均税收”写 `'\"亩均 均税 税收\"'`；"
    "一律用简体字；英文照写。",
    "to find 链长, `SELECT t.table_name, t.row_key, t.text FROM fulltext JOIN texts AS t ON t.id = fulltext.rowid WHERE "
    "fulltext MATCH '\"链长\"'`. The index holds pairs of neighbouring characters: write a longer word as overlapping "
    "pairs, 亩均税收 as `'\"亩均 均税 税收\"'`, always in simplified characters; English words stand as they are.",
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")


def segmented(text: str) -> str:
    """A text as the index holds it: folded, and every run of Chinese as its pairs, its last character once more alone.

    >>> segmented("推行链长制。")
    ' 推行 行链 链长 长制 制 。'
    """
    return _HAN.sub(lambda run: f" {_pairs(run[0])} ", fold(text))


def query(words: str) -> str:
    """What finds these words in the index, one behind the other as they stand."""
    tokens = _HAN.sub(lambda run: f" {_pairs(run[0]).rpartition(' ')[0] or run[0]} ", fold(words).replace('"', " "))
    return f'"{" ".join(tokens.split())}"'


def _pairs(run: str) -> str:
    return " ".join([*("".join(pair) for pair in pairwise(run)), run[-1]])


def write(database: sqlite3.Connection, tables: Sequence[PublishedTable]) -> None:
    """Adds the texts of every row that has some, and the index over them."""
    database.execute(
        "CREATE TABLE texts (id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, row_key TEXT NOT NULL, "
        "text TEXT NOT NULL) STRICT"
    )
    database.execute("CREATE VIRTUAL TABLE fulltext USING fts5 (pairs, content = '', tokenize = 'unicode61')")
    rows = [(number, *row) for number, row in enumerate(_texts(tables), 1)]
    database.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", rows)
    pairs = ((number, segmented(text)) for number, _, _, text in rows)
    database.executemany("INSERT INTO fulltext (rowid, pairs) VALUES (?, ?)", pairs)
    database.execute("INSERT INTO fulltext (fulltext) VALUES ('optimize')")


def _texts(tables: Sequence[PublishedTable]) -> Iterator[tuple[str, str, str]]:
    """Table, key and text of every row that has text; what its wide table says of it in sentences comes along."""
    wide = {table.schema.of: table for table in tables if table.schema.group == WIDE}
    for table in tables:
        if table.schema.group == WIDE:
            continue
        columns = _worded(table)
        if table.name in wide:
            columns += _worded(wide[table.name])
        keys = zip(*(table.texts[table.header.index(column)] for column in table.schema.primary_key), strict=True)
        for key, *words in zip(keys, *columns, strict=True):
            said = dict.fromkeys(filter(None, words))
            if said:
                yield table.name, " ".join(key), "\n".join(said)


def _worded(table: PublishedTable) -> list[tuple[str, ...]]:
    fields = zip(table.schema.fields, table.texts, strict=True)
    return [column for field, column in fields if _is_worded(table.schema, field)]


def _is_worded(schema: TableSchema, field: Field) -> bool:
    """Whether a column holds words: no code, no id, nothing of a fixed form."""
    if schema.group == WIDE:
        return field.descriptor["derived"] == COMPUTED and field.name.endswith(("_zh", "_en"))
    linked = {key.column for key in schema.foreign_keys} | set(schema.primary_key)
    fixed = bool(field.enum) or "pattern" in field.constraints or field.name in linked
    return field.type == "string" and not fixed and "locator" not in field.name
