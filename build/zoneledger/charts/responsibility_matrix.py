"""Who answers for which part of a plan: agency types against the units of its outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import wording
from zoneledger.charts.drawing import Choice, Numbers, Placed, figure
from zoneledger.charts.duties import AGENCY_TYPE, agency_name, duties, first_names, others, roles
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.grid import Grid, Look, Spot
from zoneledger.charts.ranking import BARS
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import bilingual

#: As many columns as a narrow drawing holds with legible figures in them.
COLUMNS = 14
_LEAD = "lead"
#: Fewer columns than this show next to nothing.
_FEW = 4
_SHAPES = {"lead": "square", "responsible": "circle", "cooperating": "diamond"}
_HEADS = "ABCDEFGHIJKLMN"
_ROLE = Text("角色", "Role")


@dataclass(frozen=True)
class _Parts:
    """Duties laid out for the matrix.

    Args:
        each: one row a measure, agency type and role, with columns agency, unit, measure and role.
        agencies: agency types' ids, those in most units first.
        units: the parts of the plan, in printed order.
        drawn: those that have a column: all, or the busiest.
    """

    each: pd.DataFrame
    agencies: list[str]
    units: list[Row]
    drawn: list[Row]


def draw(catalogue: Catalogue, plan_id: str) -> Figure | None:
    """The chart of one plan; None where fewer than two agency types or two units could be compared."""
    found = duties(catalogue, plan_id)
    parts = _laid_out(catalogue, plan_id, found.each)
    if len(parts.agencies) < 2 or len(parts.units) < 2:
        return None
    series = {one.key: one for one in roles(catalogue)}
    looks = {key: Look(_SHAPES.get(key, "circle"), one.style, one.label) for key, one in series.items()}
    grid, options = _grid(catalogue, parts, looks)
    words = [_words(parts), found.left_out, wording.source(catalogue, plan_id)]
    return figure(
        f"{plan_id}-matrix",
        _title(catalogue, parts),
        wording.sentences(words),
        Placed(grid.layout, Choice(_ROLE, options)),
        _numbers(catalogue, parts, list(looks.items())),
    )


def _laid_out(catalogue: Catalogue, plan_id: str, each: pd.DataFrame) -> _Parts:
    measures = {row.text("id"): row for row in catalogue.rows("measures", plan_id)}
    children = _tree(measures)
    units = _units(children, set(each["measure"]))
    column = {key: unit for unit in units for key in _below(children, unit)}
    placed = each.assign(unit=each["measure"].map(column)).dropna(subset=["unit"])
    placed = placed[["agency", "unit", "measure", "role"]].drop_duplicates()
    spread = placed.groupby("agency").agg(units=("unit", "nunique"), measures=("measure", "nunique"))
    order = spread.sort_values(["units", "measures"], ascending=False, kind="stable").index
    busiest = set(
        placed.groupby("unit")["measure"].nunique().sort_values(ascending=False, kind="stable").index[:COLUMNS]
    )
    drawn = [measures[unit] for unit in units if unit in busiest]
    return _Parts(placed, [str(agency) for agency in order], [measures[unit] for unit in units], drawn)


def _tree(measures: Mapping[str, Row]) -> dict[str, list[str]]:
    """The outline: below each unit, and below nothing, the units in printed order."""
    children: dict[str, list[str]] = {}
    for key, row in sorted(measures.items(), key=lambda item: (item[1].number("position") or 0, item[0])):
        children.setdefault(row.text("parent_id") if row.text("parent_id") in measures else "", []).append(key)
    return children


def _units(children: Mapping[str, list[str]], named: set[str]) -> list[str]:
    """The units that name anyone, as fine as the columns allow: a unit that names nobody gives way to those below it."""

    def alive(key: str) -> bool:
        return key in named or any(map(alive, children.get(key, ())))

    def finer(key: str) -> list[str]:
        return [key] if key in named else [child for child in children.get(key, ()) if alive(child)] or [key]

    units = [key for key in children.get("", ()) if alive(key)]
    while True:
        # All at once, so that the columns are of one rank; alone only where there would be hardly any columns.
        below = [part for key in units for part in finer(key)]
        if len(below) > COLUMNS and len(units) < _FEW:
            short = min((key for key in units if len(finer(key)) > 1), key=lambda key: len(finer(key)))
            below = [part for key in units for part in (finer(key) if key == short else [key])]
        if below == units or len(below) > COLUMNS:
            return units
        units = below


def _below(children: Mapping[str, list[str]], unit: str) -> list[str]:
    """A unit and all below it."""
    found = [unit]
    for key in found:
        found += children.get(key, ())
    return found


def _grid(catalogue: Catalogue, parts: _Parts, looks: Mapping[str, Look]) -> tuple[Grid, dict[str, Text]]:
    shown = parts.agencies if len(parts.agencies) <= BARS else parts.agencies[: BARS - 1]
    rest = len(parts.agencies) - len(shown)
    names = {agency: agency_name(catalogue, agency) for agency in shown}
    labels = [*names.values(), *([others(rest)] if rest else [])]
    line = {agency: index for index, agency in enumerate(shown)}
    column = {unit.text("id"): index for index, unit in enumerate(parts.drawn)}
    by_place: dict[tuple[int, int], dict[str, set[str]]] = {}
    for agency, unit, measure, role in parts.each.itertuples(index=False):
        if unit in column:
            place = by_place.setdefault((line.get(agency, len(shown)), column[unit]), {})
            place.setdefault(role, set()).add(measure)
    spots = {
        (row, number): _spot(held, looks, labels[row], _titled(parts.drawn[number]))
        for (row, number), held in by_place.items()
    }
    used = [key for key in looks if (parts.each["role"] == key).any()]
    grid = Grid(
        rows=[(label, NOTHING) for label in labels],
        heads=[Text(head, head) for head in _HEADS[: len(parts.drawn)]],
        spots=spots,
        looks=[looks[key] for key in used],
        unit=Text(
            "参与的措施数，按部门类别与计划的各部分", "Measures taken part in, by agency type and part of the plan"
        ),
        key=[(head, _titled(unit)) for head, unit in zip(_HEADS, parts.drawn, strict=False)],
    )
    return grid, {key: looks[key].label for key in used}


def _spot(measures: Mapping[str, set[str]], looks: Mapping[str, Look], agency: Text, unit: Text) -> Spot:
    """One place: drawn as the foremost role, with the number of measures; its tip has each role's."""
    held = [key for key in looks if key in measures]
    roles_zh = "，".join(f"{looks[key].label.zh} {len(measures[key])}" for key in held)
    roles_en = ", ".join(f"{looks[key].label.en} {len(measures[key])}" for key in held)
    tip = Text(f"{agency.zh}｜{unit.zh}：{roles_zh}", f"{agency.en} | {unit.en}: {roles_en}")
    return Spot(str(len(set().union(*measures.values()))), looks[held[0]], tip, f"|{'|'.join(held)}|")


def _titled(unit: Row) -> Text:
    title, place = bilingual(unit, "title"), unit.text("locator")
    shown = "" if place == title.zh or not unit.text("number_printed") else f"{place} "
    return Text(f"{shown}{title.zh}", f"{shown}{title.en}")


def _numbers(catalogue: Catalogue, parts: _Parts, looks: Sequence[tuple[str, Look]]) -> Numbers:
    """A row an agency type, part of the plan and role: as fine as the drawing is not."""
    counts = parts.each.groupby(["agency", "unit", "role"])["measure"].nunique()
    rows: list[tuple[Cell, ...]] = []
    for agency in parts.agencies:
        for unit in parts.units:
            found = [int(counts.get((agency, unit.text("id"), key), 0)) for key, _ in looks]
            if any(found):
                rows.append((agency_name(catalogue, agency), _titled(unit), *found))
    labels = [look.label for _, look in looks]
    return Numbers((AGENCY_TYPE, Text("计划的部分", "part of the plan"), *labels), tuple(rows))


def _title(catalogue: Catalogue, parts: _Parts) -> Text:
    spread = parts.each.groupby("agency")["unit"].nunique()
    total, once = len(parts.units), int((spread == 1).sum())
    first, most = _widest(catalogue, spread)
    lead = parts.each[parts.each["role"] == _LEAD].groupby("agency")["unit"].nunique()
    zh = f"参与面最广的是{first.zh}：计划的 {total} 个部分中参与 {most} 个"
    en = f"Most widely involved: {first.en}, in {most} of {wording.many(total, 'part', 'parts')} of the plan"
    if len(lead) > 1:
        leader, led = _widest(catalogue, lead)
        return Text(
            f"{zh}；牵头面最广的是{leader.zh}，{led} 个", f"{en}; most widely in the lead: {leader.en}, in {led}"
        )
    if not once:
        return Text(zh, en)
    among = len(spread)
    return Text(
        f"{zh}；{among} 类部门中有 {once} 类只出现在一个部分",
        f"{en}; {once} of {among} agency types appear in one only",
    )


def _widest(catalogue: Catalogue, spread: pd.Series[int]) -> tuple[Text, int]:
    """The agency types in most parts, and in how many."""
    return first_names(catalogue, spread), int(spread.max())


def _words(parts: _Parts) -> Text:
    left = len(parts.units) - len(parts.drawn)
    only = Text(
        f"画出最忙的 {len(parts.drawn)} 个部分，另 {left} 个见表。",
        f"The busiest {len(parts.drawn)} parts are drawn, {left} more are in the table.",
    )
    how = Text(
        "每行一类部门，每列是计划的一个部分，列名见图下；数字为参与的措施数，一处有几种角色时画最前的一种。",
        "Each row is an agency type, each column a part of the plan, named under the drawing; the figure counts measures, "
        "and where several roles meet, the foremost is drawn.",
    )
    return wording.sentences([how, only if left else NOTHING])
