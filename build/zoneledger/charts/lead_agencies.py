"""For the home page: which agency types lead most over all plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import Numbers, Words, figure
from zoneledger.charts.duties import AGENCY_TYPE, agency_name, duties, first_names, notes, others, roles
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.charts.tally import Tally, largest, ranked
from zoneledger.problems import Text

_LEAD = "lead"


def of_plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """How often each agency type leads in a plan, and what is not counted."""
    found = duties(catalogue, plan_id, _LEAD)
    counts = Counter(duty.agency for duty in found.each)
    return {"agencies": dict(sorted(counts.items())), "again": found.again, "suspected": found.suspected}


def draw(catalogue: Catalogue, extracts: Mapping[str, Any], pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None where nobody leads.

    Args:
        catalogue: for names.
        extracts: of every plan, what ``of_plan`` gives.
        pen: draws it.
    """
    leads, plans = Counter[tuple[str, str]](), Counter[str]()
    for known in extracts.values():
        leads.update({(agency, _LEAD): count for agency, count in known["agencies"].items()})
        plans.update(known["agencies"].keys())
    series = [one for one in roles(catalogue) if one.key == _LEAD]
    if not leads or not series:
        return None
    counts = ranked(Tally.of(leads, [_LEAD]))
    shown, rest = largest(counts)
    names = [agency_name(catalogue, agency) for agency in counts.rows]
    labels = [*names[: len(shown.rows) - 1], others(rest)] if rest else names
    again, left = (sum(known[key] for known in extracts.values()) for key in ("again", "suspected"))
    rows = zip(names, counts.totals.values(), (plans[agency] for agency in counts.rows), strict=True)
    parts = [_words(counts), notes(again, left), wording.of_plans(len(extracts))]
    return figure(
        "home-leads",
        Words(_title(catalogue, counts.totals), wording.sentences(parts)),
        StackedBars(shown, labels, series, Text("牵头的责任数，按部门类别", "Leading duties by agency type")),
        Numbers((AGENCY_TYPE, series[0].label, Text("涉及计划数", "plans")), tuple(rows)),
        pen,
    )


def _title(catalogue: Catalogue, leads: Mapping[str, int]) -> Text:
    first = first_names(catalogue, leads)
    most, total = max(leads.values()), sum(leads.values())
    tied = list(leads.values()).count(most) > 1
    return Text(
        f"各计划合计，牵头最多的是{first.zh}：{total} 项牵头中{'各' if tied else ''}占 {most} 项",
        f"Over all plans, most often in the lead: {first.en}, with {most}{' each' if tied else ''} of {total} leads",
    )


def _words(counts: Tally) -> Text:
    types = len(counts.rows)
    return Text(
        f"横条为牵头的责任数，一个单位牵头一项措施计为一项，共有 {types} 类部门牵头。",
        f"Each bar counts leads, one for each organisation that leads a measure; {types} agency types lead any.",
    )
