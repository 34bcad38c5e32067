"""Ids that are paths, names of devices or longer than a file name, renamed wherever they stand so that keys hold."""

from __future__ import annotations

import random
from pathlib import Path

from fuzzing.case import Case
from fuzzing.payloads import PATHS, SOUND_IDS

_TABLES = ("agency_types", "organizations", "indicators", "zones", "units", "industries", "jurisdictions", "measures", "targets")


def mutate(case: Case, rng: random.Random) -> None:
    """Renames one row of one table, and everything that points at it."""
    table = rng.choice(_TABLES)
    path = next(path for path in case.tables if Path(path).stem == table)
    old = rng.choice(case.rows(path)[1:])[0]
    new = rng.choice(SOUND_IDS if rng.random() < 0.5 else PATHS)
    for other in case.tables:
        rows = case.rows(other)
        case.put_rows(other, [[new if cell == old else cell for cell in row] for row in rows])
    case.note(f"{table}: {old} is now {new}")
