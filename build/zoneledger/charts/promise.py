"""For the page of results: the targets past due by verdict, and by the reason where there can be none.

Targets whose printed figure is suspect are counted here: that they cannot be judged is what the chart shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from zoneledger.assessment import REASONS, VERDICTS, Assessment, assessments
from zoneledger.assessment.labels import BRIEF, MET, NOT_ASSESSABLE, NOT_MET
from zoneledger.catalogue import Catalogue
from zoneledger.charts import strengths, wording
from zoneledger.charts.drawing import Words, figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.charts.tally import Tally
from zoneledger.problems import Text
from zoneledger.views.date import date_words

_RESULT = Text("结果", "result")
#: Verdicts that get a bar even where it is empty: that nothing was met is a finding.
_ALWAYS = (MET, NOT_MET)


def of_plan(catalogue: Catalogue, plan_id: str) -> list[list[Any]]:
    """A plan's targets past due, by result and strength."""
    due = (one for one in assessments(catalogue, plan_id).values() if one.past_due)
    cells = Counter((_key(one), one.target.text("strength")) for one in due)
    return [[*cell, count] for cell, count in sorted(cells.items())]


def draw(catalogue: Catalogue, extracts: Mapping[str, Any], pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None where nothing is past due.

    Args:
        catalogue: for names and the date of the data.
        extracts: of every plan, what ``of_plan`` gives.
        pen: draws it.
    """
    cells, results = Counter[tuple[str, str]](), Counter[str]()
    for known in extracts.values():
        for result, strength, count in known:
            cells[result, strength] += count
            results[result] += count
    if not results:
        return None
    series = strengths.series(catalogue)
    # Verdicts first, in their own order; then the reasons, the commonest first.
    reasons = sorted((key for key in results if key not in VERDICTS), key=lambda key: (-results[key], key))
    verdicts = [key for key in VERDICTS if key in _ALWAYS or key in results]
    counts = Tally.of(cells, [one.key for one in series]).only([*verdicts, *reasons])
    parts = [_words(catalogue), strengths.METHOD, wording.of_plans(len(extracts))]
    return figure(
        "results-promise",
        Words(_title(results), wording.sentences(parts)),
        StackedBars(
            counts, [_label(key, BRIEF) for key in counts.rows], series, Text("已到期的目标数", "Targets past due")
        ),
        numbers(_RESULT, counts, [_label(key, REASONS) for key in counts.rows], series),
        pen,
    )


def _key(one: Assessment) -> str:
    """The verdict, or the reason why there is none."""
    return one.reason or one.verdict


def _label(key: str, reasons: dict[str, Text]) -> Text:
    if key in VERDICTS:
        return VERDICTS[key]
    label, why = VERDICTS[NOT_ASSESSABLE], reasons[key]
    return Text(f"{label.zh}：{why.zh}", f"{label.en}: {why.en}")


def _title(results: Mapping[str, int]) -> Text:
    total = sum(results.values())
    # a reason stands for a target that cannot be judged
    left = sum(count for key, count in results.items() if key == NOT_ASSESSABLE or key not in VERDICTS)
    met, missed = (results.get(verdict, 0) for verdict in _ALWAYS)
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
