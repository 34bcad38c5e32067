"""``CITATION.cff`` is valid, and the one at the repository's top is the dataset's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zoneledger.packages.package import Package
from zoneledger.packages.standards.citation_cff import FILE_NAME, encode


def judged(path: Path) -> tuple[int, str]:
    validator = Path(sys.prefix) / "validators" / "bin" / "cffconvert"
    assert validator.exists(), "run scripts/test, which installs the validators"
    ran = subprocess.run([validator, "--validate", "-i", path], capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_it_is_valid_and_at_the_top(package: Package, folder: Path, root: Path) -> None:
    code, said = judged(folder / FILE_NAME)
    assert (code, "are valid" in said) == (0, True), said
    assert (root / FILE_NAME).read_bytes() == encode(package), f"copy data/all/{FILE_NAME} of a build to the top"


@pytest.mark.parametrize(("before", "after"), [("cff-version: 1.2.0", "cff-version: 9"), ("type: dataset", "type: spreadsheet"),
                                               ("date-released: '2", "date-released: 'in 2")])  # fmt: skip
def test_a_planted_defect_is_found(folder: Path, before: str, after: str) -> None:
    path = folder / FILE_NAME
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    assert judged(path)[0] != 0
