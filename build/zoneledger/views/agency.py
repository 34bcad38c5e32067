"""A function of government across plans: where it leads, answers and cooperates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.duty import DutyView
from zoneledger.views.duty_index import DutyIndex, Stub, duty_index
from zoneledger.views.name import Named, bilingual, enum, name
from zoneledger.views.place import seat


@dataclass(frozen=True)
class Body:
    """An organisation of this type.

    Args:
        city: where it sits, None where that is nowhere in particular.
        counts: duties by role.
        plans: in how many plans it has any.
    """

    id: str
    name: Text
    kind: Text
    jurisdiction: Text
    city: Named | None
    counts: dict[str, int]
    plans: int
    file: str
    line: int

    @property
    def duties(self) -> int:
        """Duties over all roles."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class AgencyDuty:
    """A duty with the measure it belongs to."""

    duty: DutyView
    measure: Text
    number: str


@dataclass(frozen=True)
class AgencyView:
    """One row of ``agency_types``, with its numbers.

    Args:
        counts: duties by role over all plans.
        plans: how many plans name it.
        bodies: how many organisations it has.
    """

    id: str
    name: Text
    description: Text
    counts: dict[str, int]
    plans: int
    bodies: int
    file: str
    line: int

    @property
    def total(self) -> int:
        """Duties over all plans and roles."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class CityPart:
    """What the organisations of one type have to do in one city.

    Args:
        city: None for those that sit in none.
        counts: duties by role.
    """

    city: Named | None
    bodies: tuple[Body, ...]
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """Duties over all roles."""
        return sum(self.counts.values())


def agencies(
    catalogue: Catalogue, index: DutyIndex | None = None, only: Collection[str] | None = None
) -> tuple[AgencyView, ...]:
    """Every agency type that has an organisation, those with most duties first.

    Args:
        catalogue: checked datasets.
        index: their duties, where they are filed already.
        only: the ids of the types asked for; all by default.
    """
    index = index or duty_index(catalogue)
    bodies = Counter(row.text("agency_type_id") for row in catalogue.rows("organizations"))
    views = [
        _agency(catalogue, row, bodies[row.text("id")], index.agencies.get(row.text("id"), []))
        for row in catalogue.rows("agency_types")
        if row.text("id") in bodies and (only is None or row["id"] in only)
    ]
    return tuple(sorted(views, key=lambda view: (-view.total, view.id)))


def _agency(catalogue: Catalogue, row: Row, bodies: int, stubs: list[Stub]) -> AgencyView:
    return AgencyView(
        id=row.text("id"),
        name=bilingual(row, "name"),
        description=bilingual(row, "description"),
        counts=role_counts(catalogue, stubs),
        plans=len({stub.row["plan_id"] for stub in stubs}),
        bodies=bodies,
        file=row.file,
        line=row.line,
    )


def bodies_by_type(
    catalogue: Catalogue, index: DutyIndex, only: Collection[str] | None = None
) -> dict[str, tuple[Body, ...]]:
    """The organisations of each type, those with most duties first.

    Args:
        catalogue: checked datasets.
        index: their duties.
        only: the ids of the types asked for; all by default.
    """
    found: dict[str, list[Body]] = {}
    for row in catalogue.rows("organizations"):
        if only is not None and row["agency_type_id"] not in only:
            continue
        stubs = index.bodies.get(row.text("id"), [])
        body = Body(
            id=row.text("id"),
            name=bilingual(row, "name"),
            kind=enum(catalogue, "organizations", "kind", row),
            jurisdiction=name(catalogue, "jurisdictions", row["jurisdiction_code"]),
            city=seat(catalogue, row),
            counts=role_counts(catalogue, stubs),
            plans=len({stub.row["plan_id"] for stub in stubs}),
            file=row.file,
            line=row.line,
        )
        found.setdefault(row.text("agency_type_id"), []).append(body)
    return {key: tuple(sorted(all_, key=lambda body: (-body.duties, body.id))) for key, all_ in found.items()}


def by_city(bodies: Iterable[Body]) -> tuple[CityPart, ...]:
    """The organisations of one type by the city they sit in, the city with most duties first."""
    found: dict[Named | None, list[Body]] = {}
    for body in bodies:
        found.setdefault(body.city, []).append(body)
    made = [
        CityPart(city, tuple(there), {role: sum(body.counts[role] for body in there) for role in there[0].counts})
        for city, there in found.items()
    ]
    return tuple(sorted(made, key=lambda part: (part.city is None, -part.total, part.city.id if part.city else "")))


def agency_duty(catalogue: Catalogue, view: DutyView) -> AgencyDuty:
    """A duty with the title and the printed number of its measure."""
    measure = catalogue.row("measures", view.measure_id)
    title = bilingual(measure, "title") if measure else NOTHING
    return AgencyDuty(view, title, measure.text("number_printed") if measure else "")


def role_counts(catalogue: Catalogue, stubs: Iterable[Stub]) -> dict[str, int]:
    """Duties by role, in the schema's order of roles; roles without duties count 0."""
    counts = Counter(stub.row.text("role") for stub in stubs)
    return {role: counts[role] for role in catalogue.schemas["responsibilities"].by_name["role"].enum}
