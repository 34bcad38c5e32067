"""Who carries what in a plan: its duties by agency type and role."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import Words, figure, numbers
from zoneledger.charts.duties import AGENCY_TYPE, agency_name, duties, first_names, others, roles
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.charts.tally import Tally, largest, ranked
from zoneledger.problems import NOTHING, Text

_LEAD = "lead"
# Of fewer leads than one in so many duties, who leads most is no finding.
_FEW = 10


def draw(catalogue: Catalogue, plan_id: str, pen: Pen = RENDERED) -> Figure | None:
    """The chart of one plan; None where it names nobody."""
    found = duties(catalogue, plan_id)
    if not found.each:
        return None
    series = roles(catalogue)
    counts = ranked(found.by_role([one.key for one in series]))
    shown, rest = largest(counts)
    names = [agency_name(catalogue, agency) for agency in counts.rows]
    labels = [*names[: len(shown.rows) - 1], others(rest)] if rest else names
    parts = [_words(catalogue, counts), found.notes, wording.source(catalogue, plan_id)]
    return figure(
        f"{plan_id}-duties",
        Words(_title(catalogue, counts), wording.sentences(parts)),
        StackedBars(shown, labels, series, Text("责任数，按部门类别", "Duties by agency type")),
        numbers(AGENCY_TYPE, counts, names, series),
        pen,
    )


def _title(catalogue: Catalogue, counts: Tally) -> Text:
    totals, lead = counts.totals, counts.column(_LEAD)
    leads, duties_in_all = sum(lead.values()), sum(totals.values())
    if leads * _FEW < duties_in_all:
        first = first_names(catalogue, totals)
        few = Text(f"写明牵头的只有 {leads} 项", f"only {leads} {'names' if leads == 1 else 'name'} a lead")
        if not leads:
            few = Text("没有一项写明谁牵头", "none names a lead")
        return Text(
            f"{duties_in_all} 项责任中，{few.zh}；担责最多的是{first.zh}，{max(totals.values())} 项",
            f"Of {wording.many(duties_in_all, 'duty', 'duties')}, {few.en}; most fall to {first.en}: {max(totals.values())}",
        )
    first = first_names(catalogue, lead)
    most = max(lead.values())
    tied = list(lead.values()).count(most) > 1
    each = Text("各", " each") if tied else NOTHING
    return Text(
        f"牵头最多的是{first.zh}：{leads} 项牵头中{each.zh}占 {most} 项",
        f"Most often in the lead: {first.en}, with {most}{each.en} of {leads} leads",
    )


def _words(catalogue: Catalogue, counts: Tally) -> Text:
    totals = counts.totals
    first, total, most = first_names(catalogue, totals), sum(totals.values()), max(totals.values())
    return Text(
        f"一个单位在一项措施中担一种角色，计为一项责任，共 {total} 项，分属 {len(totals)} 类部门；"
        f"各种角色加起来最多的是{first.zh}，{most} 项。",
        f"A duty is one organisation in one role in one measure: {total} in all, over {len(totals)} agency types; "
        f"all roles taken together, most fall to {first.en}, {most}.",
    )
