"""For the page of results: the targets past due by verdict, and by the reason where there can be none.

Targets whose printed figure is suspect are counted here: that they cannot be judged is what the chart shows.
"""

from __future__ import annotations

import pandas as pd

from zoneledger.assessment import REASONS, VERDICTS, Assessment, assessments
from zoneledger.assessment.labels import BRIEF, MET, NOT_ASSESSABLE, NOT_MET
from zoneledger.catalogue import Catalogue
from zoneledger.charts import strengths, wording
from zoneledger.charts.drawing import figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.problems import Text
from zoneledger.views.date import date_words

_RESULT = Text("结果", "result")
#: Verdicts that get a bar even where it is empty: that nothing was met is a finding.
_ALWAYS = (MET, NOT_MET)


def draw(catalogue: Catalogue) -> Figure | None:
    """The chart over all plans; None where nothing is past due."""
    due = [one for one in assessments(catalogue).values() if one.past_due]
    if not due:
        return None
    series = strengths.series(catalogue)
    found = pd.DataFrame([{"result": _key(one), "strength": one.target.text("strength")} for one in due])
    counts = pd.crosstab(found["result"], found["strength"])
    # Verdicts first, in their own order; then the reasons, the commonest first.
    open_ones = counts.sum(axis=1).drop(list(VERDICTS), errors="ignore").sort_values(ascending=False, kind="stable")
    verdicts = [key for key in VERDICTS if key in _ALWAYS or key in counts.index]
    counts = counts.reindex(
        index=[*verdicts, *open_ones.index], columns=[one.key for one in series], fill_value=0
    ).astype(int)
    parts = [_words(catalogue), strengths.METHOD, wording.source(catalogue, None)]
    return figure(
        "results-promise",
        _title(due),
        wording.sentences(parts),
        StackedBars(
            counts, [_label(key, BRIEF) for key in counts.index], series, Text("已到期的目标数", "Targets past due")
        ),
        numbers(_RESULT, counts, [_label(key, REASONS) for key in counts.index], series),
    )


def _key(one: Assessment) -> str:
    """The verdict, or the reason why there is none."""
    return one.reason or one.verdict


def _label(key: str, reasons: dict[str, Text]) -> Text:
    if key in VERDICTS:
        return VERDICTS[key]
    label, why = VERDICTS[NOT_ASSESSABLE], reasons[key]
    return Text(f"{label.zh}：{why.zh}", f"{label.en}: {why.en}")


def _title(due: list[Assessment]) -> Text:
    total, left = len(due), sum(one.verdict == NOT_ASSESSABLE for one in due)
    met, missed = (sum(one.verdict == verdict for one in due) for verdict in _ALWAYS)
    early = total - left - met - missed
    zh = f"{total} 个已到期的目标中，达到 {met} 个，未达到 {missed} 个，无法判断 {left} 个"
    en = f"Of {wording.many(total, 'target', 'targets')} past due, {met} met, {missed} not met, {left} cannot be judged"
    if not early:
        return Text(zh, en)
    return Text(f"{zh}，另 {early} 个在期限前或计划前已达到", f"{en}; {early} reached before the deadline or the plan")


def _words(catalogue: Catalogue) -> Text:
    day = date_words(str(catalogue.dataset["as_of"]))
    return Text(
        f"横条为截至{day.zh}期限已过的目标数，按判断分；无法判断的，按原因分。",
        f"Each bar counts targets whose deadline was over on {day.en}, by verdict; those that cannot be judged, by reason.",
    )
