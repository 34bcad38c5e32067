"""What is measured is a copy, and an edit is one cell."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from zoneledger import check
from zoneledger.bench import checkouts
from zoneledger.bench.checkouts import Checkout
from zoneledger.bench.measured import edit, serve
from zoneledger.configuration import configuration
from zoneledger.layout import Layout
from zoneledger.scale import Scale


def cells(root: Path) -> dict[tuple[str, int, str], str]:
    found = {}
    for file in sorted((root / "datasets").rglob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines)):
                found |= {(file.relative_to(root).as_posix(), number, name): text for name, text in row.items()}
    return found


def test_its_own_number_of_plans_gives_a_copy(small_root: Path, tmp_path: Path) -> None:
    plans = checkouts.own_plans(small_root)
    made = checkouts.make(small_root, plans, tmp_path / "bench")
    assert made == Checkout(tmp_path / "bench", plans, synthetic=False)
    assert cells(made.root) == cells(small_root)
    assert made.rows() == len({(file, number) for file, number, _ in cells(small_root)})
    assert (made.root / "mkdocs.yml").is_file() and (made.root / "site" / "theme").is_dir()


def test_an_edit_changes_one_cell_and_breaks_nothing(root: Path, tmp_path: Path) -> None:
    made = checkouts.make(root, checkouts.own_plans(root), tmp_path / "bench")
    before = cells(made.root)
    for mark in ("once", "twice"):
        done = checkouts.edit(made, mark)
        assert mark in done.text
        after = cells(made.root)
        (changed,) = [place for place in before if before[place] != after[place]]
        assert changed[0] == f"datasets/plans/{done.plan}/measures.csv"
        assert changed[2] == "summary_en"
        assert after[changed].endswith(done.text)
        before = after
    assert check.run(made.root)[1].ok


def test_a_figure_is_raised_with_what_it_is_read_from_and_breaks_nothing(root: Path, tmp_path: Path) -> None:
    made = checkouts.make(root, checkouts.own_plans(root), tmp_path / "bench")
    before = cells(made.root)
    for _ in range(2):
        done = checkouts.edit_value(made)
        after = cells(made.root)
        changed = {place: (before[place], after[place]) for place in before if before[place] != after[place]}
        assert {(file, column) for file, _, column in changed} == {
            (f"datasets/plans/{done.plan}/targets.csv", column) for column in ("value", "printed")
        }
        assert len({row for _, row, _ in changed}) == 1
        by_column = {column: cells for (_, _, column), cells in changed.items()}
        old, new = by_column["value"]
        assert int(new) == int(old) + 1
        assert by_column["printed"] == (done.text.replace(new, old), done.text)
        assert before.keys() == after.keys()
        before = after
    _, report = check.run(made.root)
    assert report.ok and not report.problems


def test_a_checkout_with_nothing_to_edit_is_refused(tmp_path: Path) -> None:
    plan = tmp_path / "datasets" / "plans" / "one"
    plan.mkdir(parents=True)
    with pytest.raises(ValueError, match="summary_en"):
        checkouts.edit(Checkout(tmp_path, 1, synthetic=False), "x")
    content = "id,value_type,value,value_max,printed,member\none-t001,level,7,,7亿元,1\none-t002,share,100,,100%,1\n"
    (plan / "targets.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="value"):
        checkouts.edit_value(Checkout(tmp_path, 1, synthetic=False))
    assert (plan / "targets.csv").read_text(encoding="utf-8") == content


@pytest.mark.parametrize("own", ["", "  scale:\n    previews: 7\n    formats: 9\n", "  scale: {previews: 7}\n"])
def test_plans_are_made_simply_for_a_while(small_root: Path, tmp_path: Path, own: str) -> None:
    made = checkouts.make(small_root, 1, tmp_path / "bench")
    file = made.root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("extra:\n", f"extra:\n{own}", 1)
    file.write_text(text, encoding="utf-8")
    layout = Layout(made.root)
    limits, rest = Scale.of(layout), configuration(layout)
    rest["extra"].pop("scale", None)
    with checkouts.made_simply(made):
        assert set(vars(Scale.of(layout)).values()) == {0} != set(vars(limits).values())
        simply = configuration(layout)
        del simply["extra"]["scale"]
        assert simply == rest
    assert file.read_text(encoding="utf-8") == text


def test_settings_that_cannot_be_changed_are_refused_and_left_alone(small_root: Path, tmp_path: Path) -> None:
    made = checkouts.make(small_root, 1, tmp_path / "bench")
    file = made.root / "mkdocs.yml"
    file.write_text("site_name: x\nextra: {generator: false}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"extra\.scale"), checkouts.made_simply(made):
        pytest.fail("nothing is to be measured")
    assert file.read_text(encoding="utf-8") == "site_name: x\nextra: {generator: false}\n"


def test_differing_files_are_found(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "same.html").write_text("same")
    (tmp_path / "one" / "deep" / "changed.html").write_text("old")
    (tmp_path / "other" / "deep" / "changed.html").write_text("new")
    (tmp_path / "other" / "added.html").write_text("")
    assert edit.differing(tmp_path / "one", tmp_path / "other") == ["added.html", "deep/changed.html"]


def test_no_preview_of_many_plans() -> None:
    assert serve.FIGURES[0].promises[0].most == 8
