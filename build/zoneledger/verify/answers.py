"""The JSON API against the tables: every row is there once, however many files a list is cut into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zoneledger.api.publication import FOLDER
from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.schemas import PLAN, WIDE
from zoneledger.problems import Text
from zoneledger.verify.fault import Findings, UnusableError, read_object
from zoneledger.verify.packages import Canonical


def check_tables(top: Path, whole: Canonical, findings: Findings) -> None:
    """Counts the rows of every table.

    Args:
        top: the site's folder.
        whole: the whole dataset's tables.
        findings: where to note faults.
    """
    for name, schema in whole.schemas.items():
        path = f"{FOLDER}/tables/{name}.json"
        if schema.group == WIDE:
            continue
        with findings.reading(path):
            answers = list(_pages(top, path, findings))
            _held(path, answers[0].get("total"), whole.sums[name].rows, findings)
            _held(path, sum(len(answer["result"]) for answer in answers), whole.sums[name].rows, findings)


def check_plan(top: Path, plan_id: str, package: Canonical, findings: Findings) -> None:
    """Counts the rows of a plan's file, which holds its own tables and no shared list.

    Args:
        top: the site's folder.
        plan_id: the plan.
        package: its tables.
        findings: where to note faults.
    """
    path = f"{FOLDER}/plans/{plan_id}.json"
    with findings.reading(path):
        answer = read_object(top, path)
        findings.files += 1
        own = {name: found.rows for name, found in package.sums.items() if _of_plan(package.schemas[name])}
        _held(path, answer.get("total"), sum(own.values()), findings)
        tables = answer["result"]["tables"]
        for name, rows in own.items():
            _held(path, len(tables.get(name, ())), rows, findings)


def _of_plan(schema: TableSchema) -> bool:
    return schema.group == PLAN


def _pages(top: Path, path: str, findings: Findings) -> Iterator[Mapping[str, Any]]:
    """A list's files, from the first along the links to the next."""
    seen: set[str] = set()
    following: str | None = path
    while following:
        if following in seen:
            raise UnusableError(Text("翻页绕成了圈", "its pages go round in a circle"))
        seen.add(following)
        answer = read_object(top, following)
        findings.files += 1
        yield answer
        address = answer["links"]["next"]
        following = f"{FOLDER}/{str(address).rpartition(f'{FOLDER}/')[2]}" if address else None


def _held(path: str, found: object, expected: int, findings: Findings) -> None:
    if found != expected:
        findings.add(path, f"有 {found} 行，CSV 有 {expected} 行", f"has {found} rows where the CSV has {expected}")
