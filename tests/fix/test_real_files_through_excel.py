"""Every real file as Excel would save it, and back: what is certain comes out as it was, the rest is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from excel import saved
from workbench import Workbench, cells_of

from zoneledger.fix import repaired
from zoneledger.layout import Layout

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "datasets").rglob("*.csv"))


def test_there_are_files_to_send_through() -> None:
    assert len(FILES) > 80


def test_the_present_data_are_in_canonical_form(root: Path) -> None:
    layout = Layout(root)
    outcomes = list(repaired(layout, [root / name for name in FILES]))
    assert [outcome.file for outcome in outcomes if outcome.changed or outcome.left] == []
    assert all(outcome.before is not None for outcome in outcomes)


#: Every file in the form that a Chinese Excel saves; one plan's in the others.
SAVED = [(name, "gbk", ",") for name in FILES]
SAVED += [(name, *form) for form in (("utf-8-sig", ";"), ("utf-16", "\t")) for name in FILES if "ganzhou-2020" in name]


@pytest.mark.parametrize(("name", "encoding", "delimiter"), SAVED)
def test_what_git_knows_comes_back_whole(name: str, encoding: str, delimiter: str, real: Workbench) -> None:
    path = real.root / name
    before = path.read_bytes()
    try:
        path.write_bytes(saved(before, encoding, delimiter))
        (outcome,) = repaired(Layout(real.root), [path])
        # A region's code in scientific notation may have been any of a thousand: it is listed, and restored on demand.
        assert {(problem.rule.code, problem.value) for problem in outcome.left} <= {("spreadsheet-scientific", "1E+05")}
        if outcome.left:
            assert name.endswith("jurisdictions.csv")
            columns = frozenset(problem.place.column for problem in outcome.left)
            (outcome,) = repaired(Layout(real.root), [path], columns)
        assert (outcome.after, outcome.left) == (before, [])
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("name", FILES)
def test_what_git_does_not_know_is_repaired_or_listed(name: str, tmp_path: Path, root: Path) -> None:
    """Without the committed version a month shown as a date or a list mark shown as a number may stay; cells never vanish."""
    (tmp_path / "schemas").symlink_to(root / "schemas")
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    before = (root / name).read_bytes()
    path.write_bytes(saved(before, "utf-8-sig"))
    (outcome,) = repaired(Layout(tmp_path), [path])
    assert outcome.after is not None
    lost, gained = cells_of(before) - cells_of(outcome.after), cells_of(outcome.after) - cells_of(before)
    listed = {problem.value for problem in outcome.left}
    # What a spreadsheet made of a printed list mark is a sound text of its own; only git can tell.
    marks = {cell for cell in lost if cell.endswith(".") or cell.startswith("(")}
    assert sum(lost.values()) == sum(gained.values())
    assert set(gained) <= listed | {cell.rstrip(".").replace("(", "-").rstrip(")") for cell in marks}
