"""``zoneledger fix`` loses nothing and has done all it can after one run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path


def contents(root: Path) -> dict[str, bytes]:
    """Every ordinary file under ``datasets/`` by path."""
    found = {}
    for path in (root / "datasets").rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def complaints(before: dict[str, bytes], after: dict[str, bytes], again: dict[str, bytes]) -> Iterator[str]:
    """What is wrong with a repair.

    Args:
        before, after, again: the files before it, after it and after a second one.
    """
    for path in sorted(before.keys() | after.keys()):
        if path not in before or path not in after:
            yield f"a file came or went: {path!a}"
        elif again.get(path) != after[path]:
            yield f"a second run changes it again: {path!a}"
        elif before[path] != after[path] and path.endswith(".csv"):
            given, left = _filled(before[path]), _filled(after[path])
            if given is not None and given != left:
                yield f"{given} filled cells before, {left} after: {path!a}"


def _filled(content: bytes) -> int | None:
    """How many cells hold more than space; None where commas do not tell."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig").replace("\r\n", "\n"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    if not rows or len(rows[0]) < 2 or any(len(row) not in (0, len(rows[0])) for row in rows) or "\r" in content.decode("utf-8-sig"):
        return None
    return sum(bool(cell.strip("\ufeff\u200b ")) and not cell.isspace() for row in rows for cell in row)
