"""Broken tables: quotes, widths, headers, blank rows, separators."""

from __future__ import annotations

import random

from fuzzing.case import Case, any_table
from fuzzing.payloads import text

_INSERTED = ('"', '""', '",', ",", ",,,", "\n", "\n\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", ";",
"\t", "'", "\\", "\0", '"\n"', '"a"b')


def mutate(case: Case, rng: random.Random) -> None:
    """Spoils one table in one of several ways."""
    path = any_table(case, rng)
    way = rng.choice((_insert, _insert, _repeat_rows, _drop_cells, _header, _header, _rows_only, _separators))
    case.note(f"{path} {way.__name__.strip('_')}")
    way(case, path, rng)


def _insert(case: Case, path: str, rng: random.Random) -> None:
    content = case.files[path].decode("utf-8")
    for _ in range(rng.randint(1, 5)):
        at = rng.randint(0, len(content))
        content = content[:at] + rng.choice(_INSERTED) + content[at:]
    case.files[path] = content.encode("utf-8")


def _repeat_rows(case: Case, path: str, rng: random.Random) -> None:
    rows = case.rows(path)
    case.put_rows(path, rows + [rng.choice(rows) for _ in range(rng.randint(1, 30))])


def _drop_cells(case: Case, path: str, rng: random.Random) -> None:
    rows = case.rows(path)
    row = rng.choice(rows)
    if rng.random() < 0.5:
        del row[rng.randrange(len(row)) :]
    else:
        row += [text(rng) for _ in range(rng.randint(1, 50))]
    case.put_rows(path, rows)


def _header(case: Case, path: str, rng: random.Random) -> None:
    rows = case.rows(path)
    header = rows[0]
    way = rng.randrange(5)
    if way == 0:
        rng.shuffle(header)
    elif way == 1:
        header[rng.randrange(len(header))] = text(rng)
    elif way == 2:
        header[rng.randrange(len(header))] = rng.choice(header)
    elif way == 3:
        rows[0] = [f"{name}{number}" for number in range(rng.choice((20, 501, 10_000))) for name in header[:1]]
    else:
        rows[0] = header + [text(rng) for _ in range(rng.randint(1, 60))]
    case.put_rows(path, rows)


def _rows_only(case: Case, path: str, rng: random.Random) -> None:
    case.put_rows(path, rng.choice(([], [[]], [[""]], case.rows(path)[:1], case.rows(path)[1:])))


def _separators(case: Case, path: str, rng: random.Random) -> None:
    case.files[path] = case.files[path].replace(b",", rng.choice((b";", b"\t", b"|", b"\x00", "，".encode())))
