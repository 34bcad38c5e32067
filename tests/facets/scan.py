"""What each page of a facet must hold, scanned from the CSV files of the datasets with nothing of the program."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

Cells = dict[str, str]
#: Folder of pages → value → table → ids in the order of the datasets.
Scan = dict[str, dict[str, dict[str, list[str]]]]

#: The table of a row by the letter in its id: ganzhou-2020-t001.
LETTERS = {
    "t": "targets",
    "r": "responsibilities",
    "m": "measures",
    "s": "milestones",
    "p": "projects",
    "n": "plan_industries",
    "g": "mechanisms",
}


class Datasets:
    """The files of a checkout as lists of cells.

    Args:
        root: the checkout's top folder.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / "datasets"
        self.plans = {
            path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted(self.folder.glob("plans/*/plan.yml"))
        }

    def reference(self, table: str) -> list[Cells]:
        """The rows of a shared list."""
        return _cells(self.folder / "reference" / f"{table}.csv")

    def rows(self, table: str) -> Iterator[Cells]:
        """The rows of a plan table over all plans, each with its plan's id."""
        for plan in self.plans:
            for row in _cells(self.folder / "plans" / plan / f"{table}.csv"):
                yield {**row, "plan_id": plan}


def _cells(path: Path) -> list[Cells]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def scan(data: Datasets) -> Scan:
    """Every value of every facet, those without rows included."""
    found: Scan = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for table in ("organizations", "industries", "indicators", "zones"):
        for row in data.reference(table):
            found[table][row["id"]] = defaultdict(list)
    types = {row["id"]: row["agency_type_id"] for row in data.reference("organizations")}
    for used in filter(None, types.values()):
        found["agencies"][used] = defaultdict(list)
    for table, row, folder, value in (*_of_targets(data), *_of_duties(data, types), *_of_others(data)):
        if value and row["id"] not in found[folder][value][table]:
            found[folder][value][table].append(row["id"])
    return found


Filed = tuple[str, Cells, str, str]


def _of_targets(data: Datasets) -> Iterator[Filed]:
    zones = _links(data, "target_zones", "target_id", "zone_id")
    for row in data.rows("targets"):
        yield "targets", row, "years", _year(row)
        yield "targets", row, "strengths", row["strength"]
        yield "targets", row, "cities", data.plans[row["plan_id"]]["jurisdiction"]
        yield "targets", row, "indicators", row["indicator_id"]
        yield "targets", row, "industries", row["industry_id"]
        yield from (("targets", row, "zones", zone) for zone in zones[row["id"]])


def _of_duties(data: Datasets, types: dict[str, str]) -> Iterator[Filed]:
    for row in data.rows("responsibilities"):
        yield "responsibilities", row, "cities", data.plans[row["plan_id"]]["jurisdiction"]
        yield "responsibilities", row, "organizations", row["organization_id"]
        yield "responsibilities", row, "agencies", types[row["organization_id"]]


def _of_others(data: Datasets) -> Iterator[Filed]:
    for table in ("projects", "plan_industries"):
        for row in data.rows(table):
            yield table, row, "zones", row["zone_id"]
            yield table, row, "industries", row["industry_id"]
    for table, own in (("mechanisms", "mechanism"), ("milestones", "milestone")):
        named = _links(data, f"{own}_actors", f"{own}_id", "organization_id")
        for row in data.rows(table):
            yield from ((table, row, "organizations", body) for body in named[row["id"]])
    for row in data.rows("milestones"):
        yield "milestones", row, "years", _year(row)


def _year(row: Cells) -> str:
    year = row["due"][:4]
    return year if year.isdigit() else "none"


def _links(data: Datasets, table: str, own: str, other: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in data.rows(table):
        found[row[own]].append(row[other])
    return found
