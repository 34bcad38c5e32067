"""A function of government across plans: where it leads, answers and cooperates."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.duty import DutyView, duty
from zoneledger.views.name import bilingual, enum, name
from zoneledger.views.number import share


@dataclass(frozen=True)
class Body:
    """An organisation of this type."""

    id: str
    name: Text
    kind: Text
    jurisdiction: Text
    duties: int
    file: str
    line: int


@dataclass(frozen=True)
class AgencyDuty:
    """A duty with the measure it belongs to."""

    duty: DutyView
    measure: Text
    number: str


@dataclass(frozen=True)
class AgencyPlan:
    """What one plan asks of this type.

    Args:
        counts: duties by role, in the schema's order of roles.
        measures: measures of the plan that name this type.
        assigned: measures of the plan that name anyone.
    """

    plan_id: str
    title: Text
    counts: dict[str, int]
    measures: int
    assigned: int
    duties: tuple[AgencyDuty, ...]

    @property
    def share(self) -> Text:
        """Share of the plan's assigned measures in which this type takes part."""
        return share(self.measures, self.assigned)


@dataclass(frozen=True)
class AgencyView:
    """One row of ``agency_types`` with all that hangs on it.

    Args:
        counts: duties by role over all plans.
        bodies: its organisations, in id order.
        plans: the plans that name it, in id order.
    """

    id: str
    name: Text
    description: Text
    counts: dict[str, int]
    bodies: tuple[Body, ...]
    plans: tuple[AgencyPlan, ...]
    file: str
    line: int

    @property
    def total(self) -> int:
        """Duties over all plans and roles."""
        return sum(self.counts.values())


def agencies(catalogue: Catalogue) -> tuple[AgencyView, ...]:
    """Every agency type that has an organisation, those with most duties first."""
    duties: dict[str, list[DutyView]] = {}
    assigned: dict[str, set[str]] = {}
    for row in catalogue.rows("responsibilities"):
        view = duty(catalogue, row)
        duties.setdefault(view.agency_type_id, []).append(view)
        assigned.setdefault(view.plan_id, set()).add(view.measure_id)
    bodies: dict[str, list[Row]] = {}
    for row in catalogue.rows("organizations"):
        bodies.setdefault(row.text("agency_type_id"), []).append(row)
    views = [
        _agency(catalogue, row, bodies[row.text("id")], duties.get(row.text("id"), []), assigned)
        for row in catalogue.rows("agency_types")
        if row.text("id") in bodies
    ]
    return tuple(sorted(views, key=lambda view: (-view.total, view.id)))


def _agency(
    catalogue: Catalogue, row: Row, bodies: list[Row], duties: list[DutyView], assigned: dict[str, set[str]]
) -> AgencyView:
    plans = sorted({duty.plan_id for duty in duties})
    return AgencyView(
        id=row.text("id"),
        name=bilingual(row, "name"),
        description=bilingual(row, "description"),
        counts=role_counts(catalogue, duties),
        bodies=tuple(_body(catalogue, body, duties) for body in sorted(bodies, key=lambda body: body.text("id"))),
        plans=tuple(
            _plan(catalogue, plan_id, [duty for duty in duties if duty.plan_id == plan_id], assigned)
            for plan_id in plans
        ),
        file=row.file,
        line=row.line,
    )


def _body(catalogue: Catalogue, row: Row, duties: list[DutyView]) -> Body:
    return Body(
        id=row.text("id"),
        name=bilingual(row, "name"),
        kind=enum(catalogue, "organizations", "kind", row),
        jurisdiction=name(catalogue, "jurisdictions", row["jurisdiction_code"]),
        duties=sum(duty.organization_id == row["id"] for duty in duties),
        file=row.file,
        line=row.line,
    )


def _plan(catalogue: Catalogue, plan_id: str, duties: list[DutyView], assigned: dict[str, set[str]]) -> AgencyPlan:
    plan = catalogue.row("plans", plan_id)
    return AgencyPlan(
        plan_id=plan_id,
        title=bilingual(plan, "short_title") if plan else Text(plan_id, plan_id),
        counts=role_counts(catalogue, duties),
        measures=len({duty.measure_id for duty in duties}),
        assigned=len(assigned[plan_id]),
        duties=tuple(agency_duty(catalogue, view) for view in duties),
    )


def agency_duty(catalogue: Catalogue, view: DutyView) -> AgencyDuty:
    """A duty with the title and the printed number of its measure."""
    measure = catalogue.row("measures", view.measure_id)
    title = bilingual(measure, "title") if measure else NOTHING
    return AgencyDuty(view, title, measure.text("number_printed") if measure else "")


def role_counts(catalogue: Catalogue, duties: list[DutyView]) -> dict[str, int]:
    """Duties by role, in the schema's order of roles; roles without duties count 0."""
    roles = catalogue.schemas["responsibilities"].by_name["role"].enum
    return {role: sum(duty.role == role for duty in duties) for role in roles}
