"""Checks a checkout: schemas first, then files, cells, keys, and the rules beyond the schema."""

from __future__ import annotations

from pathlib import Path

from zoneledger.catalogue import Catalogue, load
from zoneledger.check import cells, characters, descriptors, forms, keys, order, rules
from zoneledger.layout import Layout
from zoneledger.problems import Problem, Report, Severity


def run(root: Path) -> tuple[Catalogue | None, Report]:
    """Reads and checks a checkout.

    Args:
        root: the checkout's top folder.

    Returns:
        The catalogue, or None where the schemas themselves are broken, and the sorted findings.
    """
    layout = Layout(root.resolve())
    faults = descriptors.lint(layout.schemas)
    if faults:
        return None, Report.of(faults)
    catalogue = load(layout.root)
    return catalogue, Report.of(problems(catalogue))


def problems(catalogue: Catalogue) -> list[Problem]:
    """Every problem of a loaded catalogue.

    The rules beyond the schema read typed rows, so they run only once files, cells and keys are sound:
    a misread cell would otherwise cascade into findings that vanish with it.
    """
    found = list(catalogue.problems)
    found += characters.lint(catalogue)
    found += forms.lint(catalogue)
    found += cells.validate(catalogue)
    found += keys.validate(catalogue, found)
    found += order.lint(catalogue)
    if not any(problem.rule.severity is Severity.ERROR for problem in found):
        for rule in rules.RULES:
            found += rule.check(catalogue)
    return found


__all__ = ["problems", "run"]
