"""Who works with whom, over all plans: agency types against each other, with the measures they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import Choice, Numbers, Placed, Words, figure
from zoneledger.charts.duties import AGENCY_TYPE, agency_name
from zoneledger.charts.figure import Figure
from zoneledger.charts.grid import Grid, Look, Spot
from zoneledger.charts.pairs import Pairs
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.theme import Style, solid
from zoneledger.problems import NOTHING, Text

#: As many agency types as a narrow drawing holds against each other.
SHOWN = 12
#: As many pairs as the table lists; those below share next to nothing.
_ROWS = 100
_HEADS = "ABCDEFGHIJKL"
_PARTNER = Text("共同参与的部门类别", "agency type beside it")
_SHARED = Text("共同的措施数", "measures shared")
_PLANS = Text("涉及计划数", "plans")
#: From so many measures on, the figures are in thousands.
_MANY = 1000
_ONES = Text("共同参与的措施数；列与行同序", "Measures shared; columns in the order of the rows")
_THOUSANDS = Text("共同参与的措施数，单位千项；列与行同序", "Thousands of measures shared; columns as rows")
# Deeper fills for more; the figure in each mark says it without the fill.
_FILLS = (0.12, 0.3, 0.5)


def draw(catalogue: Catalogue, found: Pairs, pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None where hardly any agency types share a measure.

    Args:
        catalogue: for names.
        found: all pairs.
        pen: draws it.
    """
    counts = found.counts
    shown = _shown(counts)
    if len(shown) < 3:
        return None
    names = {agency: agency_name(catalogue, agency) for agency in shown}
    once = {(one, other): count for (one, other), count in counts.items() if one < other}
    parts = [_words(len(shown), len(once)), found.notes, wording.of_plans(found.of)]
    return figure(
        "agencies-shared",
        Words(_title(catalogue, found, once), wording.sentences(parts)),
        Placed(_grid(names, counts).layout, Choice(AGENCY_TYPE, names)),
        _numbers(catalogue, found, once),
        pen,
    )


def _shown(counts: Mapping[tuple[str, str], int]) -> list[str]:
    """The agency types with most shared measures, the most first."""
    together = Counter[str]()
    for (agency, _), count in counts.items():
        together[agency] += count
    return sorted(together, key=lambda agency: (-together[agency], agency))[:SHOWN]


def _grid(names: dict[str, Text], counts: Mapping[tuple[str, str], int]) -> Grid:
    """The lower half: a pair stands once, in the row of the one that shares less."""
    order, most = list(names), max(counts.values())
    spots = {}
    for row, one in enumerate(order):
        for column, other in enumerate(order[:row]):
            count = counts.get((one, other), 0)
            if count:
                tip = Text(
                    f"{names[other].zh}与{names[one].zh}：共同的措施 {count} 项",
                    f"{names[other].en} with {names[one].en}: {wording.many(count, 'measure', 'measures')} shared",
                )
                spots[row, column] = Spot(_figure(count, most), _look(count, most), tip, f"|{one}|{other}|")
    labels = [
        Text(f"{head} {name.zh}", f"{head} {name.en}") for head, name in zip(_HEADS, names.values(), strict=False)
    ]
    return Grid(
        rows=[(label, NOTHING) for label in labels],
        heads=[Text(head, head) for head in _HEADS[: len(order) - 1]],
        spots=spots,
        looks=(),
        unit=_THOUSANDS if most >= _MANY else _ONES,
    )


def _figure(count: int, most: int) -> str:
    """What stands in a mark, which holds four characters: in thousands where the largest would not fit."""
    if most < _MANY:
        return str(count)
    return f"{count / 1000:.1f}" if count < 100 * _MANY else str(round(count / 1000))


def _look(count: int, most: int) -> Look:
    if 4 * count > 3 * most:
        return Look("square", solid(1))
    return Look("square", Style("var(--chart-1)", _FILLS[min(2, 4 * count // (most + 1))]))


def _numbers(catalogue: Catalogue, found: Pairs, once: Mapping[tuple[str, str], int]) -> Numbers:
    rows = [
        (agency_name(catalogue, one), agency_name(catalogue, other), count, found.plans[one, other])
        for (one, other), count in list(once.items())[:_ROWS]
    ]
    return Numbers((AGENCY_TYPE, _PARTNER, _SHARED, _PLANS), tuple(rows))


def _title(catalogue: Catalogue, found: Pairs, once: Mapping[tuple[str, str], int]) -> Text:
    most, joint = max(once.values()), found.joint
    first = [pair for pair, count in once.items() if count == most]
    share_zh = f"{found.measures} 项写明单位的措施中，{joint} 项由多类部门共担"
    share_en = (
        f"{joint} of {wording.many(found.measures, 'measure', 'measures')} that name anyone name several agency types"
    )
    if len(first) > 1:
        return Text(
            f"{share_zh}；同在一项措施里最多的有 {len(first)} 对部门，各 {most} 项",
            f"{share_en}; {len(first)} pairs share most, {most} each",
        )
    one, other = (agency_name(catalogue, agency) for agency in first[0])
    return Text(
        f"{share_zh}；最常同在一项措施里的是{one.zh}与{other.zh}，{most} 项",
        f"{share_en}; most often together: {one.en}, with {other.en}, in {most}",
    )


def _words(shown: int, total: int) -> Text:
    listed = (
        Text(f"，下表列出前 {_ROWS} 对", f", and the table lists the first {_ROWS} pairs") if total > _ROWS else NOTHING
    )
    return Text(
        f"两类部门同被一项措施点名，计为一项共同的措施；共有 {total} 对部门，画出共同措施最多的 {shown} 类{listed.zh}。",
        f"A measure is shared by two agency types where it names both. {wording.many(total, 'pair', 'pairs')} share any; "
        f"the {shown} types that share most are drawn{listed.en}.",
    )
