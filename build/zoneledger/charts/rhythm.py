"""How a plan is steered over the year: what recurs, how often, and what has a day in every year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import lettering, wording
from zoneledger.charts.drawing import Numbers, Placed, Words, figure
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.placed import Sheet, Symbol
from zoneledger.charts.theme import Size, Style, solid, tinted
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import recurrence_words
from zoneledger.views.name import bilingual, enum

#: How often a year each frequency of the schema comes round; what recurs more rarely than once a year is in the words.
_TIMES = {"monthly": 12, "bimonthly": 6, "quarterly": 4, "semiannual": 2, "annual": 1}
_RARELY = {"biennial"}
#: As many rows as a drawing shows; the table has all.
_ROWS = 12
_WHAT, _OFTEN, _KIND, _YEARLY = (
    Text("事项", "what"),
    Text("频次", "how often"),
    Text("类型", "kind"),
    Text("每年次数", "times a year"),
)
_TASK = Text("有固定日期的任务", "task with a date in every year")
_TARGET = Text("每年都要达到的目标", "targets for every year")
_MONTHS = Text("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
_LINE, _PAD = 16, 12


@dataclass(frozen=True)
class Beat:
    """Something that recurs.

    Args:
        what: its name.
        often: how often, in words.
        kind: what kind of thing it is.
        times: spells of equal length in which it happens once each, a year.
        month: the month of its day, where it has one; then it is a day and no spell.
    """

    what: Text
    often: Text
    kind: Text
    times: int
    month: int = 0


def draw(catalogue: Catalogue, plan_id: str, pen: Pen = RENDERED) -> Figure | None:
    """The chart of one plan; None where nothing recurs at a stated rhythm."""
    beats = sorted(_beats(catalogue, plan_id), key=lambda beat: (-beat.times, beat.month > 0, beat.month))
    if not beats:
        return None
    shown = beats[:_ROWS]
    rows = tuple((beat.what, beat.often, beat.kind, beat.times) for beat in beats)
    loose = sum(row["frequency"] == "unspecified" for row in catalogue.rows("mechanisms", plan_id))
    parts = [
        _words(catalogue, plan_id, len(beats) - len(shown), any(beat.month for beat in shown)),
        wording.source(catalogue, plan_id),
    ]
    return figure(
        f"{plan_id}-rhythm",
        Words(_title(beats, loose), wording.sentences(parts)),
        Placed(lambda lang, size: _layout(shown, lang, size)),
        Numbers((_WHAT, _OFTEN, _KIND, _YEARLY), rows),
        pen,
    )


def _beats(catalogue: Catalogue, plan_id: str) -> list[Beat]:
    mechanisms, _ = wording.without_suspected(catalogue.rows("mechanisms", plan_id))
    found = [
        Beat(
            bilingual(row, "name"),
            enum(catalogue, "mechanisms", "frequency", row),
            enum(catalogue, "mechanisms", "kind", row),
            _TIMES[row.text("frequency")],
        )
        for row in mechanisms
        if row["frequency"] in _TIMES
    ]
    tasks, _ = wording.without_suspected(catalogue.rows("milestones", plan_id))
    for row in tasks:
        found += [
            Beat(bilingual(row, "task"), recurrence_words(row.text("rrule")), _TASK, 1, month) for month in _months(row)
        ]
    targets, _ = wording.without_suspected(catalogue.rows("targets", plan_id))
    yearly = sum(row["recurrence"] == "annual" for row in targets)
    if yearly:
        often = catalogue.schemas["targets"].by_name["recurrence"].label("annual")
        found.append(Beat(Text(f"{yearly} 个目标", wording.many(yearly, "target", "targets")), often, _TARGET, 1))
    return found


def _months(row: Row) -> list[int]:
    """The months in which a yearly task falls due (RFC 5545 ``BYMONTH``)."""
    parts = dict(part.split("=", 1) for part in row.text("rrule").split(";") if "=" in part)
    named = parts.get("BYMONTH", "").split(",")
    return [int(month) for month in named if month.isdigit() and 1 <= int(month) <= 12]


def _layout(beats: Sequence[Beat], lang: str, size: Size) -> Sheet:
    """A year from left to right; a row each thing, a spell each time."""
    sheet = Sheet(size.width)
    left = size.labels + _PAD if size.labels else 0
    month = (size.width - left - 2) / 12
    sheet.word("unit", (0, 10), Text("一年之中", "Over a year").of(lang))
    for number, name in enumerate(_MONTHS.of(lang).split()):
        # Narrow months would touch: a number or a first letter says it there.
        short = name if size.labels else name.removesuffix("月") if lang == "zh" else name[0]
        sheet.word("heads", (left + (number + 0.5) * month, 32), short)
    top = 46.0
    for beat in beats:
        top = _row(sheet, beat, _Year(lang, size, left, month), top)
    sheet.line((0, top), (size.width, top))
    sheet.height = top + 2
    return sheet


@dataclass(frozen=True)
class _Year:
    """Where the months begin, and how wide each is."""

    lang: str
    size: Size
    left: float
    month: float


def _row(sheet: Sheet, beat: Beat, year: _Year, top: float) -> float:
    lang, size, left, month = year.lang, year.size, year.left, year.month
    room = left - _PAD if size.labels else size.width
    lines = [("labels", line) for line in lettering.wrap(beat.what.of(lang), room, size.font)]
    how = Text(f"{beat.kind.zh}，{beat.often.zh}", f"{beat.kind.en}, {beat.often.en}").of(lang)
    lines += [("notes", line) for line in lettering.wrap(how, room, 12)]
    text = len(lines) * _LINE
    height = text + 12 if size.labels else text + 38
    sheet.line((0, top), (size.width, top))
    for index, (kind, line) in enumerate(lines):
        sheet.word(kind, (0, top + 6 + (index + 0.5) * _LINE), line)
    middle = top + height / 2 if size.labels else top + text + 20
    for start, end, style, shape in _spells(beat):
        if shape:
            sheet.mark((left + end * month - 6, middle), Symbol(shape, 14, style))
        else:
            sheet.box((left + start * month + 1.5, middle), ((end - start) * month - 3, 16), style)
    return top + height


def _spells(beat: Beat) -> list[tuple[float, float, Style, str]]:
    """From month to month, how each looks, and its symbol where it is a day."""
    if beat.month:
        return [(beat.month - 1, beat.month, solid(2), "diamond")]
    long = 12 / beat.times
    return [(number * long, (number + 1) * long, tinted(1), "") for number in range(beat.times)]


def _title(beats: Sequence[Beat], loose: int) -> Text:
    spells = [beat for beat in beats if not beat.month and beat.kind != _TARGET]
    days = len([beat for beat in beats if beat.month])
    zh, en = [], []
    for often in dict.fromkeys(beat.often for beat in spells):
        count = sum(beat.often == often for beat in spells)
        zh.append(f"{often.zh} {count} 项")
        en.append(f"{count} {often.en}")
    if days:
        zh.append(f"每年定月的任务 {days} 次")
        en.append(f"{days} in stated months")
    if not zh:
        aims = next(beat for beat in beats if beat.kind == _TARGET).what
        return Text(
            f"督办没有写明频次；{aims.zh}要求每年达到",
            f"No steering has a stated rhythm; {aims.en} to be met every year",
        )
    written = Text("、".join(zh), wording.listed([Text(one, one) for one in en]).en)
    if not loose:
        return Text(f"写明节奏的督办：{written.zh}", f"Steering with a stated rhythm: {written.en}")
    return Text(
        f"写明节奏的督办：{written.zh}；另有 {loose} 项机制没有写明频次",
        f"Steering with a stated rhythm: {written.en}; {wording.many(loose, 'more mechanism states', 'more mechanisms state')} none",
    )


def _words(catalogue: Catalogue, plan_id: str, left: int, dated: bool) -> Text:
    rarely = sum(row["frequency"] in _RARELY for row in catalogue.rows("mechanisms", plan_id))
    rare = Text(f"两年一次的 {rarely} 项没有画出。", f"{rarely} that comes round every two years is not drawn.")
    more = Text(f"另 {left} 项见表。", f"{left} more in the table.")
    how = Text("每段横条内做一次，哪天做原文没有写。", "Within each stretch it happens once, on no stated day.")
    day = Text("菱形为写明了月份的任务，画在当月月末。", "A diamond is a task with a stated month, at the month's end.")
    return wording.sentences([how, day if dated else NOTHING, rare if rarely else NOTHING, more if left else NOTHING])
