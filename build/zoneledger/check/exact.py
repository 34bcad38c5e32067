"""Every cell judged by Frictionless and by our own passes: the oracle that the accept-screen is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from zoneledger.catalogue import Catalogue, Table
from zoneledger.check import cells, characters, forms, keys, order
from zoneledger.problems import Problem


def found(catalogue: Catalogue, tables: Sequence[Table]) -> list[Problem]:
    """Every problem of files' cells, keys and order in some tables.

    Args:
        catalogue: where keys are looked up; its faults are those of its files.
        tables: what to check.
    """
    problems = [*characters.lint(tables), *forms.lint(catalogue, tables), *cells.validate(tables)]
    problems += keys.validate(catalogue, tables, [*catalogue.faults, *problems])
    problems += order.lint(tables)
    return problems
