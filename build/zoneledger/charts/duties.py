"""Who has a part in what: duties by agency type and role, the numbers behind two charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.once import once_a_plan
from zoneledger.charts import wording
from zoneledger.charts.stacked_bars import Series
from zoneledger.charts.tally import Tally, counted
from zoneledger.charts.theme import dashed, solid, tinted
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import name

_STYLES = {"lead": solid(3), "responsible": tinted(1), "cooperating": dashed(6)}

AGENCY_TYPE = Text("部门类别", "agency type")


class Duty(NamedTuple):
    """One organisation in one measure in one role, by their ids, with the agency type it is of."""

    plan: str
    measure: str
    organization: str
    agency: str
    role: str


@dataclass(frozen=True)
class Duties:
    """Duties to be drawn: one organisation in one measure in one role, however often it is printed there.

    Args:
        each: in the order in which they are first printed.
        again: how many more times they are printed.
        suspected: how many rows are left out as suspected.
    """

    each: Sequence[Duty]
    again: int
    suspected: int

    @property
    def notes(self) -> Text:
        """Sentences on what was left out or taken together; may be empty."""
        return notes(self.again, self.suspected)

    def by_role(self, roles: Sequence[str]) -> Tally:
        """Duties of each agency type by role."""
        return counted(((duty.agency, duty.role) for duty in self.each), roles)


def duties(catalogue: Catalogue, plan_id: str | None = None, role: str | None = None) -> Duties:
    """The duties of a plan, or of all; of one role, or of each."""
    return _of_plan(catalogue, plan_id) if plan_id is not None and role is None else _duties(catalogue, plan_id, role)


@once_a_plan
def _of_plan(catalogue: Catalogue, plan_id: str) -> Duties:
    """Three of a plan's charts draw the same duties."""
    return _duties(catalogue, plan_id, None)


def _duties(catalogue: Catalogue, plan_id: str | None, role: str | None) -> Duties:
    wanted = [row for row in catalogue.rows("responsibilities", plan_id) if role in (None, row["role"])]
    rows = [row for row in wanted if row["note_basis"] != "suspected"]
    each = tuple(dict.fromkeys(_duty(catalogue, row) for row in rows))
    return Duties(each, len(rows) - len(each), len(wanted) - len(rows))


def notes(again: int, suspected: int) -> Text:
    """Sentences on duties that were left out or taken together; may be empty.

    Args:
        again: how many are printed again.
        suspected: how many are left out as suspected.
    """
    repeats = NOTHING
    if again:
        repeats = Text(
            f"同一单位在同一措施中以同一角色重复出现的 {again} 条不重复计。",
            f"An organisation printed again in the same measure and role counts once ({again} so dropped).",
        )
    return wording.sentences([repeats, wording.left_out(suspected)])


def roles(catalogue: Catalogue) -> list[Series]:
    """A series for each role that the schema knows, the lead first."""
    field = catalogue.schemas["responsibilities"].by_name["role"]
    return [Series(key, field.label(key), _STYLES.get(key, tinted(5))) for key in field.enum]


def agency_name(catalogue: Catalogue, agency: str) -> Text:
    """An agency type's name."""
    return name(catalogue, "agency_types", agency)


def others(rest: int) -> Text:
    """The label of the bar that sums up the agency types not shown one by one."""
    return Text(f"其余 {rest} 类合计", f"{rest} other types")


def first_names(catalogue: Catalogue, counts: Mapping[str, int]) -> Text:
    """The agency types with the most, by name; only their number where more than two share the place."""
    most = max(counts.values())
    first = [agency for agency, count in counts.items() if count == most]
    if len(first) > 2:
        return Text(f"{len(first)} 类部门并列", f"{len(first)} agency types level")
    names = [agency_name(catalogue, agency) for agency in first]
    # English names hold an "and" of their own.
    return Text("、".join(name.zh for name in names), ", level with ".join(name.en for name in names))


def _duty(catalogue: Catalogue, row: Row) -> Duty:
    body = row.text("organization_id")
    return Duty(row.text("plan_id"), row.text("measure_id"), body, _agency(catalogue, body), row.text("role"))


def _agency(catalogue: Catalogue, organization: str) -> str:
    row = catalogue.row("organizations", organization)
    return row.text("agency_type_id") if row else organization
