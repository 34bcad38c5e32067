"""A checkout whose plans are many times as large: every row of a plan that has an id of its own stands there again and again."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path


def enlarge(root: Path, out: Path, plan_id: str, times: int) -> Path:
    """Copies a checkout and repeats the rows of one of its plans.

    Args:
        root: the checkout.
        out: a folder that does not exist yet.
        plan_id: the plan.
        times: how often each row stands there in the end.
    """
    for name in ("datasets", "schemas", "site"):
        shutil.copytree(root / name, out / name)
    shutil.copyfile(root / "mkdocs.yml", out / "mkdocs.yml")
    own = re.compile(rf"{re.escape(plan_id)}-([a-z]+)(\d+)")
    for file in (out / "datasets" / "plans" / plan_id).glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as source:
            head, *rows = csv.reader(source)
        repeated = [row for row in rows if any(map(own.fullmatch, row))]
        for turn in range(1, times):
            rows += [[_moved(cell, name, own, turn) for name, cell in zip(head, row, strict=True)] for row in repeated]
        with file.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target, lineterminator="\n").writerows([head, *rows])
    return out


def _moved(cell: str, column: str, own: re.Pattern[str], turn: int) -> str:
    if column == "position" and cell:
        return str(int(cell) + 1000 * turn)
    if column == "locator" and cell:
        return f"{cell}/x{turn}"
    return own.sub(lambda match: f"{match[0][: match.start(2) - match.start()]}{int(match[2]) + 1000 * turn:04d}", cell)
