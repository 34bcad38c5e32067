"""One organisation across plans: what it leads, answers for and supports, how plans print its name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.agency import role_counts
from zoneledger.views.deadline import MilestoneView, milestone
from zoneledger.views.duty_index import DutyIndex, Stub, by_plan, duty_index
from zoneledger.views.name import Named, bilingual, enum, named
from zoneledger.views.plan_part import PlanPart, plan_part
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.provision import Provision, mechanisms


@dataclass(frozen=True)
class OrganizationPlan:
    """What one plan asks of an organisation.

    Args:
        names: how the plan prints its name, row by row.
        part: its duties there.
    """

    names: tuple[Provenance, ...]
    part: PlanPart
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
    """Everything of one plan, beside duties, that names one organisation."""

    names: list[Provenance] = field(default_factory=list)
    mechanisms: list[Provision] = field(default_factory=list)
    milestones: list[MilestoneView] = field(default_factory=list)


def organizations(
    catalogue: Catalogue, index: DutyIndex | None = None, only: Collection[str] | None = None
) -> Iterator[OrganizationView]:
    """Every organisation in id order, one after the other; all tables are read once, however many there are.

    Args:
        catalogue: checked datasets.
        index: their duties, where they are filed already.
        only: the ids of those asked for; all by default.
    """
    index = index or duty_index(catalogue)
    found = _mentions(catalogue, None if only is None else set(only))
    for row in catalogue.rows("organizations"):
        if only is None or row.text("id") in only:
            yield _organization(catalogue, index, row, found.get(row.text("id"), {}))


def _mentions(catalogue: Catalogue, only: set[str] | None) -> dict[str, dict[str, _Mentions]]:
    """Everything beside duties that names an organisation, by organisation and plan."""
    found: dict[str, dict[str, _Mentions]] = {}

    def mentions(keys: Iterable[str], plan_id: str) -> Iterator[_Mentions]:
        asked = dict.fromkeys(keys if only is None else filter(only.__contains__, keys))
        for key in asked:
            yield found.setdefault(key, {}).setdefault(plan_id, _Mentions())

    schema = catalogue.schemas["organization_aliases"]
    for row in catalogue.rows("organization_aliases"):
        for own in mentions([row.text("organization_id")], row.text("plan_id")):
            own.names.append(provenance(row, schema, bare=True))
    for plan_id in catalogue.plan_files:
        for provision in mechanisms(catalogue, plan_id):
            for own in mentions((actor.id for actor in provision.actors), plan_id):
                own.mechanisms.append(provision)
        for row in catalogue.rows("milestones", plan_id):
            task = milestone(catalogue, row)
            for own in mentions((actor.id for actor in task.actors), plan_id):
                own.milestones.append(task)
    return found


def _organization(catalogue: Catalogue, index: DutyIndex, row: Row, mentions: dict[str, _Mentions]) -> OrganizationView:
    stubs = index.bodies.get(row.text("id"), [])
    duties = by_plan(stubs)
    plans = sorted({*mentions, *duties})
    return OrganizationView(
        id=row.text("id"),
        name=bilingual(row, "name"),
        short=row.text("short_zh"),
        kind=enum(catalogue, "organizations", "kind", row),
        agency_type=named(catalogue, "agency_types", row["agency_type_id"]),
        jurisdiction=named(catalogue, "jurisdictions", row["jurisdiction_code"]),
        zone=named(catalogue, "zones", row["zone_id"]),
        counts=role_counts(catalogue, stubs),
        plans=tuple(
            _plan(catalogue, index, plan_id, duties.get(plan_id, []), mentions.get(plan_id, _Mentions()))
            for plan_id in plans
        ),
        file=row.file,
        line=row.line,
    )


def _plan(
    catalogue: Catalogue, index: DutyIndex, plan_id: str, stubs: list[Stub], mentions: _Mentions
) -> OrganizationPlan:
    return OrganizationPlan(
        names=tuple(mentions.names),
        part=plan_part(catalogue, index, plan_id, stubs),
        mechanisms=tuple(mentions.mechanisms),
        milestones=tuple(mentions.milestones),
    )
