"""How binding the targets of each plan are, in shares, and how far the stretch exceeds the floor where a plan names both.

Of very many plans, how they spread by the share of their targets that carry a word of strength.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import lettering, strengths, wording
from zoneledger.charts.bands import SHARES, percent
from zoneledger.charts.drawing import Numbers, Placed, Words, figure, numbers
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.placed import Sheet
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import MANY, counted
from zoneledger.charts.theme import Size, dashed, solid
from zoneledger.problems import NOTHING, Text
from zoneledger.units import in_base
from zoneledger.views.number import share

#: As many plans as the drawing shows; the table has all.
SHOWN = 20
_LINE, _PAD, _BESIDE = 16, 12, 130
#: Kinds of value of which one can be a percentage of another; a rank cannot.
_MEASURED = ("level", "increment", "count", "cumulative", "ratio")
_PLAN = Text("计划", "plan")
_PAIRS = Text("同时写了底线与力争的对数", "pairs of a floor and a stretch")
_MARKED = Text("写明力度的目标占比", "share of targets with a word of strength")
_BOTH = (
    Series("True", Text("同时写了底线与力争", "with a floor and a stretch for one thing"), solid(1)),
    Series("False", Text("没有", "without"), dashed(6)),
)
_ABOVE = Text("力争高出底线（%，中位数）", "stretch above the floor (%, median)")


@dataclass(frozen=True)
class _Plan:
    """One plan: its targets by strength, and by how much each stretch exceeds its floor, in per cent."""

    title: Text
    counts: Counter[str]
    above: tuple[Decimal, ...]
    pairs: int

    @property
    def targets(self) -> int:
        """All that are counted."""
        return self.counts.total()

    @property
    def marked(self) -> int:
        """Those that carry a word of strength."""
        return self.targets - self.counts["unmarked"]

    @property
    def middle(self) -> Decimal | None:
        """The median excess; None where no pair can be measured."""
        return _median(self.above) if self.above else None


def of_plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """A plan's title, its targets by strength, and by how many per cent each stretch exceeds its floor."""
    every = catalogue.rows("targets", plan_id)
    by_id = {row.text("id"): row for row in every if row["note_basis"] != "suspected"}
    pairs = [
        (by_id[above], by_id[below])
        for one in catalogue.rows("target_relations", plan_id)
        if one["relation"] == "stretch_of"
        and (above := one.text("from_target_id")) in by_id
        and (below := one.text("to_target_id")) in by_id
    ]
    excess = (found for pair in pairs if (found := _excess(catalogue, *pair)) is not None)
    return {
        "title": wording.plan_title(catalogue, plan_id),
        "strengths": dict(sorted(Counter(row.text("strength") for row in by_id.values()).items())),
        "suspected": len(every) - len(by_id),
        "above": list(map(str, excess)),
        "pairs": len(pairs),
    }


def draw(catalogue: Catalogue, extracts: Mapping[str, Any], pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None without targets that may be drawn.

    Args:
        catalogue: for names.
        extracts: of every plan, what ``of_plan`` gives.
        pen: draws it.
    """
    series = strengths.series(catalogue)
    every = map(_plan, extracts.values())
    found = sorted((one for one in every if one.targets), key=lambda one: -one.marked / one.targets)
    if not found:
        return None
    left_out = wording.left_out(sum(known["suspected"] for known in extracts.values()))
    about = [strengths.METHOD, left_out, wording.of_plans(len(extracts))]
    if len(extracts) > MANY:
        return _spread(found, Words(_title(found), wording.sentences([_HOW_SPREAD, *about])), pen)
    shown = found[:SHOWN]
    return figure(
        "compare-ambition",
        Words(_title(found), wording.sentences([_words(len(found) - len(shown)), *about])),
        Placed(lambda lang, size: _layout(shown, series, lang, size)),
        _numbers(found, series),
        pen,
    )


def _plan(known: Mapping[str, Any]) -> _Plan:
    return _Plan(Text(*known["title"]), Counter(known["strengths"]), tuple(map(Decimal, known["above"])), known["pairs"])


def _spread(found: Sequence[_Plan], words: Words, pen: Pen) -> Figure:
    """Plans by the share of their targets that carry a word of strength, the highest first."""
    cells = ((SHARES.key(percent(one.marked, one.targets)), str(bool(one.pairs))) for one in found)
    counts = counted(cells, [one.key for one in _BOTH]).only(reversed(SHARES.keys))
    labels = [SHARES.label(key) for key in counts.rows]
    unit = Text("计划数，按写明力度的目标占比", "Plans by share of targets with a word of strength")
    table = numbers(_MARKED, counts, labels, _BOTH)
    return figure("compare-ambition", words, StackedBars(counts, labels, _BOTH, unit), table, pen)


def _excess(catalogue: Catalogue, above: Row, below: Row) -> Decimal | None:
    """By how many per cent the stretch exceeds its floor; None where that cannot be said."""
    high, low = in_base(catalogue, above), in_base(catalogue, below)
    same = above["value_type"] == below["value_type"] and above["value_type"] in _MEASURED
    return 100 * (high - low) / low if same and high is not None and low else None


def _median(values: Sequence[Decimal]) -> Decimal:
    return Decimal(str(median(values))).quantize(Decimal(1))


def _layout(found: Sequence[_Plan], series: Sequence[Series], lang: str, size: Size) -> Sheet:
    """Bars of equal length, one a plan, with the excess beside it, or under it where there is no room."""
    sheet = Sheet(size.width)
    unit = Text("各计划目标的力度，占比", "Strength of each plan's targets, in shares")
    sheet.word("unit", (0, 10), unit.of(lang))
    used = [one for one in series if any(plan.counts[one.key] for plan in found)]
    top = sheet.legend([(one.label.of(lang), "square", one.style) for one in used], 24) - 6
    left = size.labels * 0.75 + _PAD if size.labels else 0
    length = size.width - left - (_BESIDE + _PAD if size.labels else 2)
    for plan in found:
        room = left - _PAD if size.labels else size.width
        lines = lettering.wrap(plan.title.of(lang), room, size.font)
        text = len(lines) * _LINE
        beside = lettering.wrap(_beside(plan).of(lang), _BESIDE if size.labels else size.width, 12)
        rows = max(text, len(beside) * _LINE) if size.labels else text
        middle = top + 8 + rows / 2 if size.labels else top + 8 + text + 14
        first = middle - text / 2 if size.labels else top + 8
        for index, line in enumerate(lines):
            sheet.word("labels", (0, first + (index + 0.5) * _LINE), line)
        _bar(sheet, plan, used, (left, middle), length)
        for index, line in enumerate(beside):
            under = middle + (index - (len(beside) - 1) / 2) * _LINE if size.labels else middle + 22 + index * _LINE
            sheet.word("notes", (left + length + _PAD if size.labels else 0, under), line)
        top += rows + 16 if size.labels else text + 42 + _LINE * len(beside)
    sheet.height = top
    return sheet


def _bar(sheet: Sheet, plan: _Plan, series: Sequence[Series], at: tuple[float, float], length: float) -> None:
    x, middle = at
    for one in series:
        count = plan.counts[one.key]
        if not count:
            continue
        wide = length * count / plan.targets
        sheet.box((x + 1.5, middle), (max(wide - 3, 0.5), 20), one.style)
        shown = share(count, plan.targets).en
        if wide >= lettering.width(shown, 12) + 6:
            sheet.word("figures", (x + wide / 2, middle), shown, one.style.label_color)
        x += wide


def _beside(plan: _Plan) -> Text:
    if plan.middle is None:
        return Text(f"{plan.targets} 个目标", wording.many(plan.targets, "target", "targets"))
    pairs = len(plan.above)
    return Text(
        f"{plan.targets} 个目标；力争高出底线 {plan.middle}%（{pairs} 对）",
        f"{wording.many(plan.targets, 'target', 'targets')}; stretch {plan.middle}% above the floor "
        f"({wording.many(pairs, 'pair', 'pairs')})",
    )


def _numbers(found: Sequence[_Plan], series: Sequence[Series]) -> Numbers:
    rows: list[tuple[Cell, ...]] = []
    for plan in found:
        excess: Cell = "—" if plan.middle is None else int(plan.middle)
        rows.append((plan.title, *(plan.counts[one.key] for one in series), plan.targets, plan.pairs, excess))
    return Numbers((_PLAN, *(one.label for one in series), wording.TOTAL, _PAIRS, _ABOVE), tuple(rows))


def _title(found: Sequence[_Plan]) -> Text:
    total = sum(plan.targets for plan in found)
    firm, stretch = (sum(plan.counts[key] for plan in found) for key in ("firm", "stretch"))
    above = [one for plan in found for one in plan.above]
    both = sum(bool(plan.pairs) for plan in found)
    zh = f"必保的目标占 {share(firm, total).zh}，力争的占 {share(stretch, total).zh}"
    en = f"{share(firm, total).en} of the targets are firm, {share(stretch, total).en} a stretch"
    if not above:
        return Text(f"{zh}；没有一份计划同时写明底线与力争", f"{en}; no plan gives a floor and a stretch to measure")
    return Text(
        f"{zh}；{len(found)} 份计划中 {both} 份同时写明底线与力争，力争高出 {_median(above)}%（中位数）",
        f"{en}; {both} of {wording.many(len(found), 'plan', 'plans')} {'gives' if both == 1 else 'give'} both for one thing, "
        f"the stretch {_median(above)}% above the floor (median)",
    )


def _words(left: int) -> Text:
    how = Text(
        "横条为各种力度的目标占比；底线与力争写的是同一件事时，按数值比较，名次不比。",
        "Each bar shows the shares of the strengths; where a floor and a stretch are about one thing their figures are "
        "compared, ranks apart.",
    )
    return wording.sentences([how, Text(f"另 {left} 份见表。", f"{left} more in the table.") if left else NOTHING])


_HOW_SPREAD = Text(
    "横条为计划数，按计划里写明力度的目标占比分段；底线与力争写的是同一件事时，按数值比较，名次不比。",
    "Each bar counts plans by the share of their targets that carry a word of strength; where a floor and a stretch are "
    "about one thing their figures are compared, ranks apart.",
)
