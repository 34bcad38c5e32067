"""What a plan leaves open is computed from its rows, and a stated deadline is never taken for one that was derived."""

from __future__ import annotations

import pytest

from zoneledger.catalogue import Catalogue, Row
from zoneledger.views.open_points import DEADLINES, GAPS, OpenPoints, deadline_kind, open_points

PLAN = "anshi-2021"


def row(catalogue: Catalogue, table: str, short: str) -> Row:
    found = catalogue.row(table, f"{PLAN}-{short}")
    assert found is not None
    return found


def gaps(found: OpenPoints, short: str) -> tuple[str, ...]:
    return found.gaps[f"{PLAN}-{short}"]


def test_deadlines_are_told_apart(catalogue: Catalogue) -> None:
    found = {kind.key: [target.id[-4:] for target in kind.targets] for kind in open_points(catalogue, PLAN).deadlines}
    assert found == {"plan_horizon": ["t009", "t010"], "recurring": ["t006"]}
    row(catalogue, "targets", "t001").values.update(due=None, due_basis=None)
    row(catalogue, "targets", "t002").values["due_basis"] = "derived"
    found = {kind.key: [target.id[-4:] for target in kind.targets] for kind in open_points(catalogue, PLAN).deadlines}
    assert found["none"] == ["t001"]
    assert found["derived"] == ["t002"]
    assert list(found) == [key for key in DEADLINES if key != "stated"]


def test_a_stated_deadline_is_the_only_own_one(catalogue: Catalogue) -> None:
    schema = catalogue.schemas["targets"].by_name["due_basis"]
    aim = row(catalogue, "targets", "t001")
    kinds = {}
    for basis in schema.enum:
        aim.values["due_basis"] = basis
        kinds[basis] = deadline_kind(aim)
    assert kinds == {"stated": "stated", "plan_horizon": "plan_horizon", "derived": "derived"}


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({"value_type": "growth_rate", "recurrence": "annual_average", "baseline": None}, True),
        ({"value_type": "growth_rate", "recurrence": "annual_average", "baseline": "2020"}, False),
        ({"value_type": "growth_rate", "recurrence": "annual", "baseline": None}, False),
        ({"value_type": "growth_rate", "recurrence": "once", "baseline": None}, True),
        ({"value_type": "growth_rate", "recurrence": "once", "baseline": None, "benchmark": "全省平均"}, False),
        ({"value_type": "increment", "recurrence": "once", "baseline": None}, True),
        ({"value_type": "increment", "recurrence": "once", "baseline": None, "unit_id": "yi-yuan"}, True),
        ({"value_type": "increment", "recurrence": "once", "baseline": None, "unit_id": "enterprise"}, False),
        ({"value_type": "multiple", "recurrence": "once", "baseline": None}, True),
        ({"value_type": "level", "recurrence": "once", "baseline": None}, False),
        ({"value_type": "share", "recurrence": "once", "baseline": None}, False),
    ],
)
def test_baseline_is_asked_for_where_the_figure_needs_one(
    catalogue: Catalogue, values: dict[str, object], lacks: bool
) -> None:
    row(catalogue, "targets", "t005").values.update(values)  # type: ignore[arg-type]
    assert ("baseline" in gaps(open_points(catalogue, PLAN), "t005")) == lacks


@pytest.mark.parametrize(
    ("period", "due", "lacks"),
    [("2023/2023", "2023", False), ("2021/2023", "2023", True), ("2023/2023", "2024", True), (None, "2023", True)],
)
def test_growth_in_the_only_year_of_a_plan_compares_with_the_year_before(
    catalogue: Catalogue, period: str | None, due: str, lacks: bool
) -> None:
    catalogue.plan_files[PLAN]["period"] = period
    aim = row(catalogue, "targets", "t005")
    aim.values.update(recurrence="once", baseline=None, due=due)
    assert ("baseline" in gaps(open_points(catalogue, PLAN), "t005")) == lacks
    aim.values["recurrence"] = "annual_average"
    assert "baseline" in gaps(open_points(catalogue, PLAN), "t005"), "an average is over several years"


def test_lead_of_a_measure_is_looked_for_upwards(catalogue: Catalogue) -> None:
    found = open_points(catalogue, PLAN)
    assert "bearer" in gaps(found, "t001"), "nobody answers for the section of objectives"
    assert "lead" in gaps(found, "t010"), "its measure has two responsible bodies and no lead"
    assert [(measure.id[-3:], measure.named) for measure in found.measures] == [("m05", True), ("m06", True)]
    row(catalogue, "responsibilities", "r001").values["measure_id"] = f"{PLAN}-m03"
    assert [measure.id[-3:] for measure in open_points(catalogue, PLAN).measures] == ["m06"]


def test_a_measure_that_names_nobody(catalogue: Catalogue) -> None:
    for duty in catalogue.rows("responsibilities", PLAN):
        if duty["measure_id"] == f"{PLAN}-m06":
            duty.values["measure_id"] = f"{PLAN}-m05"
    found = open_points(catalogue, PLAN)
    assert [(measure.id[-3:], measure.named) for measure in found.measures] == [("m05", True), ("m06", False)]
    assert (found.unnamed, found.work) == (1, 3)


def test_unknown_unit_and_complete_target(catalogue: Catalogue) -> None:
    row(catalogue, "targets", "t001").values["measure_id"] = f"{PLAN}-m04"
    found = open_points(catalogue, PLAN)
    assert gaps(found, "t001") == ()
    assert found.complete == 1
    row(catalogue, "targets", "t001").values["unit_id"] = "nowhere"
    assert gaps(open_points(catalogue, PLAN), "t001") == ("unit",)


def test_counts_agree_with_the_lists(catalogue: Catalogue) -> None:
    found = open_points(catalogue, PLAN)
    assert found.lacking("deadline") == sum(len(kind.targets) for kind in found.deadlines)
    assert len(found.gaps) == len(catalogue.rows("targets", PLAN))
    assert {gap for gaps in found.gaps.values() for gap in gaps} <= set(GAPS)


def test_outline_in_a_circle_does_not_hang(catalogue: Catalogue) -> None:
    row(catalogue, "measures", "m01").values["parent_id"] = f"{PLAN}-m02"
    assert open_points(catalogue, PLAN).work == 3
