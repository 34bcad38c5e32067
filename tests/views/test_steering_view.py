"""How a plan is steered: every mechanism in one group, the calendar from often to rarely."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load
from zoneledger.views.plan import plan
from zoneledger.views.steering import CONSEQUENCES, JUDGING, RHYTHM

PLAN = "anshi-2021"


def test_every_mechanism_is_in_one_group(root: Path) -> None:
    real = load(root)
    for plan_id in real.plan_files:
        steering = plan(real, plan_id).steering
        groups = (*steering.running, *steering.judging, *steering.consequences)
        assert sorted(one.id for one in groups) == sorted(row.text("id") for row in real.rows("mechanisms", plan_id))
        timed = {beat.id for interval in steering.calendar for beat in interval.beats}
        silent = {row.text("id") for row in real.rows("mechanisms", plan_id)} - timed
        assert len(silent) == steering.silent


def test_kinds_and_frequencies_are_those_of_the_schema(root: Path) -> None:
    fields = load(root).schemas["mechanisms"].by_name
    assert {*JUDGING, *CONSEQUENCES} < set(fields["kind"].enum)
    assert {*RHYTHM, "unspecified"} == set(fields["frequency"].enum)


@pytest.mark.parametrize(
    ("rule", "interval"), [("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1", "annual"), ("FREQ=MONTHLY", "monthly")]
)
def test_a_recurring_task_is_in_the_calendar(catalogue: Catalogue, rule: str, interval: str) -> None:
    catalogue.rows("milestones", PLAN)[1].values["rrule"] = rule
    calendar = {one.key: [beat.id[-4:] for beat in one.beats] for one in plan(catalogue, PLAN).steering.calendar}
    assert "s002" in calendar[interval]


def test_a_sanction_with_a_figure_is_a_consequence(catalogue: Catalogue) -> None:
    tool = catalogue.rows("instruments", PLAN)[0]
    tool.values["kind"] = "sanction"
    assert [one.id for one in plan(catalogue, PLAN).steering.penalties] == [tool["id"]]
    tool.values["kind"] = "fund"
    assert plan(catalogue, PLAN).steering.penalties == ()
