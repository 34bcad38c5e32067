# ruff: noqa: E402 (the tests' own folders first)
"""What the program says of each rule, broken once in an invented plan: run as a command it writes the pages' examples."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "check"), str(ROOT / "tests" / "audit")]

from breaks import BREAKS
from checkout import Checkout
from invented import write_checkout
from test_audit_faults import FAULTS

from zoneledger import audit, check
from zoneledger.audit.faults.copies import with_cell
from zoneledger.catalogue import load
from zoneledger.check import cells
from zoneledger.problems import Problem
from zoneledger.report.json_format import dump, written
from zoneledger.rulebook.examples import FILE


def broken(code: str, folder: Path) -> Problem:
    """The finding of a rule of ``check``, after the fault that breaks it was made in a copy of the small plan."""
    checkout = Checkout.make(folder, ROOT)
    BREAKS[code][0](checkout)
    with patch.object(cells, "MOST", 50):
        _, report = check.run(checkout.root)
    return next(problem for problem in report.problems if problem.rule.code == code)


def audited(folder: Path) -> Iterator[Problem]:
    """The first finding of each rule of the audit that a planted cell brings out."""
    root, sources = write_checkout(ROOT, folder)
    catalogue, told = load(root), set()
    for table, row, column, value, code, named, _ in FAULTS:
        if code in told:
            continue
        told.add(code)
        planted = with_cell(catalogue, catalogue.tables[table].records[row - 1], table, column, value)
        found = audit.run(planted, sources).report.problems
        yield next(p for p in found if (p.rule.code, p.place.column) == (code, named))


def recorded() -> str:
    """The whole of ``examples.json``."""
    with tempfile.TemporaryDirectory() as folder:
        found = [broken(code, Path(folder) / code) for code in sorted(BREAKS)]
        found += audited(Path(folder) / "audit")
    return dump({problem.rule.code: written(problem) for problem in found}) + "\n"


if __name__ == "__main__":
    FILE.write_text(recorded(), encoding="utf-8", newline="\n")
