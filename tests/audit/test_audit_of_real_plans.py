"""The committed plans against their sources: all of it is found, and hundreds of planted faults are caught."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from corruption import with_cell

from zoneledger import audit, figures
from zoneledger.audit import anchors
from zoneledger.audit.duties import TABLE
from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.records import Record

PLANTED = 210
SEED = 20191125
VALUED = ("targets", "instruments")
CHOICES = {
    "basis": ("bracket", "line", "annex", "text"),
    "role": ("lead", "responsible", "cooperating"),
    "list_open": ("true", "false"),
    "manner": ("", "by_division"),
    "number_printed": ("九十九、",),
}
#: Columns that the source decides beside anchors and quoted names.
DECIDED = {("targets", "marker_printed"), ("targets", "baseline"), ("targets", "effective_from")}


@dataclass(frozen=True)
class Fault:
    table: str
    record: Record
    column: str
    value: str

    def __str__(self) -> str:
        return f"{self.record.file}:{self.record.line} {self.column} {self.record.cells[self.column]!r} -> {self.value!r}"


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


def plans(root: Path) -> list[str]:
    return sorted(folder.name for folder in (root / "datasets" / "plans").iterdir() if (folder / "plan.yml").is_file())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "plan_id" in metafunc.fixturenames:
        metafunc.parametrize("plan_id", plans(Path(__file__).resolve().parents[2]))


def test_every_anchor_is_found(catalogue: Catalogue, sources: Path, plan_id: str) -> None:
    result = audit.run(catalogue, sources, [plan_id])
    assert [(p.place, p.value, p.message.en) for p in result.report.errors] == []
    assert plan_id in result.proved
    receipt = result.receipts[plan_id]
    assert receipt.complete
    for table in ("targets", "responsibilities", "measures"):
        if receipt.rows.get(table):
            assert receipt.anchors[table] == receipt.rows[table]


def test_a_committed_receipt_can_be_repeated(catalogue: Catalogue, sources: Path, plan_id: str) -> None:
    receipts = audit.load_receipts(catalogue.layout)
    if plan_id not in receipts:
        pytest.skip(f"{plan_id} has no receipt yet: run zoneledger audit")
    changed = audit.changed_since(receipts[plan_id], catalogue, plan_id)
    if changed:
        pytest.skip(f"{changed} rows of {plan_id} changed since its receipt: run zoneledger audit")
    assert receipts[plan_id].to_json() == audit.run(catalogue, sources, [plan_id]).receipts[plan_id].to_json()


def test_planted_faults_are_caught(catalogue: Catalogue, sources: Path, plan_id: str) -> None:
    rng = random.Random(SEED)
    text = (sources / catalogue.plan_files[plan_id]["source"]["file"]).read_text(encoding="utf-8")
    before = set(audit.run(catalogue, sources, [plan_id]).report.problems)
    missed: Counter[str] = Counter()
    unexplained = []
    for fault in faults(catalogue, plan_id, rng):
        corrupted = with_cell(catalogue, fault.record, fault.table, fault.column, fault.value)
        if set(audit.run(corrupted, sources, [plan_id]).report.problems) - before:
            continue
        reason = why_missed(fault, text)
        missed[reason or "unexplained"] += 1
        if reason is None:
            unexplained.append(str(fault))
    assert unexplained == []
    # What no text can decide is rare, or this test proves nothing.
    assert missed.total() <= PLANTED * 0.06, missed


def faults(catalogue: Catalogue, plan_id: str, rng: random.Random) -> list[Fault]:
    """Single-cell faults over all columns that the source decides, every column about equally often."""
    cells: dict[tuple[str, str], list[Record]] = {}
    for name, schema in catalogue.schemas.items():
        for record in catalogue.tables[name]:
            for column in schema.columns:
                if record.plan_id == plan_id and decided(catalogue, name, column, record):
                    cells.setdefault((name, column), []).append(record)
    locators = sorted({record.cells["locator"] for record in catalogue.tables["measures"] if record.plan_id == plan_id})
    planted: list[Fault] = []
    while len(planted) < PLANTED:
        for (table, column), records in sorted(cells.items()):
            record = rng.choice(records)
            planted.append(Fault(table, record, column, spoil(rng, record, column, locators)))
    return planted


def decided(catalogue: Catalogue, table: str, column: str, record: Record) -> bool:
    """Whether the source decides what a cell must be."""
    cells = record.cells
    if cells[column] == "" and column not in ("manner", "number_printed"):
        return False
    if table == TABLE:
        bound = {"printed", "anchor_locator", "basis", "occurrence"}
        return column in (bound if cells["basis"] == "text" else bound | {"role", "position", "list_open", "manner"})
    if table == "measures":
        return column in ("locator", "number_printed") or (column == "title_zh" and cells["title_basis"] == "printed")
    if column == "due" and table in ("targets", "milestones", "projects"):
        return cells.get("due_basis", "stated") == "stated"
    valued = column in ("value", "value_max") and table in VALUED
    anchor = anchors.anchored(catalogue.schemas[table]) and column in anchors.ANCHOR
    return valued or anchor or (table, column) in audit.names.QUOTED or (table, column) in DECIDED


def spoil(rng: random.Random, record: Record, column: str, locators: list[str]) -> str:
    """Another value of the kind that a slip of the hand makes."""
    old = record.cells[column]
    if column in ("occurrence", "member", "position"):
        return str(int(old) - 1) if int(old) > 1 and rng.random() < 0.5 else str(int(old) + 1)
    if column in ("locator", "anchor_locator"):
        return rng.choice([locator for locator in locators if locator != old])
    if column in CHOICES:
        return rng.choice([choice for choice in CHOICES[column] if choice != old])
    return spoil_text(rng, old)


def spoil_text(rng: random.Random, old: str) -> str:
    """One digit changed where there is one, else one character."""
    places = [index for index, char in enumerate(old) if char.isdecimal()] or list(range(len(old)))
    index = rng.choice(places)
    other = rng.choice([d for d in "123456789" if d != old[index]]) if old[index].isdecimal() else rng.choice("發產業區開國車龍")
    return old[:index] + other + old[index + 1 :]


def why_missed(fault: Fault, text: str) -> str | None:
    """What the source cannot decide, and why; None where a miss is a defect of the audit."""
    cells = fault.record.cells
    names = fault.table not in VALUED or not figures.find(cells["printed"])
    if fault.column == "member" and names and anchors.members(cells["printed"]) > 1:
        return "of a printed list of names, only the number of members is known, not which one a row means"
    if fault.column == "occurrence" and text.count(cells["printed"]) > 1:
        return "the same words stand there again, and either spot fits the order of the rows"
    return None
