"""How complete the documents are, and how much of what a target needs each of them says; of very many, how they spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.bands import SHARES, percent
from zoneledger.charts.drawing import Numbers, Placed, Words, figure
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.grid import FILL, Grid, Look, Spot
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.tally import MANY
from zoneledger.charts.theme import Style, dashed, solid
from zoneledger.problems import NOTHING, Text
from zoneledger.views.number import share
from zoneledger.views.oddities import COMPLETENESS
from zoneledger.views.open_points import all_gaps

#: As many plans as the drawing shows; the table has all.
SHOWN = 20
_WHOLE = "complete"
#: From here on a mark is filled in full.
_NEARLY_ALL = 0.9
#: What is asked of a target, and how a column is headed: the keys of ``GAPS``, turned round.
_ASKED = {
    "unit": Text("单位", "unit"),
    "baseline": Text("基期", "base year"),
    "deadline": Text("自己的期限", "own date"),
    "bearer": Text("责任单位", "body"),
    "lead": Text("牵头单位", "lead"),
}
_PLAN, _TARGETS = Text("计划", "plan"), Text("目标数", "targets")
_TEXT, _LOST = Text("文本", "text"), Text("疑误的目标", "suspect targets")
_EVERYTHING, _STATING = Text("五项都有", "all five"), Text("写明的目标占比", "share of targets that state it")


@dataclass(frozen=True)
class _Document:
    """One plan: its text's state, its targets, and how many of them have each thing asked for."""

    title: Text
    state: Text
    whole: bool
    targets: int
    having: dict[str, int]
    complete: int
    suspect: int


def of_plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """A plan's title, the state of its text, its targets, and how many of them have each thing asked for."""
    plan, rows = catalogue.row("plans", plan_id), catalogue.rows("targets", plan_id)
    gaps = list(all_gaps(catalogue, plan_id).values())

    def having(key: str) -> int:
        # A target nobody is named for lacks a lead as well, though the list of gaps says only the first.
        lacked = ("lead", "bearer") if key == "lead" else (key,)
        return sum(not any(gap in lacking for gap in lacked) for lacking in gaps)

    return {
        "title": wording.plan_title(catalogue, plan_id),
        "states": plan.text("completeness").split("|") if plan else [],
        "targets": len(rows),
        "having": {key: having(key) for key in sorted(_ASKED)},
        "complete": sum(not lacking for lacking in gaps),
        "suspect": sum(row["note_basis"] == "suspected" for row in rows),
    }


def draw(extracts: Mapping[str, Any], pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None where none has a target.

    Args:
        extracts: of every plan, what ``of_plan`` gives.
        pen: draws it.
    """
    every = [*map(_document, extracts.values())]
    found = sorted((one for one in every if one.targets), key=lambda one: -_rate(one.complete, one.targets))
    if not found:
        return None
    many = len(every) > MANY
    shown = found if many else found[:SHOWN]
    parts = [_words(len(every), len(found), len(shown), many), wording.of_plans(len(extracts))]
    return figure(
        "proof-completeness",
        Words(_title(every, found), wording.sentences(parts)),
        Placed((_spread(_bands(found), len(found)) if many else _grid(shown)).layout),
        _spread_numbers(_bands(found)) if many else _numbers(every),
        pen,
    )


def _document(known: Mapping[str, Any]) -> _Document:
    states = known["states"]
    labels = [COMPLETENESS.get(state, Text(state, state)) for state in states]
    return _Document(
        title=Text(*known["title"]),
        state=Text("、".join(label.zh for label in labels), ", ".join(label.en for label in labels)),
        whole=states == [_WHOLE],
        targets=known["targets"],
        having={key: known["having"][key] for key in _ASKED},
        complete=known["complete"],
        suspect=known["suspect"],
    )


def _bands(found: Sequence[_Document]) -> dict[str, list[int]]:
    """How many plans say each thing, and all five, of which share of their targets: by band, the highest first."""
    columns = [Counter[str]() for _ in range(len(_ASKED) + 1)]
    for one in found:
        for column, count in zip(columns, (*one.having.values(), one.complete), strict=True):
            column[SHARES.key(percent(count, one.targets))] += 1
    return {key: [column[key] for column in columns] for key in reversed(SHARES.keys)}


def _spread(bands: Mapping[str, Sequence[int]], plans: int) -> Grid:
    heads = [*_ASKED.values(), _EVERYTHING]
    spots = {}
    for row, (key, counts) in enumerate(bands.items()):
        label = SHARES.label(key)
        for column, count in enumerate(counts):
            tip = Text(
                f"{label.zh}｜{heads[column].zh}：{count}/{plans}", f"{label.en} | {heads[column].en}: {count}/{plans}"
            )
            if count:
                spots[row, column] = Spot(str(count), _look(count, plans), tip)
    return Grid(
        rows=[(SHARES.label(key), NOTHING) for key in bands],
        heads=heads,
        spots=spots,
        looks=(),
        unit=Text("计划数，按写明各项内容的目标占比", "Plans by share of targets that state each thing"),
    )


def _spread_numbers(bands: Mapping[str, Sequence[int]]) -> Numbers:
    rows: list[tuple[Cell, ...]] = [(SHARES.label(key), *counts) for key, counts in bands.items()]
    return Numbers((_STATING, *_ASKED.values(), _EVERYTHING), tuple(rows))


def _grid(found: Sequence[_Document]) -> Grid:
    spots = {}
    for row, one in enumerate(found):
        counts = [*one.having.values(), one.complete]
        for column, count in enumerate(counts):
            asked = [*_ASKED.values(), _EVERYTHING][column]
            tip = Text(
                f"{one.title.zh}｜{asked.zh}：{count}/{one.targets}",
                f"{one.title.en} | {asked.en}: {count}/{one.targets}",
            )
            spots[row, column] = Spot(share(count, one.targets).en, _look(count, one.targets), tip)
    return Grid(
        rows=[(one.title, _note(one)) for one in found],
        heads=[*_ASKED.values(), _EVERYTHING],
        spots=spots,
        looks=(),
        unit=Text("写明各项内容的目标占比", "Share of targets that state each thing"),
    )


def _note(one: _Document) -> Text:
    zh, en = [one.state.zh, f"{one.targets} 个目标"], [one.state.en, wording.many(one.targets, "target", "targets")]
    if one.suspect:
        zh.append(f"{one.suspect} 个数字疑误")
        en.append(f"{one.suspect} suspect")
    return Text("；".join(zh), "; ".join(en))


def _look(count: int, total: int) -> Look:
    rate = _rate(count, total)
    if rate > _NEARLY_ALL:
        return Look(FILL, solid(1))
    return Look(FILL, Style("var(--chart-1)", round(rate * 0.6, 2)) if count else dashed(1))


def _rate(count: int, total: int) -> float:
    return count / total if total else 0


def _numbers(every: Sequence[_Document]) -> Numbers:
    rows: list[tuple[Cell, ...]] = [
        (one.title, one.state, one.targets, *one.having.values(), one.complete, one.suspect) for one in every
    ]
    return Numbers((_PLAN, _TEXT, _TARGETS, *_ASKED.values(), _EVERYTHING, _LOST), tuple(rows))


def _title(every: Sequence[_Document], found: Sequence[_Document]) -> Text:
    whole, targets = sum(one.whole for one in every), sum(one.targets for one in found)
    having = {key: sum(one.having[key] for one in found) for key in _ASKED}
    rarest = min(having, key=lambda key: having[key])
    complete, least = share(sum(one.complete for one in found), targets).en, share(having[rarest], targets).en
    rare = Text(
        f"最常缺的是{_LACKING[rarest].zh}，写明的只有 {least}",
        f"most often missing is {_LACKING[rarest].en}, stated for {least}",
    )
    return Text(
        f"{len(every)} 份文本中 {whole} 份完整；{targets} 个目标中五项都写明的占 {complete}，{rare.zh}",
        f"{whole} of {wording.many(len(every), 'text', 'texts')} {'is' if whole == 1 else 'are'} whole; of "
        f"{wording.many(targets, 'target', 'targets')} {complete} state all five things, and {rare.en}",
    )


_LACKING = {
    "unit": Text("单位", "a unit"),
    "baseline": Text("基期", "a baseline"),
    "deadline": Text("自己的期限", "a date of their own"),
    "bearer": Text("责任单位", "anyone in charge"),
    "lead": Text("牵头单位", "a lead"),
}


def _words(every: int, found: int, shown: int, many: bool) -> Text:
    parts = [
        Text(
            "数字为计划数，每列按写明该项内容的目标占比从高到低分段；",
            "Each figure counts plans: a column for each thing, by the share of a plan's targets that state it;",
        )
        if many
        else Text(
            "每行一份计划，数字为写明单位、基期、期限、责任单位、牵头单位的目标占比；",
            "Each row is a plan, each figure the share of its targets with a unit, a base year, a date, a responsible body "
            "and a lead;",
        ),
        Text(
            "期限只算目标自己的，基期只在缺了就看不懂数字时才算缺；有人牵头的措施，其目标算有牵头。",
            "only a date of their own counts, a baseline is missed only where the figure means nothing without one, and a "
            "target has the lead of its measure.",
        ),
    ]
    if found < every:
        parts.append(Text(f"{every - found} 份没有目标，未画。", f"{every - found} without targets not drawn."))
    if shown < found:
        parts.append(Text(f"另 {found - shown} 份见表。", f"{found - shown} more in the table."))
    return wording.sentences(parts)
