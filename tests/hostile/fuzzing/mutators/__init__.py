"""The ways to spoil a checkout, one a module: ``mutate`` changes a case at random and notes what it did."""

from __future__ import annotations

import random
from types import ModuleType

from fuzzing.case import Case
from fuzzing.mutators import (
    bytes_of_files,
    cells,
    csv_structure,
    dates,
    file_kinds,
    free_text,
    ids,
    large,
    numbers,
    output_folder,
    plan_ids,
    printed_figures,
    receipts,
    schema_files,
    yaml_text,
    yaml_values,
)

#: Each with how often it is taken, and whether what it leaves may be published.
MUTATORS: dict[str, tuple[ModuleType, int, bool]] = {
    "cells": (cells, 10, False),
    "free text": (free_text, 5, True),
    "numbers": (numbers, 8, True),
    "dates": (dates, 8, True),
    "printed figures": (printed_figures, 4, False),
    "ids": (ids, 6, True),
    "plan ids": (plan_ids, 4, True),
    "CSV structure": (csv_structure, 10, False),
    "bytes": (bytes_of_files, 10, False),
    "YAML text": (yaml_text, 10, False),
    "YAML values": (yaml_values, 8, True),
    "kinds of files": (file_kinds, 8, False),
    "receipts": (receipts, 8, True),
    "schemas": (schema_files, 8, False),
    "large files": (large, 2, False),
    "output folder": (output_folder, 0, True),
}


def names(publishing: bool) -> tuple[list[str], list[int]]:
    """The mutators' names and weights; for a whole build only those after which there is something to publish."""
    if publishing:
        return [name for name, (_, _, publishes) in MUTATORS.items() if publishes], []
    taken = {name: weight for name, (_, weight, _) in MUTATORS.items() if weight}
    return list(taken), list(taken.values())


def mutate(case: Case, name: str, rng: random.Random) -> None:
    """Spoils a case in the way of this name."""
    MUTATORS[name][0].mutate(case, rng)
