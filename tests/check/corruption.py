"""Compares the engines on checkouts spoilt at random: ``--count 5000`` for the long run.

Run as a command it prints what the engines disagree on, with the number that makes the same checkout again.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))

from spoiling import Spoiler, spoil

from zoneledger.catalogue import Table, load, load_shared
from zoneledger.catalogue.records import FileRows
from zoneledger.check import cells, exact, outcome, problems, sweeping
from zoneledger.check.cache import Cache
from zoneledger.check.screen import Screen
from zoneledger.problems import Report

#: What Frictionless said of whole tables that are equal to the last cell, under schemas that are: most of each checkout.
_said: dict[bytes, list[Any]] = {}
_ask = cells._errors


def _asked_once(table: Table, files: Sequence[FileRows]) -> list[Any]:
    rows = [[tuple(read.where), *map(tuple, read.rows)] for read in files]
    key = pickle.dumps((table.schema.descriptor, rows, cells.MOST))
    if key not in _said:
        _said[key] = _ask(table, files)
    return _said[key]


def oracle(spoiler: Spoiler) -> Report:
    """What Frictionless and our passes over every cell find, in the whole checkout at once."""
    catalogue = load(spoiler.root)
    if _varied(spoiler):
        found = [*catalogue.problems, *exact.found(catalogue, list(catalogue.tables.values()))]
        return Report.of(found)
    found = problems(catalogue, "frictionless")
    return Report.of(found, outcome.held_back(found))


def screened(spoiler: Spoiler) -> Report:
    """What the screen finds, plan by plan."""
    with patch.object(sweeping, "BATCH_BYTES", 1):
        shared, folders = load_shared(spoiler.root)
        engine = Screen().found
        lists = outcome.of_shared(shared, engine)
        sound = not outcome.unsound(lists.schema) and not _varied(spoiler)
        plans = sweeping.of_folders(shared, folders, engine, sound, Cache(None))
        if _varied(spoiler):
            return Report.of([*lists.schema, *(problem for own in plans.values() for problem in own.schema)])
        return sweeping.report(shared, lists, plans)


def _varied(spoiler: Spoiler) -> bool:
    """Whether a schema was changed: the rules beyond it count on the columns' types, and are left out on both sides."""
    return any(name.startswith("schemas/") for name in spoiler.changed)


def compare(spoiler: Spoiler, seed: int) -> tuple[Report, Report]:
    """Spoils by a seed, and lets both engines judge; a limit of a few errors a file holds in every fourth run."""
    spoil(spoiler, seed)
    with patch.object(cells, "MOST", 4 if seed % 4 == 0 else 3_000), patch.object(cells, "_errors", _asked_once):
        return oracle(spoiler), screened(spoiler)


def main() -> int:
    """Compares both engines on many checkouts.

    Returns:
        How many they disagree on.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    differing, told, started = 0, Counter[str](), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        spoiler = Spoiler.make(Path(folder).resolve())
        for seed in range(asked.seed, asked.seed + asked.count):
            expected, found = compare(spoiler, seed)
            told.update(problem.rule.code for problem in expected.problems)
            if expected != found:
                differing += 1
                print(f"seed {seed}: {'; '.join(spoiler.notes)}")
                for sign, one, other in (("-", expected, found), ("+", found, expected)):
                    for problem in [own for own in one.problems if own not in other.problems][:5]:
                        print(
                            f"  {sign} {problem.rule.code} {problem.place} {problem.value!r:.80} {problem.message.en}"
                        )
                if expected.problems == found.problems:
                    print(f"  held back: {expected.held_back} and {found.held_back}")
    print(f"{asked.count} checkouts, {sum(told.values())} findings of {len(told)} rules, {differing} differ;")
    print(f"{time.process_time() - started:.1f} CPU s")
    return differing


if __name__ == "__main__":
    sys.exit(main() > 0)
