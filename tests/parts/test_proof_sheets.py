"""Of the pages on what was proved, those alone are made again that give account of an edited plan, or say something else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from sheet_bench import CONTEXT, PLAN, Badges, Bench, address

from zoneledger.audit.receipts import load_receipt
from zoneledger.catalogue import load
from zoneledger.charts.figure import Figure, Figures
from zoneledger.layout import Layout
from zoneledger.pages import PageContext, proof
from zoneledger.problems import Text
from zoneledger.views.oddities import Mark

#: A plan of another page.
OTHER = "ganzhou-2020"


@pytest.fixture(scope="module")
def context(root: Path) -> PageContext:
    """Every plan was audited, and one row of each has changed since; a chart stands on the first page."""
    found = {plan: load_receipt(Layout(root), plan) for plan in load(root).plan_files}
    receipts = {plan: (receipt, 1) for plan, receipt in found.items() if receipt}
    assert len(receipts) == len(found) > 5
    return replace(CONTEXT, receipts=receipts, figures=Figures((), {}, proof=(drawn("<svg>one</svg>"),)))


def drawn(svg: str) -> Figure:
    name = Text("图", "Chart")
    return Figure("chart", name, name, {"zh": Markup(svg), "en": Markup(svg)}, (name,), ())


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory, context: PageContext) -> Iterator[Bench]:
    """Everything made once, a plan or two a page; to be copied, not to be changed."""
    folder = tmp_path_factory.mktemp("proof")
    for name in ("datasets", "schemas", "site"):
        shutil.copytree(root / name, folder / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "UNITS_LISTED", 120)
        bench = Bench(folder, folder / "kept", {"proof": (proof.sheets, proof.pages)})
        assert len(bench.made(context=context)) > 4
        yield bench


@pytest.fixture
def bench(first: Bench, tmp_path: Path) -> Bench:
    shutil.copytree(first.root, tmp_path / "copy")
    return Bench(tmp_path / "copy", tmp_path / "copy" / "kept", {"proof": (proof.sheets, proof.pages)})


def page_of(bench: Bench, plan: str) -> str:
    (found,) = (address(sheet) for sheet in bench.sheets() if plan in {each.id for each in sheet.told.plans})
    return found


def test_nothing_changed(bench: Bench, context: PageContext) -> None:
    assert bench.made(context=context) == set()
    assert page_of(bench, PLAN) != page_of(bench, OTHER)


def test_a_row_more_that_changed_since_the_audit(bench: Bench, context: PageContext) -> None:
    receipt, _ = context.receipts[PLAN]
    changed = replace(context, receipts={**context.receipts, PLAN: (receipt, 2)})
    assert bench.made(context=changed) == {page_of(bench, PLAN)}
    assert bench.made(context=changed) == set()
    assert bench.made(context=context) == {page_of(bench, PLAN)}


def test_a_plan_without_a_receipt(bench: Bench, context: PageContext) -> None:
    others = {plan: known for plan, known in context.receipts.items() if plan != PLAN}
    assert bench.made(context=replace(context, receipts=others)) == {page_of(bench, PLAN)}


def test_a_chart_stands_on_the_first_page(bench: Bench, context: PageContext) -> None:
    other = replace(context, figures=Figures((), {}, proof=(drawn("<svg>two</svg>"),)))
    assert bench.made(context=other) == {"proof/"}
    assert bench.made(context=replace(other, figures=replace(other.figures, home=other.figures.proof))) == set()


def test_what_all_pages_are_made_with(bench: Bench, context: PageContext) -> None:
    every = {address(sheet) for sheet in bench.sheets()}
    assert bench.made(context=replace(context, site_url="https://example.com/")) == every


def _noted(bench: Bench) -> dict[str, str]:
    """The ids of rows that say how they were coded, by plan: the first of each."""
    rows = load(bench.root).rows("targets")
    return {row.text("plan_id"): row.text("id") for row in reversed(rows) if row["note_basis"] == "coding"}


def test_the_note_of_a_row(bench: Bench, context: PageContext) -> None:
    row_id = _noted(bench)[PLAN]

    def change(rows: list[dict[str, str]]) -> None:
        (row,) = (row for row in rows if row["id"] == row_id)
        row["note_zh"] += "（改）"

    bench.edit(f"plans/{PLAN}/targets.csv", change)
    assert bench.made(context=context) == {page_of(bench, PLAN)}


def test_a_settled_coding(bench: Bench, context: PageContext) -> None:
    settled = {"reading_note_zh": "力度：承上句", "reading_note_en": "Strength: from above"}
    bench.edit(f"plans/{OTHER}/targets.csv", lambda rows: rows[-1].update(settled))
    assert page_of(bench, OTHER) in bench.made(context=context)
    bench.edit(f"plans/{OTHER}/targets.csv", lambda rows: rows[-1].update(reading_note_en="Strength: from the sentence above"))
    assert bench.made(context=context) == {page_of(bench, OTHER)}


def test_the_badge_of_a_row_that_is_named(bench: Bench, context: PageContext) -> None:
    odd = Mark(Text("存疑", "Doubtful"), computed=True)

    def badged(marks: Badges) -> Badges:
        return {**marks, _noted(bench)[OTHER]: (odd,)}

    assert bench.made(badged, context=context) == {page_of(bench, OTHER)}
    assert bench.made(badged, context=context) == set()


def test_what_is_asked_for_to_tell_is_noted_and_decides_no_sheet(bench: Bench) -> None:
    said: Any = json.loads((bench.folder / "proof" / "read.json").read_bytes())["said"]
    assert {"receipts", "figures"} <= set(said["context"])
    assert not {"receipts", "figures"} & set(said["filling"])
    assert set(said["filling"]) < set(said["context"])
