"""SQLite opens the databases: keys hold, types are strict, two-character words are found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from publishing import Published

from zoneledger.packages.formats.sqlite.fulltext import HOW, query, segmented

FIND = (
    "SELECT t.table_name, t.row_key, t.text FROM fulltext JOIN texts AS t ON t.id = fulltext.rowid WHERE fulltext MATCH ?"
)


def databases(published: Published) -> list[Path]:
    return [published.data / download.path for download in published.downloads if download.path.endswith(".sqlite")]


@pytest.fixture
def whole(real: Published) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{real.data / 'all.sqlite'}?mode=ro", uri=True)) as database:
        yield database


def test_keys_hold_in_every_database(published: Published) -> None:
    paths = databases(published)
    assert len(paths) == len(published.folders)
    for path in paths:
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_key_that_leads_nowhere_would_be_found(small: Published, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes((small.data / "all.sqlite").read_bytes())
    with closing(sqlite3.connect(copy)) as database:
        database.execute("UPDATE targets SET measure_id = 'nowhere' WHERE id = 'alpha-2020-t001'")
        assert [row[0] for row in database.execute("PRAGMA foreign_key_check")] == ["targets"]


def test_tables_are_strict_and_keyed_and_the_wide_ones_are_views(real: Published, whole: sqlite3.Connection) -> None:
    kinds = {name: (kind, strict) for _, name, kind, _, _, strict in whole.execute("PRAGMA table_list")}
    for name, schema in real.catalogue.schemas.items():
        assert kinds[name] == (("view", 0) if schema.of else ("table", 1))
        if schema.of:
            continue
        keyed = [row[1] for row in sorted(whole.execute(f'PRAGMA table_info("{name}")'), key=lambda row: row[5]) if row[5]]
        assert tuple(keyed) == schema.primary_key
        links = {(row[3], row[2], row[4]) for row in whole.execute(f'PRAGMA foreign_key_list("{name}")')}
        assert links == {(key.column, key.table, key.target) for key in schema.foreign_keys}
        first = {
            next(iter(whole.execute(f'PRAGMA index_info("{row[1]}")')))[2]
            for row in whole.execute(f'PRAGMA index_list("{name}")')
        }
        assert {key.column for key in schema.foreign_keys} <= first | set(schema.primary_key[:1])


def test_a_wrong_type_is_refused(small: Published, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes((small.data / "all.sqlite").read_bytes())
    with closing(sqlite3.connect(copy)) as database, pytest.raises(sqlite3.IntegrityError, match="REAL"):
        database.execute("UPDATE targets SET value = 'many'")


@pytest.mark.parametrize("word", ["链长", "亩均", "亩均税收", "开发区", "5G", "商"])
def test_words_are_found_wherever_they_stand(whole: sqlite3.Connection, word: str) -> None:
    found = {row[:2] for row in whole.execute(FIND, [query(word)])}
    folded = segmented(word).split()[0] if word.isascii() else word
    texts = {row[:2]: row[2] for row in whole.execute("SELECT table_name, row_key, text FROM texts")}
    if len(word) == 1:
        # A single character is a word of its own at the end of a run alone.
        assert found
        assert all(word in texts[place] for place in found)
        return
    if word.isascii():
        assert found >= {place for place, text in texts.items() if f" {folded} " in f" {segmented(text)} "} != set()
    else:
        assert found >= {place for place, text in texts.items() if word in text} != set()


def test_traditional_characters_are_found_by_simplified_ones(whole: sqlite3.Connection) -> None:
    written = {row[0] for row in whole.execute("SELECT row_key FROM texts WHERE text LIKE '%產業鏈%'")}
    assert written
    assert written <= {row[1] for row in whole.execute(FIND, [query("产业链")])}
    assert query("產業鏈") == query("产业链")


def test_the_query_that_the_readme_and_the_database_give_works(whole: sqlite3.Connection) -> None:
    (about,) = whole.execute("SELECT zh FROM about WHERE key = 'fulltext'").fetchone()
    assert about == HOW.zh
    statement = about.split("`")[1]
    assert whole.execute(statement).fetchall()
    pairs = about.split("`")[3]
    assert pairs == f"'{query('亩均税收')}'"


def test_codes_are_there_in_words(real: Published, whole: sqlite3.Connection) -> None:
    labels = dict(
        whole.execute("SELECT code, label_zh FROM codes WHERE table_name = 'targets' AND column_name = 'strength'")
    )
    field = real.catalogue.schemas["targets"].by_name["strength"]
    assert labels == {code: label.zh for code, label in field.labelled.items()}
