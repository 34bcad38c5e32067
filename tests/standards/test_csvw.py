"""``csv-metadata.json`` is CSV on the Web, and the CSV files are what it says, as the package csvw reads them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zoneledger.packages.standards.csvw import FILE_NAME


def judged(folder: Path) -> tuple[int, str]:
    """Exit code and words of the validator. A reference without a value is none (`--lax`), as the standard has it."""
    validator = Path(sys.prefix) / "validators" / "bin" / "csvwvalidate"
    assert validator.exists(), "run scripts/test, which installs the validators"
    ran = subprocess.run([validator, "--lax", "-v", folder / FILE_NAME], capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_the_package_is_valid(folder: Path) -> None:
    code, said = judged(folder)
    assert (code, said.strip()) == (0, "OK")


def cell(folder: Path, table: str, before: str, after: str) -> None:
    path = folder / table
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def metadata(folder: Path, change: Callable[[Any], object]) -> None:
    path = folder / FILE_NAME
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")


DEFECTS: dict[str, Callable[[Path], object]] = {
    "a column the file does not have": lambda folder: cell(folder, "units.csv", "id,", "identity,"),
    "a reference to nothing": lambda folder: cell(folder, "targets.csv", ",percent,", ",permille,"),
    "the same key twice": lambda folder: cell(folder, "targets.csv", "zunyi-t002", "zunyi-t001"),
    "a word for a number": lambda folder: metadata(
        folder, lambda content: table(content, "units.csv")["columns"][0].update(datatype="integer")
    ),
}


def table(content: Any, url: str) -> Any:
    return next(each["tableSchema"] for each in content["tables"] if each["url"] == url)


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(folder: Path, defect: str) -> None:
    DEFECTS[defect](folder)
    assert judged(folder)[0] != 0
