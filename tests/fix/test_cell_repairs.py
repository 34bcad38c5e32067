"""Every repair of a cell: what it puts right, and what it only explains because it could have been two things."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from zoneledger.catalogue import Field, TableSchema, load_schemas
from zoneledger.fix import cells
from zoneledger.fix.cell_repairs import _judge
from zoneledger.fix.findings import Cell

SCHEMAS = load_schemas(Path(__file__).resolve().parents[2] / "schemas")


def field(name: str) -> Field:
    """A column by its table and name, as ``targets.due``."""
    table, _, column = name.partition(".")
    schema: TableSchema = SCHEMAS[table]
    return schema.by_name[column]


# column, cell, committed value (None: git does not know the row), delimiter, cell afterwards
CERTAIN = {
    "unicode_form": [("measures.title_en", "Cafe\u0301", None, ",", "Café")],
    "hidden_characters": [
        ("measures.title_zh", "目\u200b标", None, ",", "目标"),
        ("measures.title_zh", "\ufeff目标", None, ",", "目标"),
    ],
    "outer_spaces": [
        ("measures.title_zh", "\u3000目标 ", None, ",", "目标"),
        ("measures.title_zh", "\u00a0", None, ",", ""),
    ],
    "scientific": [
        ("targets.value", "1E+05", None, ",", "100000"),
        ("targets.value", "1e-05", None, ",", "0.00001"),
        ("targets.value", "1.326e+03", None, ",", "1326"),
        ("targets.value", "3.60E+05", "360000", ",", "360000"),
        ("targets.occurrence", "1E+02", None, ",", "100"),
    ],
    "numbers": [
        ("targets.value", "５０００", None, ",", "5000"),
        ("targets.value", "5000.0", None, ",", "5000"),
        ("targets.value", "12.50", None, ",", "12.5"),
        ("targets.value", "1,200", None, ",", "1200"),
        ("targets.value", "1，200，000", None, ",", "1200000"),
        ("targets.value", "1\u202f200", None, ",", "1200"),
        ("targets.value", "2,5", None, ";", "2.5"),
        ("targets.value", "1.200,5", None, ";", "1200.5"),
        ("targets.value", ".5", None, ",", "0.5"),
        ("targets.value", "'5000", None, ",", "5000"),
        ("targets.value", "\u22123", None, ",", "-3"),
        ("targets.occurrence", "01", None, ",", "1"),
    ],
    "booleans": [
        ("responsibilities.list_open", "TRUE", None, ",", "true"),
        ("responsibilities.list_open", "Ｆalse", None, ",", "false"),
    ],
    "dates": [
        ("targets.due", "2022/6/15", None, ",", "2022-06-15"),
        ("targets.due", "2022/6/15 0:00", None, ",", "2022-06-15"),
        ("targets.due", "6/15/2022", None, ",", "2022-06-15"),
        ("targets.due", "15/6/2022", None, ",", "2022-06-15"),
        ("targets.due", "15-Jun-22", None, ",", "2022-06-15"),
        ("targets.due", "Jun-21", None, ",", "2021-06"),
        ("targets.due", "Jun-99", None, ",", "1999-06"),
        ("targets.due", "2021年6月1日", None, ",", "2021-06-01"),
        ("targets.due", "２０２２", None, ",", "2022"),
        ("targets.due", "2022.0", None, ",", "2022"),
        ("targets.due", "2021/6/1", "2021-06", ",", "2021-06"),
        ("targets.due", "2021/6/1", "2021-06-01", ",", "2021-06-01"),
        ("targets.due", "1/6/2022", "2022-01-06", ",", "2022-01-06"),
        ("targets.due", "21-Jun", "2021-06", ",", "2021-06"),
        ("targets.due", "21-Jun", "2023-06-21", ",", "2023-06-21"),
        ("targets.due", "44348", "2021-06", ",", "2021-06"),
        ("targets.due", "2021.1", "2021-10", ",", "2021-10"),
    ],
    "codes": [
        ("organizations.jurisdiction_code", "360000.0", None, ",", "360000"),
        ("organizations.jurisdiction_code", "360,000", None, ",", "360000"),
        ("organizations.jurisdiction_code", "３６００００", None, ",", "360000"),
        ("targets.measure_id", "“anshi-2021-m01”", None, ",", "anshi-2021-m01"),
        ("targets.measure_id", "anshi–2021–m01", None, ",", "anshi-2021-m01"),
        ("targets.measure_id", "Anshi-2021-M01", None, ",", "anshi-2021-m01"),
    ],
}

# column, cell, committed value, delimiter
DOUBTFUL = {
    "hidden_characters": [("measures.title_zh", "目\n标", None, ",")],
    "error_marks": [
        ("targets.note_url", "#NAME?", "https://example.org/", ","),
        ("targets.value", "########", None, ","),
    ],
    "scientific": [
        ("targets.value", "3.60E+05", None, ","),
        ("targets.value", "3.60E+05", "360400", ","),
        ("targets.value", "1E+05", "123456", ","),
        ("organizations.jurisdiction_code", "3.60E+05", "360000", ","),
        ("references.doc_number", "1E+05", "100000", ","),
    ],
    "numbers": [
        ("targets.value", "2,5", None, ","),
        ("targets.value", "1,200", None, ";"),
        ("targets.value", "50%", None, ","),
    ],
    "booleans": [("responsibilities.list_open", "1", None, ","), ("responsibilities.list_open", "是", None, ",")],
    "dates": [
        ("targets.due", "2022/6/1", None, ","),
        ("targets.due", "2022/6/1", "2023", ","),
        ("targets.due", "1/6/2022", None, ","),
        ("targets.due", "22/6/15", None, ","),
        ("targets.due", "21-Jun", None, ","),
        ("targets.due", "21-Jun", "2022-06", ","),
        ("targets.due", "6月21日", None, ","),
        ("targets.due", "44348", None, ","),
        ("targets.due", "2021.1", None, ","),
    ],
    "codes": [("organizations.jurisdiction_code", "3601", None, ",")],
    "turned_into_dates": [
        ("references.doc_number", "1-Feb", "2-1", ","),
        ("references.doc_number", "2月1日", None, ","),
        ("measures.number_printed", "2-Jan", None, ","),
        ("targets.printed", "2-Jan", None, ","),
    ],
}

# What stands there rightly, however odd it looks: no repair may touch it.
SOUND = [
    ("targets.due", "2021-06"),
    ("targets.due", "20XX"),
    ("outcomes.period", "2019-01/2019-06"),
    ("targets.printed", "6月21日前"),
    ("targets.printed", "7月1日"),
    ("targets.printed", "５０００亿元"),
    ("measures.title_zh", "“中华药港”"),
    ("measures.title_en", "the region’s plan"),
    ("measures.number_printed", "(1)"),
    ("targets.locator", "二/(一)/1"),
    ("references.doc_number", "苏政发〔2020〕79号"),
    ("targets.value", "-3.25"),
    ("targets.note_zh", "1E5 型设备"),
    ("targets.printed", "1E+05"),
    ("targets.value", "12亿"),
]


def cases(of: dict[str, list[tuple[object, ...]]]) -> list[tuple[object, ...]]:
    return [(module, *case) for module, listed in of.items() for case in listed]


@pytest.mark.parametrize(("module", "column", "value", "committed", "delimiter", "after"), cases(CERTAIN))  # type: ignore[arg-type]
def test_it_is_put_right(  # noqa: PLR0917
    module: str, column: str, value: str, committed: str | None, delimiter: str, after: str
) -> None:
    mended, rule, doubt = _judge(Cell(value, field(column), committed, delimiter))
    assert (mended, doubt) == (after, None)
    assert rule == getattr(cells, module).RULE
    again, rule, doubt = _judge(Cell(after, field(column), committed, ","))
    assert (again, rule, doubt) == (after, None, None)


@pytest.mark.parametrize(("module", "column", "value", "committed", "delimiter"), cases(DOUBTFUL))  # type: ignore[arg-type]
def test_it_is_explained_and_left(module: str, column: str, value: str, committed: str | None, delimiter: str) -> None:
    left, rule, doubt = _judge(Cell(value, field(column), committed, delimiter))
    assert doubt is not None
    assert left == value
    assert rule == getattr(cells, module).RULE
    for text in (doubt.message, rule.title, rule.tip):
        assert any("\u4e00" <= char <= "\u9fff" for char in text.zh)
        assert not any("\u4e00" <= char <= "\u9fff" for char in text.en)


@pytest.mark.parametrize(("column", "value"), SOUND)
def test_it_stays_as_it_is(column: str, value: str) -> None:
    for committed in (None, value):
        assert _judge(Cell(value, field(column), committed)) == (value, None, None)


def test_every_repair_has_cases() -> None:
    modules = {repair.__name__.rpartition(".")[2] for repair in cells.REPAIRS if inspect.ismodule(repair)}
    folder = Path(str(cells.__file__)).parent
    assert modules == {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert modules == set(CERTAIN) | set(DOUBTFUL)
    # Characters have one right form, a destroyed text has none: only these need no case of the other kind.
    assert modules - set(DOUBTFUL) == {"unicode_form", "outer_spaces"}
    assert modules - set(CERTAIN) == {"error_marks", "turned_into_dates"}
