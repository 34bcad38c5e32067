"""Printed stretches whose figures are absurd: numerals without end, ranges of ranges."""

from __future__ import annotations

import random

from fuzzing.case import Case
from fuzzing.payloads import PRINTED


def mutate(case: Case, rng: random.Random) -> None:
    """Changes the printed stretch of a row that states a figure, or builds one from numerals."""
    path = rng.choice([path for path in case.tables if "printed" in case.rows(path)[0] and len(case.rows(path)) > 1])
    rows = case.rows(path)
    row = rng.choice(rows[1:])
    numerals = "".join(rng.choices("零一二十百千万亿点第至-3.,%九个年", k=rng.randint(1, 40)))
    row[rows[0].index("printed")] = printed = rng.choice(PRINTED) if rng.random() < 0.5 else numerals
    if "member" in rows[0] and rng.random() < 0.3:
        row[rows[0].index("member")] = rng.choice(("2", "99", "9999999999999999"))
    case.put_rows(path, rows)
    case.note(f"{path}:{rows.index(row) + 1} printed = {printed}")
