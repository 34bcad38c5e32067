"""From nothing to a page: a newcomer begins a plan, enters two targets, proves them and builds the site."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from newcomer import PLAN, Newcomer

from zoneledger import build
from zoneledger.catalogue import load

MEASURE = {
    "id": f"{PLAN}-m01",
    "position": "1",
    "kind": "objective",
    "title_basis": "printed",
    "number_printed": "一、",
    "title_zh": "总体要求",
    "title_en": "General requirements",
    "locator": "一",
    "summary_zh": "到2025年的两个目标，由市发改委牵头。",
    "summary_en": "Two targets for 2025, led by the reform commission.",
}


def enter(newcomer: Newcomer, table: str, *rows: dict[str, str]) -> None:
    """Types rows under the header that is already there."""
    path = newcomer.folder / f"{table}.csv"
    header = next(csv.reader([path.read_text(encoding="utf-8")]))
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n", restval="")
    writer.writerows(rows)
    path.write_text(path.read_text(encoding="utf-8") + out.getvalue(), encoding="utf-8")


def like(newcomer: Newcomer, table: str, row_id: str, **cells: str) -> dict[str, str]:
    """A row after the example of the plan already there, as people do it."""
    example = newcomer.root / "datasets" / "plans" / "anshi-2021" / f"{table}.csv"
    with example.open(encoding="utf-8", newline="") as stream:
        found = next(row for row in csv.DictReader(stream) if row["id"] == row_id)
    return {**found, **cells}


def targets(newcomer: Newcomer) -> list[dict[str, str]]:
    common = {"measure_id": f"{PLAN}-m01", "locator": "一", "due": "2025", "strength": "unmarked", "marker_printed": ""}
    first = like(newcomer, "targets", "anshi-2021-t001", id=f"{PLAN}-t001", value="800", printed="800亿元", **common)
    return [first, {**first, "id": f"{PLAN}-t002", "value": "8", "printed": "8亿元"}]


@pytest.fixture
def begun(newcomer: Newcomer, root: Path) -> Newcomer:
    shutil.copytree(root / "site", newcomer.root / "site")
    assert newcomer.new_plan(period="2023/2025").exit_code == 0
    return newcomer


def test_two_targets_later_it_builds(begun: Newcomer, tmp_path: Path) -> None:
    enter(begun, "measures", MEASURE)
    enter(begun, "targets", *targets(begun))
    checked = begun.run("check")
    assert checked.exit_code == 0, checked.output
    report = build.run(begun.root, tmp_path / "dist", lambda _: None)
    assert report.ok
    page = (tmp_path / "dist" / "site" / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    assert f'id="{PLAN}-t001"' in page
    assert f'id="{PLAN}-t002"' in page
    packed = tmp_path / "dist" / "site" / "data" / "plans" / PLAN / "targets.csv"
    assert len(packed.read_text(encoding="utf-8").splitlines()) == 3


def test_even_untouched_it_builds(begun: Newcomer, tmp_path: Path) -> None:
    """A table that has its bare header is a table without rows, at every stage."""
    assert build.run(begun.root, tmp_path / "dist", lambda _: None).ok
    page = (tmp_path / "dist" / "site" / "en" / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    assert "Beihe action plan for better zones" in page
    catalogue = load(begun.root)
    assert not [
        name for name, schema in catalogue.schemas.items() if schema.group == "plan" and catalogue.rows(name, PLAN)
    ]
