"""More than anybody meant: cells of megabytes, ten thousand columns, a hundred thousand rows, quotes never closed."""

from __future__ import annotations

import random

from fuzzing.case import Case, any_table

_MEGABYTE = 1_000_000


def mutate(case: Case, rng: random.Random) -> None:
    """Makes one file large."""
    rng.choice((_cell, _columns, _rows, _rows, _quote, _line, _folders, _wide_rows))(case, rng)


def _cell(case: Case, rng: random.Random) -> None:
    path, size = any_table(case, rng), rng.choice((20_000, 20_001, _MEGABYTE, 10 * _MEGABYTE))
    rows = case.rows(path)
    rng.choice(rows)[-1] = rng.choice("a开=<\"") * size
    case.put_rows(path, rows)
    case.note(f"{path}: a cell of {size} characters")


def _columns(case: Case, rng: random.Random) -> None:
    path, count = any_table(case, rng), rng.choice((500, 501, 10_000, 500_000))
    case.files[path] = ",".join(f"c{number}" for number in range(count)).encode() + b"\n" + b"," * (count - 1) + b"\n"
    case.note(f"{path}: {count} columns")


def _rows(case: Case, rng: random.Random) -> None:
    path, count = any_table(case, rng), rng.choice((2_000, 8_000))
    rows = case.rows(path)
    row = rng.choice(rows[1:] or rows)
    way = rng.choice(("equal", "own id", "hostile", "empty"))
    spoilt = {"equal": row, "hostile": ["<b>" if cell else cell for cell in row], "empty": [""] * len(row)}.get(way, row)
    more = [[f"{spoilt[0]}-{number}", *spoilt[1:]] if way == "own id" else spoilt for number in range(count)]
    case.put_rows(path, rows + more)
    case.note(f"{path}: {count} more rows ({way})")


def _quote(case: Case, rng: random.Random) -> None:
    path = any_table(case, rng)
    case.files[path] += rng.choice((b'"', b'a,"', b'"\n' * 20_000)) + b"x,y\n" * rng.choice((10, 100_000))
    case.note(f"{path}: a quote that never closes")


def _line(case: Case, rng: random.Random) -> None:
    path = any_table(case, rng)
    case.files[path] += rng.choice((b"x", b",", b'""', b"\r", b"\0", b"\xff")) * rng.choice((_MEGABYTE, 5 * _MEGABYTE))
    case.note(f"{path}: a line of megabytes")


def _folders(case: Case, rng: random.Random) -> None:
    for number in range(400):
        case.files[f"datasets/plans/x{number}/plan.yml"] = b"id: x\n"
    case.note("400 more plans, none of them sound")


def _wide_rows(case: Case, rng: random.Random) -> None:
    path = any_table(case, rng)
    case.files[path] += (b"," * 600 + b"\n") * 5_000
    case.note(f"{path}: 5000 rows of 600 cells")
