"""When it is all due: a plan's targets and milestones by date, from its first deadline to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import wording
from zoneledger.charts.drawing import Words, figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import Tally, counted
from zoneledger.charts.theme import dashed, solid, tinted
from zoneledger.edtf import latest
from zoneledger.problems import Text
from zoneledger.views.date import date_words
from zoneledger.views.open_points import deadline_kind

_STATED, _INFERRED, _MILESTONE = "stated", "inferred", "milestone"
_SERIES = (
    Series(_STATED, Text("目标，有自己的期限", "targets with a deadline of their own"), solid(4)),
    Series(_INFERRED, Text("目标，没有自己的期限", "targets without one"), dashed(4)),
    Series(_MILESTONE, Text("节点任务", "milestones"), tinted(5)),
)
_NO_YEAR = ""
_WHEN = Text("期限", "deadline")
# A longer stretch of empty years is not drawn year by year.
_YEARS = 12


def draw(catalogue: Catalogue, plan_id: str, pen: Pen = RENDERED) -> Figure | None:
    """The chart of one plan; None where nothing has a date."""
    every = catalogue.rows("targets", plan_id)
    targets, targets_out = wording.without_suspected(every)
    milestones, milestones_out = wording.without_suspected(catalogue.rows("milestones", plan_id))
    counts = counted([*map(_target, targets), *map(_milestone, milestones)], [one.key for one in _SERIES])
    if not counts.rows:
        return None
    counts = counts.only(sorted({*counts.rows, *_empty_years(counts.rows)}, key=_order))
    labels = [_label(when) for when in counts.rows]
    parts = [_words(counts), targets_out, milestones_out, wording.source(catalogue, plan_id)]
    return figure(
        f"{plan_id}-deadlines",
        Words(_title(counts, len(every) - len(targets)), wording.sentences(parts)),
        StackedBars(counts, labels, _SERIES, Text("目标与节点任务数，按期限", "Targets and milestones by deadline")),
        numbers(_WHEN, counts, labels, _SERIES),
        pen,
    )


def _target(row: Row) -> tuple[str, str]:
    # A yearly target without a last year has no deadline of its own: the list of what is left open says the same.
    return _month(row.text("due")), _STATED if deadline_kind(row) == "stated" else _INFERRED


def _milestone(row: Row) -> tuple[str, str]:
    return _month(row.text("due")), _MILESTONE


def _month(due: str) -> str:
    """An EDTF date without its day."""
    return due[: len("2020-05")]


def _order(when: str) -> tuple[bool, str, int]:
    """By the last day a date can mean; a bare year after its December, what has no year at the end."""
    return (not when, latest(when) if when else "", -len(when))


def _empty_years(dates: Iterable[str]) -> Iterator[str]:
    """The years between the first and the last date in which nothing falls due: a gap is news too."""
    years = {int(when[:4]) for when in dates if when[:4].isdigit()}
    if years and max(years) - min(years) <= _YEARS:
        yield from (str(year) for year in range(min(years), max(years)) if year not in years)


def _label(when: str) -> Text:
    return date_words(when) if when else Text("没有写到哪年", "no year given")


def _title(counts: Tally, left: int) -> Text:
    stated, inferred, milestones = map(counts.column, (_STATED, _INFERRED, _MILESTONE))
    aims = {when: stated[when] + inferred[when] for when in counts.rows}
    dated = {when: count for when, count in aims.items() if when != _NO_YEAR}
    total, own = sum(aims.values()), sum(stated.values())
    if not any(dated.values()):
        tasks = sum(milestones.values())
        return Text(
            f"没有一个目标写明到期的年份，节点任务 {tasks} 项",
            f"No target has a year in which it falls due; {wording.many(tasks, 'milestone', 'milestones')}",
        )
    peak = max(dated, key=lambda when: dated[when])
    when, most = date_words(peak), dated[peak]
    few, among = 2 * own < total, wording.of_targets(total, left)
    due = "falls" if most == 1 else "fall"
    if not own:
        return Text(
            f"{among.zh}，{most} 个在{when.zh}到期；没有一个有自己的期限",
            f"{most} {among.en}{',' if left else ''} {due} due in {when.en}; none has a deadline of its own",
        )
    return Text(
        f"{among.zh}，{most} 个在{when.zh}到期；{'只有 ' if few else '有 '}{own} 个有自己的期限",
        f"{most} {among.en}{',' if left else ''} {due} due in {when.en}; {'only ' if few else ''}"
        f"{own} {'has a deadline of its' if own == 1 else 'have a deadline of their'} own",
    )


def _words(counts: Tally) -> Text:
    tasks, inferred = sum(counts.column(_MILESTONE).values()), sum(counts.column(_INFERRED).values())
    parts = [
        Text(
            "横条为每个期限到期的目标与节点任务数；只写年份的排在该年各月之后。",
            "Each bar counts the targets and milestones of a date; a bare year comes after its months.",
        )
    ]
    if inferred:
        verbs = "has no deadline of its" if inferred == 1 else "have no deadline of their"
        parts.append(
            Text(
                f"有 {inferred} 个目标没有自己的期限：取计划期末，由年数推算，或只写每年、年均，未写到哪年。",
                f"{wording.many(inferred, 'target', 'targets')} {verbs} own: the date is the plan's end or "
                "counted from a number of years, or no year is given.",
            )
        )
    if tasks:
        parts.append(Text(f"节点任务共 {tasks} 项。", f"Milestones: {tasks}."))
    return wording.sentences(parts)
