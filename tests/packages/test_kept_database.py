"""A database whose tables are filled again only where they changed has the bytes of one made from nothing."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from publishing import Published
from stored_package import Stored

from zoneledger.catalogue.schemas import COMPUTED, WIDE
from zoneledger.packages.formats import sqlite
from zoneledger.packages.stored import StoredTable, Stretch
from zoneledger.packages.tables import Table


@pytest.fixture(params=[False, True], ids=["", "in stretches"])
def stored(
    small: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Stored:
    monkeypatch.setattr(sqlite, "MOST_ROWS", 5)
    return Stored(small, tmp_path, request.param)


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that are filled from now on."""
    names: list[str] = []
    fill: Callable[..., None] = sqlite._write_rows

    def spy(database: Any, table: Table, *known: Any) -> None:
        names.append(table.name)
        fill(database, table, *known)

    monkeypatch.setattr(sqlite, "_write_rows", spy)
    return names


def edit(stored: Stored, table: str, words: str = " extra") -> None:
    header, *rows = stored.rows(table)
    column = next(place for place, name in enumerate(header) if name.endswith("_zh") or name == "printed")
    rows[-1][column] += words
    stored.save(table, [header, *rows])


def test_only_what_changed_is_filled_again(stored: Stored, filled: list[str]) -> None:
    every = {table.name for table in stored.package.tables if table.schema.group != WIDE}
    assert stored.write() == stored.fresh()
    assert set(filled) == every
    filled.clear()
    stored.write()
    assert filled == []
    edit(stored, "measures")
    edit(stored, "responsibilities")
    again = stored.write()
    assert set(filled) == {"measures", "responsibilities"}
    assert again == stored.fresh()


def test_what_is_computed_of_a_row_changes_with_it(stored: Stored) -> None:
    """It stands in a table of its own, beside the view of the wide table."""
    stored.write()
    (wide,) = (table for table in stored.package.tables if table.name == "targets_wide")
    computed = [field.name for field in wide.schema.fields if field.descriptor["derived"] == COMPUTED]
    assert len(computed) > 3
    for name in computed:
        header, *rows = stored.rows("targets_wide")
        rows[-1][header.index(name)] = "7" if wide.schema.by_name[name].type in ("integer", "number") else "2031"
        stored.save("targets_wide", [header, *rows])
        before = stored.kept.read_bytes()
        assert stored.write() == stored.fresh(), name
        assert stored.kept.read_bytes() != before, name
    header, *rows = stored.rows("targets_wide")
    stored.save("targets_wide", [header, *rows[1:]])
    assert stored.write() == stored.fresh()


def test_whatever_happened_to_it_before(stored: Stored) -> None:
    """Rows come, go and change, in several tables, again and again."""
    stored.write()
    chance = random.Random(7)
    tables = {table.name: table for table in stored.package.tables if table.schema.group != WIDE and table.count}
    seen = set()
    for _ in range(12):
        for table in chance.sample(list(tables), 3):
            header, *rows = stored.rows(table)
            keyed = header[0] == "id" and not tables[table].schema.unique_keys
            match chance.choice(("longer", "fewer", "more")):
                case "longer":
                    text = next((place for place, name in enumerate(header) if name.endswith(("_zh", "_en"))), None)
                    if text is not None:
                        chance.choice(rows)[text] += " 多 more" * chance.randrange(1, 400)
                case "fewer" if len(rows) > 1:
                    rows.pop(chance.randrange(len(rows)))
                case "more" if keyed:
                    row = list(chance.choice(rows))
                    row[0] += f"-{chance.randrange(10**9)}"
                    rows.insert(chance.randrange(len(rows)), row)
            stored.save(table, [header, *rows])
        now = stored.write()
        assert now == stored.fresh()
        seen.add(now)
    assert len(seen) > 8


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the database is told from now on."""
    told: list[str] = []
    prepare = sqlite._prepare

    def spy(database: Any) -> None:
        prepare(database)
        database.set_trace_callback(told.append)

    monkeypatch.setattr(sqlite, "_prepare", spy)
    return told


def writes(statements: list[str], verb: str) -> int:
    return sum(statement.startswith(f"{verb} ") and "measures" in statement.split("(")[0] for statement in statements)


def test_a_changed_row_is_changed_alone(stored: Stored, statements: list[str]) -> None:
    stored.write()
    statements.clear()
    edit(stored, "measures")
    again = stored.write()
    assert [writes(statements, verb) for verb in ("UPDATE", "INSERT INTO", "DELETE FROM")] == [1, 0, 0]
    assert again == stored.fresh()


def test_of_a_table_in_stretches_nothing_else_is_read(small: Published, tmp_path: Path, monkeypatch: Any) -> None:
    """Neither of a table nor of what stands beside the view of a wide one; all of it where the rows are more or fewer."""
    monkeypatch.setattr(sqlite, "MOST_ROWS", 5)
    stored = Stored(small, tmp_path, stretched=True)
    stored.write()
    edit(stored, "measures")
    header, *rows = stored.rows("targets_wide")
    rows[-1][header.index("statement_zh")] += "变"
    stored.save("targets_wide", [header, *rows])
    read: list[int] = []
    with monkeypatch.context() as patch:
        lines = Stretch.lines
        patch.setattr(Stretch, "lines", lambda each: read.append(each.rows) or lines(each))
        patch.setattr(StoredTable, "lines", None)
        again = stored.write()
    assert read == [stored.stretches(table)[-1].rows for table in ("measures", "targets_wide")]
    assert again == stored.fresh()
    header, *rows = stored.rows("measures")
    stored.save("measures", [header, *rows[1:]])
    assert stored.write() == stored.fresh()


@pytest.mark.parametrize("change", ["swapped rows", "swapped keys", "another key", "many"])
def test_where_more_changed_the_table_is_filled_anew(
    stored: Stored, statements: list[str], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """As many rows as before, and still none can be changed where it stands."""
    stored.write()
    statements.clear()
    header, *rows = stored.rows("measures")
    key, text = header.index("id"), header.index("title_zh")
    match change:
        case "swapped rows":
            rows[0], rows[1] = rows[1], rows[0]
        case "swapped keys":
            rows[0][key], rows[1][key] = rows[1][key], rows[0][key]
        case "another key":
            rows[0][key] += "-x"
        case "many":
            monkeypatch.setattr(sqlite.rows, "_FEW", 1)
            rows[0][text] += "变"
            rows[1][text] += "变"
    stored.save("measures", [header, *rows])
    again = stored.write()
    assert [writes(statements, verb) for verb in ("UPDATE", "INSERT INTO", "DELETE FROM")] == [0, len(rows), 1]
    assert again == stored.fresh()


@pytest.mark.parametrize("table", ["targets", "measures", "zones"])
def test_every_column_can_change(stored: Stored, table: str) -> None:
    """Texts, numbers and truth values; filled ones and empty ones."""
    stored.write()
    schema = next(each.schema for each in stored.package.tables if each.name == table)
    other = {"integer": "7", "number": "12.5", "boolean": "true", "date": "2020-02-02", "string": "别的"}
    for place, field in enumerate(schema.fields):
        if field.name in schema.primary_key:
            continue
        header, *rows = stored.rows(table)
        filled = other[field.type] if rows[0][place] != other[field.type] else "false"
        rows[0][place] = "" if rows[0][place] and not field.required else filled
        stored.save(table, [header, *rows])
        assert stored.write() == stored.fresh(), field.name


def test_other_words_about_it_make_all_of_it_anew(stored: Stored, filled: list[str]) -> None:
    stored.write()
    filled.clear()
    object.__setattr__(stored._whole, "version", "9.9.9")
    assert stored.write() == stored.fresh()
    assert len(filled) > 10


@pytest.mark.parametrize("harm", ["gone", "shorter", "touched", "other bytes", "no note", "broken note", "no database"])
def test_what_is_damaged_is_not_taken(stored: Stored, harm: str) -> None:
    stored.write()
    note = stored.kept.with_suffix(".json")
    content = stored.kept.read_bytes()
    match harm:
        case "gone":
            stored.kept.unlink()
        case "shorter":
            stored.kept.write_bytes(content[: len(content) // 2])
        case "touched":
            os.utime(stored.kept, (1, 1))
        case "other bytes":
            stored.kept.write_bytes(content.replace("计划".encode(), "什么".encode()))
        case "no note":
            note.unlink()
        case "broken note":
            note.write_text("{", encoding="utf-8")
        case "no database":
            status = stored.kept.stat()
            stored.kept.write_bytes(b"x" * len(content))
            os.utime(stored.kept, ns=(status.st_atime_ns, status.st_mtime_ns))
    edit(stored, "targets", "变")
    assert stored.write() == stored.fresh()
    assert stored.write() == stored.fresh()


def test_a_build_that_broke_off_leaves_nothing_to_be_taken(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    stored.write()
    before = stored.rows("measures")
    edit(stored, "measures")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "_publish", broken)
        with pytest.raises(KeyboardInterrupt):
            stored.write()
    assert stored.kept.exists()
    assert not stored.kept.with_suffix(".json").exists()
    stored.save("measures", before)
    assert stored.write() == stored.fresh()
