"""A full-text index that finds Chinese words of two characters: every pair of neighbouring characters is a word of it.

SQLite's own tokenizers take a run of Chinese for one word, and its trigrams find nothing shorter than three characters.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, repeat

from zoneledger.catalogue import Field, TableSchema
from zoneledger.catalogue.schemas import COMPUTED, WIDE
from zoneledger.packages.tables import Table
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
_AT_A_TIME = 5000
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


def write(database: sqlite3.Connection, tables: Sequence[Table]) -> None:
    """Adds the texts of every row that has some, and the index over them."""
    database.execute(
        "CREATE TABLE texts (id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, row_key TEXT NOT NULL, "
        "text TEXT NOT NULL) STRICT"
    )
    database.execute("CREATE VIRTUAL TABLE fulltext USING fts5 (pairs, content = '', tokenize = 'unicode61')")
    numbered = enumerate(_texts(tables), 1)
    # A few thousand at a time, so that the texts are never in memory as a whole.
    while rows := [(number, *row) for number, row in islice(numbered, _AT_A_TIME)]:
        database.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", rows)
        pairs = ((number, segmented(text)) for number, _, _, text in rows)
        database.executemany("INSERT INTO fulltext (rowid, pairs) VALUES (?, ?)", pairs)
    database.execute("INSERT INTO fulltext (fulltext) VALUES ('optimize')")


def _texts(tables: Sequence[Table]) -> Iterator[tuple[str, str, str]]:
    """Table, key and text of every row that has text; what its wide table says of it in sentences comes along."""
    wide = {table.schema.of: table for table in tables if table.schema.group == WIDE}
    for table in tables:
        if table.schema.group == WIDE:
            continue
        keys = [table.header.index(column) for column in table.schema.primary_key]
        own, joined = _worded(table), wide.get(table.name)
        further = _worded(joined) if joined else []
        wider: Iterable[Sequence[str]] = joined.lines() if joined else repeat(())
        for line, more in zip(table.lines(), wider, strict=False):
            words = (*(line[place] for place in own), *(more[place] for place in further))
            said = dict.fromkeys(filter(None, words))
            if said:
                yield table.name, " ".join(line[place] for place in keys), "\n".join(said)


def _worded(table: Table) -> list[int]:
    return [place for place, field in enumerate(table.schema.fields) if _is_worded(table.schema, field)]


def _is_worded(schema: TableSchema, field: Field) -> bool:
    """Whether a column holds words: no code, no id, nothing of a fixed form."""
    if schema.group == WIDE:
        return field.descriptor["derived"] == COMPUTED and field.name.endswith(("_zh", "_en"))
    linked = {key.column for key in schema.foreign_keys} | set(schema.primary_key)
    fixed = bool(field.enum) or "pattern" in field.constraints or field.name in linked
    return field.type == "string" and not fixed and "locator" not in field.name
