"""Who has a part in what: duties by agency type and role, the numbers behind two charts."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.stacked_bars import Series
from zoneledger.charts.theme import dashed, solid, tinted
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import name

_STYLES = {"lead": solid(3), "responsible": tinted(1), "cooperating": dashed(6)}

AGENCY_TYPE = Text("部门类别", "agency type")


@dataclass(frozen=True)
class Duties:
    """Duties to be drawn: one organisation in one measure in one role, however often it is printed there.

    Args:
        each: one row a duty, with columns plan, agency (an agency type's id) and role.
        notes: sentences on what was left out or taken together; may be empty.
        left_out: what was left out alone, for charts that count measures and not duties.
    """

    each: pd.DataFrame
    notes: Text
    left_out: Text

    def by_role(self, roles: list[str]) -> pd.DataFrame:
        """Duties of each agency type by role, in whole numbers."""
        return pd.crosstab(self.each["agency"], self.each["role"]).reindex(columns=roles, fill_value=0)


def duties(catalogue: Catalogue, plan_id: str | None = None, role: str | None = None) -> Duties:
    """The duties of a plan, or of all; of one role, or of each."""
    wanted = [row for row in catalogue.rows("responsibilities", plan_id) if role in (None, row["role"])]
    rows, left_out = wording.without_suspected(wanted)
    printed = pd.DataFrame(
        [
            {
                "plan": row.text("plan_id"),
                "measure": row.text("measure_id"),
                "organization": row.text("organization_id"),
                "agency": _agency(catalogue, row["organization_id"]),
                "role": row.text("role"),
            }
            for row in rows
        ],
        columns=["plan", "measure", "organization", "agency", "role"],
    )
    each = printed.drop_duplicates()
    again = len(printed) - len(each)
    repeats = NOTHING
    if again:
        repeats = Text(
            f"同一单位在同一措施中以同一角色重复出现的 {again} 条不重复计。",
            f"An organisation printed again in the same measure and role counts once ({again} so dropped).",
        )
    return Duties(each, wording.sentences([repeats, left_out]), left_out)


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


def first_names(catalogue: Catalogue, counts: pd.Series[int]) -> Text:
    """The agency types with the most, by name; only their number where more than two share the place."""
    first = list(counts[counts == counts.max()].index)
    if len(first) > 2:
        return Text(f"{len(first)} 类部门并列", f"{len(first)} agency types level")
    names = [agency_name(catalogue, agency) for agency in first]
    # English names hold an "and" of their own.
    return Text("、".join(name.zh for name in names), ", level with ".join(name.en for name in names))


def _agency(catalogue: Catalogue, organization: object) -> str:
    row = catalogue.row("organizations", organization)
    return row.text("agency_type_id") if row else str(organization)
