"""What is measured is a copy, and an edit is one cell."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from zoneledger import check
from zoneledger.bench import checkouts
from zoneledger.bench.checkouts import Checkout
from zoneledger.bench.measured import edit, serve


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


def test_a_checkout_without_summaries_is_refused(tmp_path: Path) -> None:
    (tmp_path / "datasets" / "plans" / "one").mkdir(parents=True)
    with pytest.raises(ValueError, match="summary_en"):
        checkouts.edit(Checkout(tmp_path, 1, synthetic=False), "x")


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
