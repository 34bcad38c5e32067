"""The row that the contributors' page shows is one that the check lets pass."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from zoneledger.cli import main

PAGES = [f"site/pages/{lang}/contribute.md" for lang in ("zh", "en")]


def shown(root: Path, page: str) -> list[list[str]]:
    """The column names and the row of the section on outcomes."""
    text = (root / page).read_text(encoding="utf-8")
    section = re.search(r"^## [^\n]*\{#add-outcome\}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert section, "the section is gone"
    (block,) = re.findall(r"^```csv\n(.*?)^```", section[1], re.DOTALL | re.MULTILINE)
    return list(csv.reader(io.StringIO(block)))


def appended(copy: Path, row: list[str]) -> tuple[int, str]:
    """Adds the row to its plan, where it takes the place of one with its id, and runs the check."""
    plan_id = row[0].rsplit("-", 1)[0]
    path = copy / "datasets" / "plans" / plan_id / "outcomes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        kept = [line for line in csv.reader(file) if line[0] != row[0]]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([*kept, row])
    result = CliRunner().invoke(main, ["check", "--root", str(copy), "--lang", "en"])
    return result.exit_code, result.output


@pytest.mark.parametrize("page", PAGES)
def test_the_row_of_the_page_passes(page: str, root: Path, copy_of_datasets: Path) -> None:
    header, row = shown(root, page)
    present = (copy_of_datasets / "datasets" / "plans" / row[0].rsplit("-", 1)[0] / "outcomes.csv").read_text("utf-8")
    assert header == present.splitlines()[0].split(",")
    exit_code, output = appended(copy_of_datasets, row)
    assert exit_code == 0, output
    assert "0 errors" in output


def test_it_would_be_noticed_if_it_did_not(root: Path, copy_of_datasets: Path) -> None:
    header, row = shown(root, PAGES[0])
    row[header.index("address")] = ""
    exit_code, output = appended(copy_of_datasets, row)
    assert exit_code == 1, output
    assert "address" in output


def test_both_languages_show_the_same_row(root: Path) -> None:
    assert shown(root, PAGES[0]) == shown(root, PAGES[1])
