"""Markup, templates, Markdown and formulas where any visible text is sound: it must be published, and do nothing."""

from __future__ import annotations

import random

from fuzzing.case import Case
from fuzzing.payloads import visible


def mutate(case: Case, rng: random.Random) -> None:
    """Changes filled cells of free text: a few, or every one of them."""
    places = case.free_text
    chosen = places if rng.random() < 0.5 else rng.sample(places, min(len(places), rng.randint(1, 8)))
    for path, column in chosen:
        rows = case.rows(path)
        position = rows[0].index(column)
        for number, row in enumerate(rows[1:]):
            if row[position]:
                # numbered, for some columns must not repeat
                row[position] = f"{visible(rng)}{number}"
        case.put_rows(path, rows)
    case.note(f"{len(chosen)} columns of free text")
