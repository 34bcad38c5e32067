"""What targets ask for a year: the growth they state or imply, over all plans; of very many, how it spreads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import lettering, wording
from zoneledger.charts.bands import Bands
from zoneledger.charts.drawing import Choice, Numbers, Placed, Words, figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.placed import Sheet
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import counted
from zoneledger.charts.theme import Size, dashed, tinted
from zoneledger.problems import NOTHING, Text
from zoneledger.views.growth import Growth, growth
from zoneledger.views.name import name
from zoneledger.views.number import readable

#: As many targets as the drawing shows; the table has all.
SHOWN = 24
#: Of more targets than this the chart shows how their growth spreads.
LISTED = 200
_FIGURES = 64
_LINE, _PAD = 16, 12
_PLAN = Text("计划", "plan")
_RATE, _YEARLY = Text("每年增长（%）", "growth a year (%)"), Text("每年增长", "growth a year")
_COLUMNS = (
    Text("指标", "indicator"),
    _PLAN,
    _RATE,
    Text("比较", "bound"),
    Text("怎么得来", "how it came about"),
    Text("假定", "assumption"),
    Text("目标", "target"),
)
_WAYS = (
    (Text("原文写明年增长率", "yearly rate stated in the document"), tinted(1)),
    (Text("由倍数或起点推算", "worked out from a multiple or a starting point"), dashed(2)),
)
#: A rate on an edge belongs to the band above it.
_BANDS = Bands(
    (0, 5, 10, 15, 20, 30, 50, 100),
    tuple(
        Text(zh, en)
        for zh, en in (
            ("下降", "a fall"),
            ("0—5%", "0 to 5%"),
            ("5%—10%", "5% to 10%"),
            ("10%—15%", "10% to 15%"),
            ("15%—20%", "15% to 20%"),
            ("20%—30%", "20% to 30%"),
            ("30%—50%", "30% to 50%"),
            ("50%—100%", "50% to 100%"),
            ("100% 以上", "100% and more"),
        )
    ),
)


@dataclass(frozen=True)
class _Rate:
    """A target with the growth it asks for; ``worked_out`` where the document leaves the yearly rate to be computed."""

    target: str
    worked_out: bool
    growth: Growth
    what: Text
    plan_id: str
    plan: Text

    @property
    def shown(self) -> str:
        """The rate with its bound and a per cent sign."""
        return f"{self.growth.symbol}{readable(self.growth.rate.normalize()).en}%"


def of_plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """A plan's title, and of each of its targets that has a yearly growth all that is said of it."""
    outcomes: dict[str, list[Row]] = {}
    for row in catalogue.rows("outcomes", plan_id):
        outcomes.setdefault(row.text("target_id"), []).append(row)
    found = []
    for target in catalogue.rows("targets", plan_id):
        rate = growth(catalogue, target, outcomes.get(target.text("id"), []))
        if rate:
            said = [str(rate.rate), rate.symbol, rate.formula, rate.assumption]
            found.append([target.text("id"), target["value_type"] != "growth_rate", said, _what(catalogue, target)])
    return {"title": wording.plan_title(catalogue, plan_id), "targets": found}


def draw(extracts: Mapping[str, Any], pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None where fewer than two targets have a yearly growth.

    Args:
        extracts: of every plan, what ``of_plan`` gives.
        pen: draws it.
    """
    every = [rate for plan_id, known in extracts.items() for rate in _rates(plan_id, known)]
    if len(every) < 2:
        return None
    every.sort(key=lambda one: (-one.growth.rate, one.target))
    source = wording.of_plans(len(extracts))
    if len(every) > LISTED:
        words = Words(_title(every), wording.sentences([_HOW_SPREAD, source]))
        return _spread(every, words, pen)
    shown = every[:SHOWN]
    plans = {rate.plan_id: rate.plan for rate in shown}
    return figure(
        "indicators-growth",
        Words(_title(every), wording.sentences([_words(len(every), len(shown)), source])),
        Placed(lambda lang, size: _layout(shown, lang, size), Choice(_PLAN, dict(sorted(plans.items())))),
        Numbers(_COLUMNS, tuple(map(_numbers, every))),
        pen,
    )


def _spread(every: Sequence[_Rate], words: Words, pen: Pen) -> Figure:
    """Targets by growth a year: every band from the lowest to the highest, those without a target too."""
    series = [Series(str(place), label, style) for place, (label, style) in enumerate(_WAYS)]
    counts = counted(((_BANDS.key(one.growth.rate), str(int(one.worked_out))) for one in every), [one.key for one in series])
    used = list(counts.rows)
    counts = counts.only(key for key in _BANDS.keys if used[0] <= key <= used[-1])
    labels = [_BANDS.label(key) for key in counts.rows]
    bars = StackedBars(counts, labels, series, Text("目标数，按每年增长", "Targets by growth a year"))
    return figure("indicators-growth", words, bars, numbers(_YEARLY, counts, labels, series), pen)


def _rates(plan_id: str, known: Mapping[str, Any]) -> Iterator[_Rate]:
    """The targets of a plan's extract."""
    for target, worked_out, (rate, symbol, formula, assumption), what in known["targets"]:
        found = Growth(Decimal(rate), symbol, Text(*formula), Text(*assumption))
        yield _Rate(target, worked_out, found, Text(*what), plan_id, Text(*known["title"]))


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
    style, group = _WAYS[rate.worked_out][1], f"|{rate.plan_id}|"
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
        rate.target,
    )


def _title(every: Sequence[_Rate]) -> Text:
    count, first = len(every), every[0]
    middle = readable(Decimal(str(median(one.growth.rate for one in every))).quantize(Decimal("0.1")).normalize()).en
    worked_out = sum(one.worked_out for one in every)
    implied = Text(f"，其中 {worked_out} 个须由倍数或起点推算", f", {worked_out} of them only by working it out")
    return Text(
        f"能说出每年增长多少的目标有 {count} 个{implied.zh if worked_out else ''}：中位数 {middle}%，"
        f"最高的是{first.plan.zh}的{first.what.zh}，{first.shown}",
        f"{count} targets come down to a growth a year{implied.en if worked_out else ''}: the median is {middle}%, the "
        f"highest {first.shown}, {first.what.en} in {first.plan.en}",
    )


def _words(total: int, shown: int) -> Text:
    left = total - shown
    more = Text(
        f"画出最高的 {shown} 个，另 {left} 个见表。", f"The highest {shown} are drawn, {left} more are in the table."
    )
    how = Text(
        "横条为目标要求的每年增长；推算时假定各年增速相同，算式见表。≥ 为不低于，≈ 为左右。指标为“下降”的，数字是每年降幅。",
        "Each bar is the growth a year that a target asks for; where it was worked out, every year is taken to grow alike, "
        "and the table has the formula. ≥ is at least, ≈ about. Where the indicator is a reduction, it is the yearly fall.",
    )
    return wording.sentences([how, more if left else NOTHING])


_HOW_SPREAD = Text(
    "横条为目标数，按要求的每年增长分段，正好在分界上的归入上段；推算时假定各年增速相同，每个目标的算式见其指标页。"
    "指标为“下降”的，数字是每年降幅。",
    "Each bar counts targets by the growth a year that they ask for, one on a boundary in the band above it; where it was "
    "worked out, every year is taken to grow alike, and the page of its indicator has the formula. Where the indicator is "
    "a reduction, it is the yearly fall.",
)
