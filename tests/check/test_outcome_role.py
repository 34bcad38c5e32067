"""The role of an outcome against its dates; the plan of the fixture runs from 2021 to 2023, and so does the target."""

from __future__ import annotations

import pytest
from checkout import PLAN, Checkout

ROLES = ("baseline", "interim", "outcome")

CASES: list[tuple[dict[str, str], tuple[str, ...]]] = [
    ({"period": "2020", "reported_on": "2021-02"}, ("baseline",)),
    ({"period": "2020-12", "reported_on": ""}, ("baseline",)),
    ({"period": "2021", "reported_on": "2022-01"}, ("interim",)),
    ({"period": "2021-01/2021-06", "reported_on": ""}, ("interim",)),
    ({"period": "2019/2021", "reported_on": ""}, ("interim",)),
    ({"period": "2023", "reported_on": "2024-01-20"}, ("outcome",)),
    ({"period": "2023", "reported_on": ""}, ("outcome",)),
    ({"period": "2023", "reported_on": "2023-12"}, ("outcome",)),
    ({"period": "2023", "reported_on": "2023-12-22"}, ("interim",)),
    ({"period": "2021/2023", "reported_on": ""}, ("outcome",)),
    ({"period": "2024", "reported_on": "2025-01"}, ("outcome",)),
    ({"period": "202X", "reported_on": ""}, ROLES),
]


def accepted(small: Checkout) -> tuple[str, ...]:
    """The roles with which the check has nothing to say."""
    found = []
    for role in ROLES:
        small.cell("outcomes", 1, role=role)
        _, findings, output = small.check()
        assert {finding.code for finding in findings} <= {"outcome-role"}, output
        if not findings:
            found.append(role)
    return tuple(found)


@pytest.mark.parametrize(("cells", "roles"), CASES)
def test_the_role_follows_from_the_dates(cells: dict[str, str], roles: tuple[str, ...], small: Checkout) -> None:
    small.cell("outcomes", 1, **cells)
    assert accepted(small) == roles


def plan_without_period(small: Checkout) -> None:
    path = small.root / PLAN / "plan.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("period: 2021/2023\n", ""), encoding="utf-8")


def test_without_the_plans_start_a_figure_before_the_deadline_may_be_either(small: Checkout) -> None:
    plan_without_period(small)
    small.cell("outcomes", 1, period="2020", reported_on="")
    assert accepted(small) == ("baseline", "interim")
    small.cell("outcomes", 1, period="2023")
    assert accepted(small) == ("outcome",)


def test_the_targets_own_start_comes_before_the_plans(small: Checkout) -> None:
    small.cell("targets", 1, effective_from="2022")
    small.cell("outcomes", 1, period="2021", reported_on="")
    assert accepted(small) == ("baseline",)


def test_a_yearly_target_is_due_at_the_end_of_the_plan(small: Checkout) -> None:
    small.cell("outcomes", 1, target_id="anshi-2021-t006", period="2022", reported_on="2023-01")
    assert accepted(small) == ("interim",)
    small.cell("outcomes", 1, period="2023", reported_on="2024-01")
    assert accepted(small) == ("outcome",)


def test_the_message_says_what_the_dates_are(small: Checkout) -> None:
    small.cell("outcomes", 1, role="baseline")
    exit_code, _, output = small.check()
    assert exit_code == 1
    assert "The period is 2023, the plan begins 2021-01-01, the deadline is 2023-12-31." in output
