"""The small plan's files and figures, read without the code under test."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.charts import Figure, Figures

PLAN = "anshi-2021"
Cells = dict[str, str]
Edit = Callable[[list[Cells]], list[Cells]]


def read(path: Path) -> list[Cells]:
    """A CSV's rows as written, read without the code under test."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plan_csv(root: Path, table: str) -> Path:
    return root / "datasets" / "plans" / PLAN / f"{table}.csv"


def figure(figures: Figures, kind: str) -> Figure:
    """A figure of the small plan, by the last part of its id."""
    return next(one for one in figures.plans[PLAN] if one.id == f"{PLAN}-{kind}")


Changed = Callable[[str, Edit], Catalogue]
