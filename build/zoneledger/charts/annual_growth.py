"""What targets ask for a year: the growth they state or imply, over all plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import lettering, wording
from zoneledger.charts.drawing import Choice, Numbers, Placed, figure
from zoneledger.charts.figure import Figure
from zoneledger.charts.placed import Sheet
from zoneledger.charts.theme import Size, dashed, tinted
from zoneledger.problems import NOTHING, Text
from zoneledger.views.growth import Growth, growth
from zoneledger.views.name import bilingual, name
from zoneledger.views.number import readable

#: As many targets as the drawing shows; the table has all.
SHOWN = 24
_FIGURES = 64
_LINE, _PAD = 16, 12
_PLAN = Text("计划", "plan")
_COLUMNS = (
    Text("指标", "indicator"),
    _PLAN,
    Text("每年增长（%）", "growth a year (%)"),
    Text("比较", "bound"),
    Text("怎么得来", "how it came about"),
    Text("假定", "assumption"),
    Text("目标", "target"),
)
_WAYS = (
    (Text("原文写明年增长率", "yearly rate stated in the document"), tinted(1)),
    (Text("由倍数或起点推算", "worked out from a multiple or a starting point"), dashed(2)),
)


@dataclass(frozen=True)
class _Rate:
    """A target with the growth it asks for."""

    target: Row
    growth: Growth
    what: Text
    plan: Text

    @property
    def worked_out(self) -> bool:
        """Whether the document leaves the yearly rate to be computed."""
        return self.target["value_type"] != "growth_rate"

    @property
    def shown(self) -> str:
        """The rate with its bound and a per cent sign."""
        return f"{self.growth.symbol}{readable(self.growth.rate.normalize()).en}%"


def draw(catalogue: Catalogue) -> Figure | None:
    """The chart over all plans; None where fewer than two targets have a yearly growth."""
    rates = _rates(catalogue)
    if len(rates) < 2:
        return None
    shown = rates[:SHOWN]
    plans = {rate.target.text("plan_id"): rate.plan for rate in shown}
    return figure(
        "indicators-growth",
        _title(rates),
        wording.sentences([_words(rates, len(shown)), wording.source(catalogue, None)]),
        Placed(lambda lang, size: _layout(shown, lang, size), Choice(_PLAN, dict(sorted(plans.items())))),
        Numbers(_COLUMNS, tuple(map(_numbers, rates))),
    )


def _rates(catalogue: Catalogue) -> list[_Rate]:
    outcomes: dict[str, list[Row]] = {}
    for row in catalogue.rows("outcomes"):
        outcomes.setdefault(row.text("target_id"), []).append(row)
    found = []
    for target in catalogue.rows("targets"):
        rate = growth(catalogue, target, outcomes.get(target.text("id"), []))
        if rate:
            plan = catalogue.row("plans", target["plan_id"])
            plan_id = target.text("plan_id")
            title = bilingual(plan, "short_title") if plan else Text(plan_id, plan_id)
            found.append(_Rate(target, rate, _what(catalogue, target), title))
    return sorted(found, key=lambda one: (-one.growth.rate, one.target.text("id")))


def _what(catalogue: Catalogue, target: Row) -> Text:
    """The indicator, with what narrows it down."""
    label = name(catalogue, "indicators", target["indicator_id"])
    narrowed = [
        Text(target.text("qualifier"), target.text("qualifier_en")),
        name(catalogue, "industries", target["industry_id"]),
    ]
    words = [part for part in narrowed if part.zh]
    if not words:
        return label
    return Text(
        f"{label.zh}（{'，'.join(part.zh for part in words)}）", f"{label.en} ({', '.join(part.en for part in words)})"
    )


def _layout(rates: Sequence[_Rate], lang: str, size: Size) -> Sheet:
    sheet = Sheet(size.width)
    sheet.word("unit", (0, 10), Text("每年增长，%", "Growth a year, per cent").of(lang))
    used = [way for worked_out, way in enumerate(_WAYS) if any(rate.worked_out == bool(worked_out) for rate in rates)]
    top = sheet.legend([(label.of(lang), "square", style) for label, style in used], 24)
    left = size.labels + _PAD if size.labels else 0
    # Where a rate is below zero, its bar runs to the left of the line.
    low = min(Decimal(0), *(rate.growth.rate for rate in rates))
    high = max(Decimal(1), *(rate.growth.rate for rate in rates))
    step = (size.width - left - _FIGURES) / float(high - low)
    zero = left - float(low) * step
    first = top
    for rate in rates:
        room = left - _PAD if size.labels else size.width
        words = [("labels", line) for line in lettering.wrap(rate.what.of(lang), room, size.font)]
        words += [("notes", line) for line in lettering.wrap(rate.plan.of(lang), room, 12)]
        text = len(words) * _LINE
        for index, (kind, line) in enumerate(words):
            sheet.word(kind, (0, top + 4 + (index + 0.5) * _LINE), line)
        middle = top + 4 + text / 2 if size.labels else top + text + 14
        _bar(sheet, rate, (zero, middle), step, lang)
        top += text + (10 if size.labels else 34)
    sheet.line((zero, first), (zero, top))
    sheet.height = top + 2
    return sheet


def _bar(sheet: Sheet, rate: _Rate, at: tuple[float, float], step: float, lang: str) -> None:
    zero, middle = at
    end = zero + float(rate.growth.rate) * step
    style, group = _WAYS[rate.worked_out][1], f"|{rate.target['plan_id']}|"
    words = rate.growth.words.of(lang), rate.growth.formula.of(lang), rate.growth.assumption.of(lang)
    tip = Text(
        f"{rate.what.zh}：{words[0]}；{words[1]}。{words[2]}。", f"{rate.what.en}: {words[0]}; {words[1]}. {words[2]}."
    )
    sheet.box((min(zero, end), middle), (max(1, abs(end - zero)), 18), style, tip.of(lang), group)
    sheet.word("totals", (max(zero, end) + 6, middle), rate.shown, group=group)


def _numbers(rate: _Rate) -> tuple[Text | float | str, ...]:
    found = rate.growth
    return (
        rate.what,
        rate.plan,
        float(found.rate),
        found.symbol,
        found.formula,
        found.assumption,
        rate.target.text("id"),
    )


def _title(rates: Sequence[_Rate]) -> Text:
    first, count = rates[0], len(rates)
    middle = readable(Decimal(str(median(rate.growth.rate for rate in rates))).quantize(Decimal("0.1")).normalize()).en
    worked_out = sum(rate.worked_out for rate in rates)
    implied = Text(f"，其中 {worked_out} 个须由倍数或起点推算", f", {worked_out} of them only by working it out")
    return Text(
        f"能说出每年增长多少的目标有 {count} 个{implied.zh if worked_out else ''}：中位数 {middle}%，"
        f"最高的是{first.plan.zh}的{first.what.zh}，{first.shown}",
        f"{count} targets come down to a growth a year{implied.en if worked_out else ''}: the median is {middle}%, the "
        f"highest {first.shown}, {first.what.en} in {first.plan.en}",
    )


def _words(rates: Sequence[_Rate], shown: int) -> Text:
    left = len(rates) - shown
    more = Text(
        f"画出最高的 {shown} 个，另 {left} 个见表。", f"The highest {shown} are drawn, {left} more are in the table."
    )
    how = Text(
        "横条为目标要求的每年增长；推算时假定各年增速相同，算式见表。≥ 为不低于，≈ 为左右。指标为“下降”的，数字是每年降幅。",
        "Each bar is the growth a year that a target asks for; where it was worked out, every year is taken to grow alike, "
        "and the table has the formula. ≥ is at least, ≈ about. Where the indicator is a reduction, it is the yearly fall.",
    )
    return wording.sentences([how, more if left else NOTHING])
