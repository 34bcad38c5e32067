"""One organisation across plans: what it leads, answers for and supports, how plans print its name."""

from __future__ import annotations

from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.agency import AgencyDuty, agency_duty, role_counts
from zoneledger.views.deadline import MilestoneView, milestone
from zoneledger.views.duty import DutyView, duty
from zoneledger.views.name import Named, bilingual, enum, named
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.provision import Provision, mechanisms


@dataclass(frozen=True)
class OrganizationPlan:
    """What one plan asks of an organisation.

    Args:
        names: how the plan prints its name, row by row.
        script: ``hans`` or ``hant``, of what is printed.
        counts: duties by role, in the schema's order of roles.
        duties: by role, then in file order.
    """

    plan_id: str
    title: Text
    script: str
    names: tuple[Provenance, ...]
    counts: dict[str, int]
    duties: tuple[AgencyDuty, ...]
    mechanisms: tuple[Provision, ...]
    milestones: tuple[MilestoneView, ...]

    @property
    def aliases(self) -> tuple[str, ...]:
        """The printed names alone."""
        return tuple(alias.printed for alias in self.names)


@dataclass(frozen=True)
class OrganizationView:
    """One row of ``organizations`` with all that hangs on it.

    Args:
        short: its usual short name, in Chinese.
        counts: duties by role over all plans.
        plans: the plans that name it, in id order.
    """

    id: str
    name: Text
    short: str
    kind: Text
    agency_type: Named | None
    jurisdiction: Named | None
    zone: Named | None
    counts: dict[str, int]
    plans: tuple[OrganizationPlan, ...]
    file: str
    line: int

    @property
    def total(self) -> int:
        """Duties over all plans and roles."""
        return sum(self.counts.values())


@dataclass
class _Mentions:
    """Everything of one plan that names one organisation."""

    names: list[Provenance] = field(default_factory=list)
    duties: list[DutyView] = field(default_factory=list)
    mechanisms: list[Provision] = field(default_factory=list)
    milestones: list[MilestoneView] = field(default_factory=list)


def organizations(catalogue: Catalogue) -> tuple[OrganizationView, ...]:
    """Every organisation in id order; all tables are read once, however many organisations there are."""
    found: dict[str, dict[str, _Mentions]] = {}

    def mentions(organization_id: str, plan_id: str) -> _Mentions:
        return found.setdefault(organization_id, {}).setdefault(plan_id, _Mentions())

    for row in catalogue.rows("organization_aliases"):
        alias = provenance(row, catalogue.schemas["organization_aliases"], bare=True)
        mentions(row.text("organization_id"), row.text("plan_id")).names.append(alias)
    for row in catalogue.rows("responsibilities"):
        mentions(row.text("organization_id"), row.text("plan_id")).duties.append(duty(catalogue, row))
    for plan_id in catalogue.plan_files:
        for provision in mechanisms(catalogue, plan_id):
            for key in dict.fromkeys(actor.id for actor in provision.actors):
                mentions(key, plan_id).mechanisms.append(provision)
        for row in catalogue.rows("milestones", plan_id):
            task = milestone(catalogue, row)
            for key in dict.fromkeys(actor.id for actor in task.actors):
                mentions(key, plan_id).milestones.append(task)
    return tuple(
        _organization(catalogue, row, found.get(row.text("id"), {})) for row in catalogue.rows("organizations")
    )


def _organization(catalogue: Catalogue, row: Row, plans: dict[str, _Mentions]) -> OrganizationView:
    return OrganizationView(
        id=row.text("id"),
        name=bilingual(row, "name"),
        short=row.text("short_zh"),
        kind=enum(catalogue, "organizations", "kind", row),
        agency_type=named(catalogue, "agency_types", row["agency_type_id"]),
        jurisdiction=named(catalogue, "jurisdictions", row["jurisdiction_code"]),
        zone=named(catalogue, "zones", row["zone_id"]),
        counts=role_counts(catalogue, [duty for mentions in plans.values() for duty in mentions.duties]),
        plans=tuple(_plan(catalogue, plan_id, plans[plan_id]) for plan_id in sorted(plans)),
        file=row.file,
        line=row.line,
    )


def _plan(catalogue: Catalogue, plan_id: str, mentions: _Mentions) -> OrganizationPlan:
    plan = catalogue.row("plans", plan_id)
    order = {role: place for place, role in enumerate(catalogue.schemas["responsibilities"].by_name["role"].enum)}
    duties = sorted(mentions.duties, key=lambda duty: order.get(duty.role, len(order)))
    return OrganizationPlan(
        plan_id=plan_id,
        title=bilingual(plan, "short_title") if plan else NOTHING,
        script=plan.text("script") if plan else "",
        names=tuple(mentions.names),
        counts=role_counts(catalogue, mentions.duties),
        duties=tuple(agency_duty(catalogue, duty) for duty in duties),
        mechanisms=tuple(mentions.mechanisms),
        milestones=tuple(mentions.milestones),
    )
