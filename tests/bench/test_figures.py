"""Figures, promises, the record and the table say what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zoneledger.bench import table
from zoneledger.bench.figure import COUNT, RATIO, SECONDS, Figure, Promise
from zoneledger.bench.measured import MEASURED
from zoneledger.bench.record import PUBLISHED, Record, Size, rounded
from zoneledger.pages import scale
from zoneledger.problems import Text

FACTS = {
    "date": "2026-11-22",
    "program": {"version": "1.0", "commit": "a" * 40, "changed": False},
    "machine": {"cores": 2, "memory_gib": 24, "processor": "P", "system": "Linux x86_64", "python": "3.11.7"},
    "packages": {"frictionless": "5.21.0", "mkdocs": "1.6.1", "mkdocs-material": "9.8.1"},
}


def record(*sizes: Size) -> Record:
    return Record(dict(FACTS), {size.plans: size for size in sizes})


@pytest.mark.parametrize(
    ("promise", "plans", "value", "broken"),
    [
        (Promise(20, most=1000), 1000, 20.0, False),
        (Promise(20, most=1000), 1000, 20.1, True),
        (Promise(20, most=1000), 1001, 99.0, False),
        (Promise(10, least=3125, above=True), 10_000, 9.9, True),
        (Promise(10, least=3125, above=True), 10_000, 10.0, False),
        (Promise(10, least=3125, above=True), 1000, 2.0, False),
    ],
)
def test_a_promise_is_judged_where_it_is_made(promise: Promise, plans: int, value: float, broken: bool) -> None:
    figure = Figure("x", Text("某数", "a figure"), SECONDS, (promise,))
    assert figure.broken(value, plans) is broken


def test_numbers_are_written_as_each_language_writes_them() -> None:
    assert Figure("x", Text("", ""), COUNT).shown(12345.4) == Text("12345", "12,345")
    assert Figure("x", Text("", ""), SECONDS).shown(1234.56) == Text("1234.6 秒", "1,234.6 s")
    assert Promise(10, least=3125, above=True).text(RATIO) == Text("≥ 10 倍（3125 份起）", "≥ 10 × (from 3,125 plans)")
    assert Promise(300, most=1000).text(SECONDS) == Text("≤ 300 秒（1000 份以内）", "≤ 300 s (up to 1,000 plans)")
    assert Promise(2).text(RATIO) == Text("≤ 2 倍", "≤ 2 ×")


def test_measured_things_are_named_once_and_promise_one_thing_at_a_time() -> None:
    assert len({thing.NAME for thing in MEASURED}) == len(MEASURED)
    for thing in MEASURED:
        assert thing.__name__.rpartition(".")[2] == thing.NAME  # type: ignore[attr-defined]
        assert thing.TITLE.zh and thing.TITLE.en
        assert len({figure.name for figure in thing.FIGURES}) == len(thing.FIGURES)
        for figure in thing.FIGURES:
            assert figure.label.zh and figure.label.en
            for plans in (1, 8, 100, 999, 1000, 3125, 10_000):
                assert sum(promise.concerns(plans) for promise in figure.promises) <= 1, figure.name


def test_figures_keep_the_digits_that_mean_something() -> None:
    assert [rounded(value) for value in (0.123456, 12.34567, 1234.567, 98765.43, 3_192)] == [
        0.1235,
        12.35,
        1235,
        98765,
        3192,
    ]


def test_the_next_smaller_size_is_one_of_the_same_kind() -> None:
    found = record(Size(8, 3192, False, {}), Size(100, 32_000, True, {}), Size(1000, 320_000, True, {}))
    assert found.before(found.sizes[8]) is None
    assert found.before(found.sizes[100]) is None
    assert found.before(found.sizes[1000]) is found.sizes[100]


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = record(Size(8, 3192, False, {"check.screen_cpu": 1.25}))
    written.write(tmp_path / "deep" / "scale.json")
    content = json.loads((tmp_path / "deep" / "scale.json").read_text(encoding="utf-8"))
    assert set(content) == {"date", "program", "machine", "packages", "sizes"}
    assert content["sizes"] == [{"plans": 8, "rows": 3192, "synthetic": False, "figures": {"check.screen_cpu": 1.25}}]
    assert Record.read(tmp_path / "deep" / "scale.json") == written


@pytest.mark.parametrize("text", ["{", "[]", '{"sizes": [{"plans": 8}]}', "{}"])
def test_another_file_is_no_record(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(ValueError):
        Record.read(tmp_path / "other.json")


def test_records_of_other_code_are_not_mixed() -> None:
    one, later, other = record(), record(), record()
    later.facts["date"] = "2026-11-23"
    other.facts["program"] = {"version": "1.0", "commit": "b" * 40, "changed": False}
    assert one.same_setting(later)
    assert not one.same_setting(other)


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("8 份计划", "承诺", "未达到")), ("en", ("8 plans", "Promised", "missed"))]
)
def test_the_table_lines_up_and_names_what_was_missed(lang: str, words: tuple[str, ...]) -> None:
    found = record(
        Size(8, 3192, False, {"edit.cpu": 21.0, "build.cpu": 5.0}), Size(100, 31_879, True, {"build.cpu": 60.0})
    )
    lines = list(table.lines(found, lang))
    text = "\n".join(lines)
    assert all(word in text for word in words)
    (missed,) = [line for line in lines if words[-1] in line]
    assert "21.0" in missed
    assert "–" in missed  # not measured at 100 plans
    head = next(line for line in lines if words[0] in line)
    column = table.width(head[: head.index(words[1])])
    promised = [line for line in lines if "≤" in line]
    assert len(promised) == 2
    assert {table.width(line[: line.index("≤")]) for line in promised} == {column}
    assert not any(thing.TITLE.of(lang) in text for thing in MEASURED if thing.NAME in ("serve", "browser"))


def test_the_page_shows_every_figure_of_the_record(root: Path) -> None:
    published = Record.read(root / "site" / PUBLISHED)
    sizes = list(published.sizes.values())
    assert len(sizes) >= 2
    known = {f"{thing.NAME}.{figure.name}" for thing in MEASURED for figure in thing.FIGURES}
    assert {name for size in sizes for name in size.figures} <= known
    lines = [line for thing in MEASURED for line in scale.lines(thing.NAME, thing.FIGURES, sizes)]
    shown = sum(value is not None for line in lines for value in line.values)
    assert shown == sum(len(size.figures) for size in sizes)


def test_the_page_says_where_a_promise_is_missed() -> None:
    sizes = [Size(8, 3192, False, {"edit.cpu": 21.0}), Size(100, 31_879, True, {})]
    edit = next(thing for thing in MEASURED if thing.NAME == "edit")
    (line,) = scale.lines(edit.NAME, edit.FIGURES, sizes)
    assert line.values == (Text("21.0 秒", "21.0 s"), None)
    assert line.missed == (True, False)
    assert line.promises == (Text("≤ 20 秒（1000 份以内）", "≤ 20 s (up to 1,000 plans)"),)
