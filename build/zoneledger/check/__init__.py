"""Checks a checkout: schemas first, then files, cells, keys, and the rules beyond the schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from zoneledger.catalogue import Catalogue, load
from zoneledger.check import cells, characters, descriptors, forms, keys, order, rules
from zoneledger.layout import Layout
from zoneledger.problems import Problem, Report, Severity


def run(root: Path, plans: Collection[str] | None = None) -> tuple[Catalogue | None, Report]:
    """Reads and checks a checkout.

    Args:
        root: the checkout's top folder.
        plans: the ids of the plans to read and judge, besides the shared lists; all by default.

    Returns:
        The catalogue, or None where the schemas themselves are broken, and the sorted findings.
    """
    layout = Layout(root.resolve())
    faults = descriptors.lint(layout.schemas)
    if faults:
        return None, Report.of(faults, held_back=True)
    catalogue = load(layout.root, plans)
    found = problems(catalogue)
    return catalogue, Report.of(found, held_back=held_back(found))


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
    if not held_back(found):
        for rule in rules.RULES:
            found += rule.check(catalogue)
    return found


def held_back(found: Iterable[Problem]) -> bool:
    """Whether errors in files, cells or keys keep the rules between rows from being run."""
    between = {module.RULE for module in rules.RULES}
    return any(problem.rule.severity is Severity.ERROR and problem.rule not in between for problem in found)


__all__ = ["held_back", "problems", "run"]
