"""A plan's own outline as a tree: each unit with what it asks for and who answers for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.duty import DutyView, RoleGroup, by_role, duty
from zoneledger.views.name import bilingual, enum
from zoneledger.views.provenance import Provenance, provenance

#: Roles from the highest to the lowest.
ROLES = ("lead", "responsible", "cooperating")


@dataclass(frozen=True)
class Foremost:
    """Who bears a role in most units of a chapter, with how many; the first printed form names each."""

    role: str
    bodies: tuple[tuple[DutyView, int], ...]


@dataclass(frozen=True)
class MeasureView:
    """One unit of the outline.

    Args:
        number: the number as printed; empty where none is.
        editorial: whether the title is ours, because the document prints none.
        target_ids: targets that stand in this very unit.
        roles: duties by role.
        children: the units below, in printed order.
    """

    id: str
    number: str
    kind: str
    kind_label: Text
    title: Text
    editorial: bool
    summary: Text
    target_ids: tuple[str, ...]
    roles: tuple[RoleGroup, ...]
    children: tuple[MeasureView, ...]
    provenance: Provenance

    @cached_property
    def units(self) -> tuple[MeasureView, ...]:
        """This unit and all below it, in printed order."""
        return (self, *(unit for child in self.children for unit in child.units))

    @property
    def front(self) -> RoleGroup | None:
        """The duties of the highest role given in this very unit; None where it names nobody."""
        return self.roles[0] if self.roles else None

    @cached_property
    def targets(self) -> int:
        """Targets here and below."""
        return sum(len(unit.target_ids) for unit in self.units)

    @cached_property
    def duties(self) -> int:
        """Duties here and below."""
        return sum(len(group.duties) for unit in self.units for group in unit.roles)

    @cached_property
    def foremost(self) -> Foremost | None:
        """Who bears the highest role given here and below in most units; at most three. None where nobody is named."""
        groups = [group for unit in self.units for group in unit.roles]
        role = min((group.role for group in groups), key=ROLES.index, default="")
        borne = [{duty.organization_id: duty for duty in group.duties} for group in groups if group.role == role]
        often = Counter(body for unit in borne for body in unit)
        names = {body: duty for unit in reversed(borne) for body, duty in unit.items()}
        return Foremost(role, tuple((names[body], number) for body, number in often.most_common(3))) if role else None


def outline(catalogue: Catalogue, plan_id: str) -> tuple[MeasureView, ...]:
    """The top units of a plan, each with its children.

    A unit whose parent does not exist, or that is its own ancestor, stands at the top: nothing gets lost.
    """
    rows = sorted(catalogue.rows("measures", plan_id), key=lambda row: (row.number("position") or 0, row.text("id")))
    known = {row.text("id"): row for row in rows}
    children: dict[str, list[Row]] = {}
    for row in rows:
        children.setdefault(_parent(row, known), []).append(row)
    duties: dict[str, list[DutyView]] = {}
    order = {role: index for index, role in enumerate(catalogue.schemas["responsibilities"].by_name["role"].enum)}
    for row in sorted(catalogue.rows("responsibilities", plan_id), key=lambda row: _place(row, order)):
        duties.setdefault(row.text("measure_id"), []).append(duty(catalogue, row))
    targets: dict[str, list[str]] = {}
    for row in catalogue.rows("targets", plan_id):
        targets.setdefault(row.text("measure_id"), []).append(row.text("id"))

    def node(row: Row) -> MeasureView:
        key = row.text("id")
        return MeasureView(
            id=key,
            number=row.text("number_printed"),
            kind=row.text("kind"),
            kind_label=enum(catalogue, "measures", "kind", row),
            title=bilingual(row, "title"),
            editorial=row["title_basis"] == "editorial",
            summary=bilingual(row, "summary"),
            target_ids=tuple(targets.get(key, ())),
            roles=by_role(catalogue, duties.get(key, [])),
            children=tuple(node(child) for child in children.get(key, ())),
            provenance=provenance(row, catalogue.schemas["measures"]),
        )

    return tuple(node(row) for row in children.get("", ()))


def _parent(row: Row, known: dict[str, Row]) -> str:
    """The parent's id; empty for the top, and where following the parents upwards leads nowhere or round."""
    parent = row.text("parent_id")
    seen = {row.text("id")}
    above = parent
    while above:
        if above in seen or above not in known:
            return "" if above in seen or above == parent else parent
        seen.add(above)
        above = known[above].text("parent_id")
    return parent


def _place(row: Row, order: dict[str, int]) -> tuple[int, float]:
    return order.get(row.text("role"), len(order)), row.number("position") or 0
