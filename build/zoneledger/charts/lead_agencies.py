"""For the home page: which agency types lead most over all plans."""

from __future__ import annotations

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import Numbers, figure
from zoneledger.charts.duties import AGENCY_TYPE, agency_name, duties, first_names, others, roles
from zoneledger.charts.figure import Figure
from zoneledger.charts.ranking import largest, ranked
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.problems import Text

_LEAD = "lead"


def draw(catalogue: Catalogue) -> Figure | None:
    """The chart over all plans; None where nobody leads."""
    found = duties(catalogue, role=_LEAD)
    series = [one for one in roles(catalogue) if one.key == _LEAD]
    if found.each.empty or not series:
        return None
    by_agency = found.each.groupby("agency").agg(lead=("role", "size"), plans=("plan", "nunique"))
    by_agency = by_agency.loc[ranked(by_agency[[_LEAD]]).index]
    shown, rest = largest(by_agency[[_LEAD]])
    names = [agency_name(catalogue, agency) for agency in by_agency.index]
    labels = [*names[: len(shown) - 1], others(rest)] if rest else names
    columns = (AGENCY_TYPE, series[0].label, Text("涉及计划数", "plans"))
    rows = zip(names, map(int, by_agency["lead"]), map(int, by_agency["plans"]), strict=True)
    return figure(
        "home-leads",
        _title(catalogue, by_agency),
        wording.sentences([_words(by_agency), found.notes, wording.source(catalogue, None)]),
        StackedBars(shown, labels, series, Text("牵头的责任数，按部门类别", "Leading duties by agency type")),
        Numbers(columns, tuple(rows)),
    )


def _title(catalogue: Catalogue, by_agency: pd.DataFrame) -> Text:
    first = first_names(catalogue, by_agency["lead"])
    most, total = int(by_agency["lead"].max()), int(by_agency["lead"].sum())
    tied = int((by_agency["lead"] == most).sum()) > 1
    return Text(
        f"各计划合计，牵头最多的是{first.zh}：{total} 项牵头中{'各' if tied else ''}占 {most} 项",
        f"Over all plans, most often in the lead: {first.en}, with {most}{' each' if tied else ''} of {total} leads",
    )


def _words(by_agency: pd.DataFrame) -> Text:
    return Text(
        f"横条为牵头的责任数，一个单位牵头一项措施计为一项，共有 {len(by_agency)} 类部门牵头。",
        f"Each bar counts leads, one for each organisation that leads a measure; {len(by_agency)} agency types lead any.",
    )
