"""Hostile words in any cell, whatever its column is for."""

from __future__ import annotations

import random

from fuzzing.case import Case, any_table
from fuzzing.payloads import SURROGATES, text


def mutate(case: Case, rng: random.Random) -> None:
    """Changes one to four cells of a table."""
    path = any_table(case, rng)
    rows = case.rows(path)
    for _ in range(rng.randint(1, 4)):
        row = rng.choice(rows)
        column = rng.randrange(len(row))
        row[column] = rng.choice(SURROGATES) if rng.random() < 0.03 else text(rng)
        case.note(f"{path}:{rows.index(row) + 1} {rows[0][column][:40]} = {row[column][:60]}")
    case.put_rows(path, rows)
