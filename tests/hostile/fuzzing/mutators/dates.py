"""Dates that do not exist, years of five digits, intervals the wrong way round, yearly rules that mean nothing."""

from __future__ import annotations

import random

from fuzzing.case import Case
from fuzzing.payloads import DATES, RULES


def mutate(case: Case, rng: random.Random) -> None:
    """Changes the dates of one column, in one row or in all."""
    columns = [
        (path, name)
        for path in case.tables
        for name in case.rows(path)[0]
        if name in ("due", "period", "baseline", "effective_from", "reported_on", "rrule") and len(case.rows(path)) > 1
    ]
    path, name = rng.choice(columns)
    rows = case.rows(path)
    chosen = rows[1:] if rng.random() < 0.3 else [rng.choice(rows[1:])]
    for row in chosen:
        row[rows[0].index(name)] = rng.choice(RULES if name == "rrule" else DATES)
    case.put_rows(path, rows)
    case.note(f"{path} {name} = {chosen[-1][rows[0].index(name)]}, rows: {len(chosen)}")
