"""Names for what plans say are the same whether they were kept or reckoned, and only changed plans are looked at again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load, said
from zoneledger.catalogue.records import FileRows, Table
from zoneledger.catalogue.said import ROWS, WHOLE, Said, column_said, of_plans


@pytest.fixture
def checkout(small_root: Path, tmp_path: Path) -> Path:
    for name in ("datasets", "schemas"):
        shutil.copytree(small_root / name, tmp_path / "checkout" / name)
    plans = tmp_path / "checkout" / "datasets" / "plans"
    (only,) = plans.iterdir()
    for name in ("anshi-2022", "anshi-2023"):
        shutil.copytree(only, plans / name)
        plan = plans / name / "plan.yml"
        plan.write_text(plan.read_text(encoding="utf-8").replace(f"id: {only.name}", f"id: {name}", 1), encoding="utf-8")
    return tmp_path / "checkout"


def names(catalogue: Catalogue, file: Path | None = None, frame: str = "") -> dict[str, str]:
    """Every name there is."""
    found = Said(catalogue, file, frame)
    tables = {name: table.schema for name, table in catalogue.tables.items() if of_plans(table)}
    every = {f"{name} {c}": found.of(name, c) for name, schema in tables.items() for c in (*schema.by_name, ROWS, WHOLE)}
    return {**every, "plan.yml": found.files}


def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans whose names are reckoned from now on."""
    found: list[str] = []
    reckoned = said._reckoned

    def noted(catalogue: Catalogue, plans: Collection[str]) -> dict[str, dict[str, str]]:
        found.extend(sorted(plans))
        return reckoned(catalogue, plans)

    monkeypatch.setattr(said, "_reckoned", noted)
    return found


def _edit(plans: Path) -> list[str]:
    file = plans / "anshi-2022" / "measures.csv"
    header, first, *rest = file.read_text(encoding="utf-8").split("\n")
    cells = first.split(",")
    cells[header.split(",").index("title_zh")] += "9"
    file.write_text("\n".join([header, ",".join(cells), *rest]), encoding="utf-8")
    return ["anshi-2022"]


def _say(plans: Path) -> list[str]:
    plan = plans / "anshi-2022" / "plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("zh: ", "zh: 又", 1), encoding="utf-8")
    return ["anshi-2022"]


def _add(plans: Path) -> list[str]:
    shutil.copytree(plans / "anshi-2023", plans / "anshi-2022a")
    plan = plans / "anshi-2022a" / "plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("anshi-2023", "anshi-2022a", 1), encoding="utf-8")
    return ["anshi-2022a"]


def _remove(plans: Path) -> list[str]:
    shutil.rmtree(plans / "anshi-2022")
    return []


def _empty(plans: Path) -> list[str]:
    (plans / "anshi-2022" / "measures.csv").unlink()
    return ["anshi-2022"]


def _nothing(_: Path) -> list[str]:
    return []


@pytest.mark.parametrize("change", [_edit, _say, _add, _remove, _empty, _nothing])
def test_kept_names_are_those_reckoned_from_nothing(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], list[str]]
) -> None:
    file = tmp_path / "said.json"
    before = names(load(checkout), file)
    fresh = change(checkout / "datasets" / "plans")
    looked = looked_at(monkeypatch)
    kept = names(load(checkout), file)
    assert looked == fresh
    assert kept == names(load(checkout))
    assert (kept == before) is (change is _nothing)
    looked.clear()
    assert names(load(checkout), file) == kept
    assert looked == [], "now all of them are known"


def test_a_cell_changes_the_names_of_its_column_alone(checkout: Path, tmp_path: Path) -> None:
    file = tmp_path / "said.json"
    before = names(load(checkout), file)
    _edit(checkout / "datasets" / "plans")
    after = names(load(checkout), file)
    assert {name for name in before if before[name] != after[name]} == {"measures title_zh", f"measures {WHOLE}"}


def test_a_plan_of_another_name_says_something_else(checkout: Path) -> None:
    """Though every cell is the same."""
    before, plans = names(load(checkout)), checkout / "datasets" / "plans"
    plan = (plans / "anshi-2023").rename(plans / "anshi-2024") / "plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("anshi-2023", "anshi-2024", 1), encoding="utf-8")
    after = names(load(checkout))
    assert [name for name in before if before[name] == after[name]] == []


def test_a_row_on_another_line_changes_which_rows_there_are_and_the_whole(checkout: Path) -> None:
    """Its cells are the same; pages cite the line."""
    catalogue = load(checkout)
    moved = replace(catalogue, tables={**catalogue.tables, "measures": Table(catalogue.schemas["measures"])})
    for each in catalogue.tables["measures"].files:
        moved.tables["measures"].add(replace(each, lines=[line + 1 for line in each.lines]))
    before, after = names(catalogue), names(moved)
    assert {name for name in before if before[name] != after[name]} == {f"measures {ROWS}", f"measures {WHOLE}"}


def test_columns_in_another_order_are_another_whole(checkout: Path) -> None:
    """Two columns of the same type whose headings were exchanged: every cell stands where it stood."""
    catalogue = load(checkout)
    other = replace(catalogue, tables={**catalogue.tables, "measures": Table(catalogue.schemas["measures"])})
    for each in catalogue.tables["measures"].files:
        names_of = {"title_zh": "title_en", "title_en": "title_zh"}
        where = {names_of.get(name, name): place for name, place in each.where.items()}
        other.tables["measures"].add(replace(each, where=where))
    before, after = names(catalogue), names(other)
    assert {name for name in before if before[name] != after[name]} == {
        "measures title_zh", "measures title_en", f"measures {WHOLE}"
    }  # fmt: skip


def test_no_two_columns_say_the_same() -> None:
    """Whatever stands in their cells: separators, too; and a column that is missing is not one of empty cells."""
    cells = [
        [""], ["", ""], ["a"], ["a", "b"], ["b", "a"], ["ab"], ["a", "", "b"], ["\x1f"], ["a\x1fb"], ["a\x1f", "b"],
        ["a", "\x1fb"], ["a\x1fb", "c"], ["a", "b\x1fc"], ["a", "b", "c"], ["0"], ["1 a"], ["\ud800"],
        ["['a\\x1fb']"], [],
    ]  # fmt: skip
    every = [[FileRows("f", "p", {"c": 0}, [*range(len(some))], [(cell,) for cell in some])] for some in cells]
    absent = [FileRows("f", "p", {"d": 0}, [2], [("a",)])]
    found = [column_said(files, "c") for files in [*every, absent, [], *([*one, *other] for one in every for other in every)]]
    assert len({*found}) == len(found)


@pytest.mark.parametrize("harm", ["cut", "other", "empty", "gone", "frame"])
def test_what_is_damaged_or_of_another_program_is_reckoned_anew(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    file, catalogue = tmp_path / "said.json", load(checkout)
    before = names(catalogue, file, "a")
    text = file.read_text(encoding="ascii")
    harmed = {"cut": text[:-9], "other": text.replace(text[-9], "x"), "empty": ""}
    if harm in harmed:
        file.write_text(harmed[harm], encoding="ascii")
    elif harm == "gone":
        file.unlink()
    looked = looked_at(monkeypatch)
    assert names(catalogue, file, "b" if harm == "frame" else "a") == before
    assert looked == sorted(catalogue.plan_files)
