"""Promise against result in numbers: a plain recount over the tables, the day that counts, gaps and context."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from zoneledger.assessment import REASONS, VERDICTS, assessments
from zoneledger.assessment.finding import judge
from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.edtf import latest
from zoneledger.problems import Text
from zoneledger.views.gap import gap
from zoneledger.views.outcome import evidence
from zoneledger.views.promise import promise

PLAN = "anshi-2021"


@pytest.fixture(scope="module")
def real(root: Path) -> Catalogue:
    return load(root)


def test_the_counts_are_those_of_a_plain_recount(real: Catalogue) -> None:
    """Per plan and strength, from the cells alone and the published verdicts."""
    verdicts = {key: (one.verdict, one.reason) for key, one in assessments(real).items()}
    as_of = str(real.dataset["as_of"])
    for plan_id in (None, *real.plan_files):
        found = promise(real, plan_id)
        for strength, tally in found.strengths.items():
            rows = [row for row in real.rows("targets", plan_id) if row["strength"] == strength]
            dated = [row for row in rows if row["due"]]
            over = [row for row in dated if "X" not in row.text("due") and latest(row.text("due")) < as_of]
            results = [verdicts[row.text("id")] for row in over]
            assert (tally.targets, tally.dated, tally.past_due) == (len(rows), len(dated), len(over))
            assert tally.blanked == sum("X" in row.text("due") for row in dated)
            assert tally.verdicts == {key: sum(one == key for one, _ in results) for key in VERDICTS}
            assert tally.reasons == Counter(reason for _, reason in results if reason)
            assert tally.open + tally.judged == tally.past_due
        for name in ("targets", "dated", "past_due", "open", "judged_early"):
            parts = [getattr(tally, name) for tally in found.strengths.values()]
            assert getattr(found.total, name) == sum(parts)
    plans = [promise(real, plan_id).total for plan_id in real.plan_files]
    assert promise(real).total.past_due == sum(total.past_due for total in plans) > 0


def test_shares_are_of_the_targets_past_due(catalogue: Catalogue) -> None:
    total = promise(catalogue).total
    assert (total.targets, total.dated, total.past_due) == (10, 9, 9)
    assert (total.verdicts["met"], total.open, total.judged_early) == (1, 8, 0)
    assert (total.share("met").zh, total.share("not_assessable").en) == ("11%", "89%")
    assert list(total.reasons) == [key for key in REASONS if key in total.reasons]


@pytest.mark.parametrize(("as_of", "past_due"), [("2023-12-31", 0), ("2024-01-01", 9), ("2022-06-30", 0)])
def test_the_day_that_counts_is_the_datasets(catalogue: Catalogue, as_of: str, past_due: int) -> None:
    moved = replace(catalogue, dataset={**catalogue.dataset, "as_of": as_of})
    total = promise(moved, PLAN).total
    assert (total.dated, total.past_due) == (9, past_due)
    assert promise(moved).as_of.en.endswith(as_of[:4])


def test_what_is_judged_before_its_deadline_is_told_apart(catalogue: Catalogue) -> None:
    catalogue.rows("outcomes")[0].values.update(period="2022", reported_on="2023-01")
    moved = replace(catalogue, dataset={**catalogue.dataset, "as_of": "2023-06-30"})
    total = promise(moved).total
    assert (total.past_due, total.judged, total.judged_early) == (0, 0, 1)


def test_a_blanked_year_is_never_past_due(catalogue: Catalogue) -> None:
    catalogue.rows("targets")[0].values["due"] = "20XX"
    total = promise(catalogue).total
    assert (total.dated, total.blanked, total.past_due, total.judged) == (9, 1, 8, 0)


def gap_of(catalogue: Catalogue, target: dict[str, Any], outcome: dict[str, Any]) -> Text:
    """The gap between the first target and the first figure, with other cells."""
    aim, row = (
        changed(catalogue.rows(table)[0], cells) for table, cells in (("targets", target), ("outcomes", outcome))
    )
    return gap(judge(aim, row, catalogue), aim, catalogue)


def changed(row: Row, cells: dict[str, Any]) -> Row:
    return replace(row, values={**row.values, **cells})


EQ = {"comparator": "eq"}
RATE = {"value_type": "growth_rate", "unit_id": "percent", "value": 8}
RANK = {"indicator_id": "assessment-rank", "value_type": "rank", "unit_id": "rank"}
COUNT = {"indicator_id": "large-enterprises", "value_type": "count", "unit_id": "enterprise"}


@pytest.mark.parametrize(
    ("target", "outcome", "zh", "en"),
    [
        ({}, EQ, "比目标多30亿元（2.5%）", "3 billion yuan above (2.5%)"),
        ({}, {}, "比目标多30亿元以上（2.5%）", "more than 3 billion yuan above (2.5%)"),
        ({"value": 1640}, EQ, "比目标少410亿元（25%）", "41 billion yuan below (25%)"),
        ({"value": 1230}, EQ, "与目标的数相同", "the same figure"),
        ({}, {**EQ, "unit_id": "yuan", "value": 119_000_000_000}, "比目标少10亿元（0.8%）", "1 billion yuan below (0.8%)"),
        ({**RATE}, {**RATE, **EQ, "value": 6.5}, "比目标低1.5个百分点", "1.5 percentage points below"),
        ({**RATE}, {**RATE, **EQ, "value": 9}, "比目标高1个百分点", "1 percentage point above"),
        ({**RANK, "comparator": "le", "value": 20}, {**RANK, **EQ, "value": 21}, "靠后1位", "1 place behind"),
        ({**RANK, "comparator": "le", "value": 20}, {**RANK, **EQ, "value": 17}, "靠前3位", "3 places ahead"),
        ({**COUNT, "comparator": "between", "value": 3, "value_max": 5}, {**COUNT, **EQ, "value": 4},
         "在目标的区间之内", "within the target's range"),
        ({**COUNT, "comparator": "between", "value": 3, "value_max": 5}, {**COUNT, **EQ, "value": 2},
         "比目标少1家（33.3%）", "1 below (33.3%)"),
        ({**COUNT, **EQ, "value": 12}, {**COUNT, **EQ, "value": 15}, "比目标多3家（25%）", "3 above (25%)"),
        # Of another scope, measure or time, or a mere bound: nothing is subtracted.
        ({}, {**EQ, "scope_type": "jurisdiction"}, "", ""),
        ({}, {**EQ, "value_type": "increment"}, "", ""),
        ({}, {**EQ, "unit_id": "percent"}, "", ""),
        ({}, {**EQ, "period": "2025"}, "", ""),
        ({"value": 1300}, {}, "", ""),
        ({"note_basis": "suspected"}, EQ, "", ""),
    ],
)  # fmt: skip
def test_a_gap_is_told_only_where_two_figures_compare(
    catalogue: Catalogue, target: dict[str, Any], outcome: dict[str, Any], zh: str, en: str
) -> None:
    assert gap_of(catalogue, target, outcome) == Text(zh, en)


def test_a_gap_before_the_deadline_is_told_too(catalogue: Catalogue) -> None:
    assert gap_of(catalogue, {"value": 1640}, {**EQ, "period": "2022"}).zh == "比目标少410亿元（25%）"


def test_figures_stand_with_their_target(catalogue: Catalogue) -> None:
    first, second = evidence(catalogue, PLAN)
    assert (first.target.id, first.judged, [row.id for row in first.outcomes]) == (
        f"{PLAN}-t001",
        True,
        [f"{PLAN}-o001"],
    )
    assert (first.outcomes[0].context, first.outcomes[0].reported_on.en) == (Text("", ""), "20 January 2024")
    (row,) = second.outcomes
    assert (second.target.id, second.judged) == (f"{PLAN}-t007", False)
    assert (row.verdict, row.reason.en, row.gap) == ("not_assessable", "the scope differs", Text("", ""))
    assert (row.scope.zh, row.period.en) == ("全市工业用地", "2022")


def test_a_citywide_figure_beside_a_zone_target_is_context(real: Catalogue) -> None:
    """Real rows: every figure of a jurisdiction that stands beside something else is marked, whatever else is the matter."""
    shown = {row.id: row for one in evidence(real) for row in one.outcomes}
    assert len(shown) == len(real.rows("outcomes")) > 50
    for row in real.rows("outcomes"):
        target = real.row("targets", row["target_id"])
        assert target is not None
        wide = row["scope_type"] == "jurisdiction" and target["scope_type"] != "jurisdiction"
        view = shown[row.text("id")]
        assert (
            view.context == Text("整个行政区域的数字，仅供参考", "for the whole jurisdiction, context only")
        ) is wide
        assert not (wide and view.gap.zh)
    assert shown["wuhan-donghu-o001"].gap.en == "164 billion yuan below (32.8%)"
