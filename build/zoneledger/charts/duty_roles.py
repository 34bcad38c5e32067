"""Who carries what in a plan: its duties by agency type and role."""

from __future__ import annotations

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import figure, numbers
from zoneledger.charts.duties import AGENCY_TYPE, agency_name, duties, first_names, others, roles
from zoneledger.charts.figure import Figure
from zoneledger.charts.ranking import largest, ranked
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.problems import NOTHING, Text

_LEAD = "lead"
# Of fewer leads than one in so many duties, who leads most is no finding.
_FEW = 10


def draw(catalogue: Catalogue, plan_id: str) -> Figure | None:
    """The chart of one plan; None where it names nobody."""
    found = duties(catalogue, plan_id)
    if found.each.empty:
        return None
    series = roles(catalogue)
    counts = found.by_role([one.key for one in series])
    counts = ranked(counts)
    shown, rest = largest(counts)
    names = [agency_name(catalogue, agency) for agency in counts.index]
    labels = [*names[: len(shown) - 1], others(rest)] if rest else names
    parts = [_words(catalogue, counts), found.notes, wording.source(catalogue, plan_id)]
    return figure(
        f"{plan_id}-duties",
        _title(catalogue, counts),
        wording.sentences(parts),
        StackedBars(shown, labels, series, Text("责任数，按部门类别", "Duties by agency type")),
        numbers(AGENCY_TYPE, counts, names, series),
    )


def _title(catalogue: Catalogue, counts: pd.DataFrame) -> Text:
    totals = counts.sum(axis=1)
    lead = counts[_LEAD] if _LEAD in counts else totals * 0
    leads, duties_in_all = int(lead.sum()), int(totals.sum())
    if leads * _FEW < duties_in_all:
        first = first_names(catalogue, totals)
        few = Text(f"写明牵头的只有 {leads} 项", f"only {leads} {'names' if leads == 1 else 'name'} a lead")
        if not leads:
            few = Text("没有一项写明谁牵头", "none names a lead")
        return Text(
            f"{duties_in_all} 项责任中，{few.zh}；担责最多的是{first.zh}，{totals.max()} 项",
            f"Of {wording.many(duties_in_all, 'duty', 'duties')}, {few.en}; most fall to {first.en}: {totals.max()}",
        )
    first = first_names(catalogue, lead)
    tied = int((lead == lead.max()).sum()) > 1
    each = Text("各", " each") if tied else NOTHING
    return Text(
        f"牵头最多的是{first.zh}：{lead.sum()} 项牵头中{each.zh}占 {lead.max()} 项",
        f"Most often in the lead: {first.en}, with {lead.max()}{each.en} of {lead.sum()} leads",
    )


def _words(catalogue: Catalogue, counts: pd.DataFrame) -> Text:
    totals = counts.sum(axis=1)
    first = first_names(catalogue, totals)
    return Text(
        f"一个单位在一项措施中担一种角色，计为一项责任，共 {totals.sum()} 项，分属 {len(counts)} 类部门；"
        f"各种角色加起来最多的是{first.zh}，{totals.max()} 项。",
        f"A duty is one organisation in one role in one measure: {totals.sum()} in all, over {len(counts)} agency types; "
        f"all roles taken together, most fall to {first.en}, {totals.max()}.",
    )
