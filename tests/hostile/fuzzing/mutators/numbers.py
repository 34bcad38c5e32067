"""Numbers too large, too small, in other scripts and in other notations."""

from __future__ import annotations

import random

from fuzzing.case import Case
from fuzzing.payloads import NUMBERS

#: These may stand in the figures of a sound dataset: no rule compares what was reported with what was printed.
_SOUND = ("9999999999999999", "-9999999999999999", "0.000000000001", "0", "9999999999999999.999999999999", "-0", "0.5")


def mutate(case: Case, rng: random.Random) -> None:
    """Changes one number, often to one that is sound and extreme."""
    columns = [
        (path, column["name"])
        for path in case.tables
        for column in case.schema(path)["fields"]
        if column["type"] in ("integer", "number", "boolean") and len(case.rows(path)) > 1
    ]
    path, name = rng.choice(columns)
    if rng.random() < 0.3:
        path, name = rng.choice([place for place in columns if "outcomes" in place[0] or "evidence" in place[0]])
    rows = case.rows(path)
    row = rng.choice(rows[1:])
    row[rows[0].index(name)] = number = rng.choice(_SOUND if rng.random() < 0.4 else NUMBERS)
    case.put_rows(path, rows)
    case.note(f"{path}:{rows.index(row) + 1} {name} = {number}")
