"""Who works with whom, over all plans: agency types against each other, with the measures they share."""

from __future__ import annotations

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import Choice, Numbers, Placed, figure
from zoneledger.charts.duties import AGENCY_TYPE, agency_name
from zoneledger.charts.figure import Figure
from zoneledger.charts.grid import Grid, Look, Spot
from zoneledger.charts.pairs import Pairs
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
# Deeper fills for more; the figure in each mark says it without the fill.
_FILLS = (0.12, 0.3, 0.5)


def draw(catalogue: Catalogue, found: Pairs) -> Figure | None:
    """The chart over all plans; None where hardly any agency types share a measure.

    Args:
        catalogue: for names.
        found: all pairs.
    """
    counts = found.counts()
    shown = _shown(counts)
    if len(shown) < 3:
        return None
    names = {agency: agency_name(catalogue, agency) for agency in shown}
    once = counts[counts.index.get_level_values("agency") < counts.index.get_level_values("partner")]
    return figure(
        "agencies-shared",
        _title(catalogue, found, once),
        wording.sentences([_words(len(shown), len(once)), found.notes, wording.source(catalogue, None)]),
        Placed(_grid(names, counts).layout, Choice(AGENCY_TYPE, names)),
        _numbers(catalogue, found, once),
    )


def _shown(counts: pd.Series[int]) -> list[str]:
    """The agency types with most shared measures, the most first."""
    if counts.empty:
        return []
    together = counts.groupby(level="agency").sum().sort_values(ascending=False, kind="stable")
    return [str(agency) for agency in together.index[:SHOWN]]


def _grid(names: dict[str, Text], counts: pd.Series[int]) -> Grid:
    """The lower half: a pair stands once, in the row of the one that shares less."""
    order, most = list(names), int(counts.max())
    spots = {}
    for row, one in enumerate(order):
        for column, other in enumerate(order[:row]):
            count = int(counts.get((one, other), 0))
            if count:
                tip = Text(
                    f"{names[other].zh}与{names[one].zh}：共同的措施 {count} 项",
                    f"{names[other].en} with {names[one].en}: {wording.many(count, 'measure', 'measures')} shared",
                )
                spots[row, column] = Spot(str(count), _look(count, most), tip, f"|{one}|{other}|")
    labels = [
        Text(f"{head} {name.zh}", f"{head} {name.en}") for head, name in zip(_HEADS, names.values(), strict=False)
    ]
    return Grid(
        rows=[(label, NOTHING) for label in labels],
        heads=[Text(head, head) for head in _HEADS[: len(order) - 1]],
        spots=spots,
        looks=(),
        unit=Text("共同参与的措施数；列与行同序", "Measures shared; columns in the order of the rows"),
    )


def _look(count: int, most: int) -> Look:
    if 4 * count > 3 * most:
        return Look("square", solid(1))
    return Look("square", Style("var(--chart-1)", _FILLS[min(2, 4 * count // (most + 1))]))


def _numbers(catalogue: Catalogue, found: Pairs, once: pd.Series[int]) -> Numbers:
    plans = found.each.groupby(["agency", "partner"])["plan"].nunique()
    head = once.head(_ROWS)
    rows = [
        (agency_name(catalogue, one), agency_name(catalogue, other), int(count), int(plans[one, other]))
        for one, other, count in zip(*map(head.index.get_level_values, ("agency", "partner")), head, strict=True)
    ]
    return Numbers((AGENCY_TYPE, _PARTNER, _SHARED, _PLANS), tuple(rows))


def _title(catalogue: Catalogue, found: Pairs, once: pd.Series[int]) -> Text:
    most = int(once.max())
    first = once[once == most].index.to_list()
    joint = len(found.each.groupby(["plan", "measure"]))
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
