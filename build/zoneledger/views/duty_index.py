"""Who answers for what, filed once for all pages: duties by organisation, by agency type and by measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.once import once
from zoneledger.edtf import latest
from zoneledger.problems import Text
from zoneledger.views.name import Named

#: How a duty is borne, in the order in which a page shows them.
FORMS = ("lead", "joint_lead", "responsible", "shared", "cooperating")
FORM_NAMES = {
    "lead": Text("牵头", "leads"),
    "joint_lead": Text("共同牵头", "leads jointly"),
    "responsible": Text("单独负责", "answers alone"),
    "shared": Text("与其他单位共同负责", "answers together with others"),
    "cooperating": Text("配合", "supports"),
}


@dataclass(frozen=True, slots=True)
class Stub:
    """A duty before it is put into words.

    Args:
        row: its row of ``responsibilities``.
        agency: the agency type of its organisation; empty where it is unknown.
        form: one of ``FORMS``.
        due: the first deadline of what the measure promises, EDTF; empty where nothing there has a date.
    """

    row: Row
    agency: str
    form: str
    due: str


@dataclass(frozen=True)
class Aim:
    """A target or a dated task that a duty is about.

    Args:
        when: its deadline or its recurrence in words; empty where neither is printed.
    """

    id: str
    words: Text
    when: Text


@dataclass(frozen=True)
class DutyIndex:
    """Every duty, filed.

    Args:
        bodies: by organisation.
        agencies: by agency type.
        measures: by measure.
        plans: the number of duties of each plan.
        assigned: the number of measures of each plan that name anyone.
        aims: by measure with duties, the targets and dated tasks that these duties are about, by deadline.
        told: the first of them in words, by measure, as far as a page asked: all duties of a measure show the same.
        bearers: likewise who has duties under a measure, by form.
    """

    bodies: dict[str, list[Stub]] = field(default_factory=dict)
    agencies: dict[str, list[Stub]] = field(default_factory=dict)
    measures: dict[str, list[Stub]] = field(default_factory=dict)
    plans: Counter[str] = field(default_factory=Counter)
    assigned: Counter[str] = field(default_factory=Counter)
    aims: dict[str, list[Row]] = field(default_factory=dict)
    told: dict[str, tuple[Aim, ...]] = field(default_factory=dict)
    bearers: dict[str, tuple[Named, ...]] = field(default_factory=dict)

    def stub(self, row: Row) -> Stub:
        """A duty that was filed here.

        Args:
            row: the duty's.

        Raises:
            ValueError: it was not.
        """
        (found,) = (stub for stub in self.measures[row.text("measure_id")] if stub.row["id"] == row["id"])
        return found


@once
def duty_index(catalogue: Catalogue) -> DutyIndex:
    """Reads duties, measures, targets and milestones once each, however many organisations there are."""
    return _index(catalogue)


def of_types(catalogue: Catalogue, types: Collection[str]) -> DutyIndex:
    """The same of some agency types: their duties, those of their organisations, and all duties of the measures of these.

    Of each plan the numbers are there, whoever has the duties.

    Args:
        catalogue: checked datasets.
        types: the ids of the types.
    """
    return _index(catalogue, only=types)


def of_plan(catalogue: Catalogue, plan_id: str) -> DutyIndex:
    """The same of one plan, filed once.

    Args:
        catalogue: holds the plan.
        plan_id: the plan.
    """
    known = _plans(catalogue)
    if plan_id not in known:
        known[plan_id] = _index(catalogue, plan_id)
    return known[plan_id]


@once
def _plans(_: Catalogue) -> dict[str, DutyIndex]:
    """The plans that were filed one by one already."""
    return {}


@once
def _types(catalogue: Catalogue) -> dict[str, str]:
    """The agency type of each organisation."""
    return {row.text("id"): row.text("agency_type_id") for row in catalogue.rows("organizations")}


def _index(catalogue: Catalogue, plan_id: str | None = None, only: Collection[str] | None = None) -> DutyIndex:
    """Files the duties of one plan or of all, those of some agency types or of all."""
    types, duties = _types(catalogue), catalogue.rows("responsibilities", plan_id)
    plans = {row.text("measure_id"): row.text("plan_id") for row in duties}
    by_measure = _by_measure(duties if only is None else _beside(duties, types, only))
    index = DutyIndex(aims=_aims(catalogue, plan_id, plans, by_measure))
    index.assigned.update(plans.values())
    index.plans.update({plan: catalogue.count("responsibilities", plan) for plan in index.assigned})
    for measure, rows in by_measure.items():
        due = next((aim.text("due") for aim in index.aims.get(measure, ())), "")
        bearers = {role: {row["organization_id"] for row in rows if row["role"] == role} for role in _roles(rows)}
        for row in rows:
            body = row.text("organization_id")
            stub = Stub(row, types.get(body, ""), _form(row, len(bearers[row.text("role")])), due)
            index.measures.setdefault(measure, []).append(stub)
            if only is None or stub.agency in only:
                index.bodies.setdefault(body, []).append(stub)
                index.agencies.setdefault(stub.agency, []).append(stub)
    return index


def _by_measure(duties: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in duties:
        found.setdefault(row.text("measure_id"), []).append(row)
    return found


def _beside(duties: Collection[Row], types: Mapping[str, str], only: Collection[str]) -> list[Row]:
    """All duties of those measures that name an organisation of some types."""
    bodies = {body for body, agency in types.items() if agency in only}
    measures = {row.text("measure_id") for row in duties if row["organization_id"] in bodies}
    return [row for row in duties if row.text("measure_id") in measures]


def in_order(stubs: Iterable[Stub]) -> list[Stub]:
    """Duties by form, then by deadline, those without one last; else as the file has them."""
    return sorted(stubs, key=lambda stub: (FORMS.index(stub.form), not stub.due, latest(stub.due) if stub.due else ""))


def by_plan(stubs: Iterable[Stub]) -> dict[str, list[Stub]]:
    """Duties of each plan, in the order of plans' ids."""
    found: dict[str, list[Stub]] = {}
    for stub in stubs:
        found.setdefault(stub.row.text("plan_id"), []).append(stub)
    return dict(sorted(found.items()))


def _roles(rows: Iterable[Row]) -> set[str]:
    return {row.text("role") for row in rows}


def _form(row: Row, bearers: int) -> str:
    """A printed list that is open (等) names others too, though not by name."""
    role, alone = row.text("role"), bearers == 1 and row["list_open"] is not True
    if role == "lead":
        return "lead" if alone else "joint_lead"
    if role == "responsible":
        return "responsible" if alone else "shared"
    return "cooperating"


def _aims(
    catalogue: Catalogue, plan_id: str | None, naming: Collection[str], wanted: Collection[str]
) -> dict[str, list[Row]]:
    """Under each measure wanted, what is promised there and in the units below that name nobody themselves.

    Args:
        catalogue: checked datasets.
        plan_id: of which plan; of all where None.
        naming: the measures that name anyone.
        wanted: some of them.
    """
    parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures", plan_id)}
    found: dict[str, list[Row]] = {}
    for table in ("targets", "milestones"):
        for row in catalogue.rows(table, plan_id):
            seen, measure = set(), row.text("measure_id")
            while measure and measure not in naming and measure not in seen:
                seen.add(measure)
                measure = parents.get(measure, "")
            if measure in wanted:
                found.setdefault(measure, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (not row.text("due"), latest(row.text("due")) if row["due"] else ""))
    return found
