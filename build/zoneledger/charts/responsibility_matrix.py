"""Who answers for which part of a plan: agency types against the units of its outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zoneledger.catalogue import Catalogue, Row
from zoneledger.charts import wording
from zoneledger.charts.drawing import Choice, Numbers, Placed, Words, figure
from zoneledger.charts.duties import AGENCY_TYPE, Duty, agency_name, duties, first_names, others, roles
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.grid import Grid, Look, Spot
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.tally import BARS
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


class _Share(NamedTuple):
    """An agency type's part, in one role, in a measure of a unit."""

    agency: str
    unit: str
    measure: str
    role: str


@dataclass(frozen=True)
class _Parts:
    """Duties laid out for the matrix.

    Args:
        each: every measure, agency type and role once.
        agencies: agency types' ids, those in most units first.
        units: the parts of the plan, in printed order.
        drawn: those that have a column: all, or the busiest.
    """

    each: Sequence[_Share]
    agencies: list[str]
    units: list[Row]
    drawn: list[Row]


def draw(catalogue: Catalogue, plan_id: str, pen: Pen = RENDERED) -> Figure | None:
    """The chart of one plan; None where fewer than two agency types or two units could be compared."""
    found = duties(catalogue, plan_id)
    parts = _laid_out(catalogue, plan_id, found.each)
    if len(parts.agencies) < 2 or len(parts.units) < 2:
        return None
    series = {one.key: one for one in roles(catalogue)}
    looks = {key: Look(_SHAPES.get(key, "circle"), one.style, one.label) for key, one in series.items()}
    grid, options = _grid(catalogue, parts, looks)
    words = [_words(parts), wording.left_out(found.suspected), wording.source(catalogue, plan_id)]
    return figure(
        f"{plan_id}-matrix",
        Words(_title(catalogue, parts), wording.sentences(words)),
        Placed(grid.layout, Choice(_ROLE, options)),
        _numbers(catalogue, parts, list(looks.items())),
        pen,
    )


def _laid_out(catalogue: Catalogue, plan_id: str, each: Sequence[Duty]) -> _Parts:
    measures = {row.text("id"): row for row in catalogue.rows("measures", plan_id)}
    children = _tree(measures)
    units = _units(children, {duty.measure for duty in each})
    column = {key: unit for unit in units for key in _below(children, unit)}
    shares = (
        _Share(duty.agency, column[duty.measure], duty.measure, duty.role) for duty in each if duty.measure in column
    )
    placed = tuple(dict.fromkeys(shares))
    reach = _distinct((share.agency, share.unit) for share in placed)
    load = _distinct((share.agency, share.measure) for share in placed)
    busy = _distinct((share.unit, share.measure) for share in placed)
    order = sorted(reach, key=lambda agency: (-reach[agency], -load[agency]))
    busiest = set(sorted(busy, key=lambda unit: -busy[unit])[:COLUMNS])
    drawn = [measures[unit] for unit in units if unit in busiest]
    return _Parts(placed, order, [measures[unit] for unit in units], drawn)


def _distinct(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How many different things go with each key; the keys in their order."""
    return dict(sorted(Counter(key for key, _ in set(pairs)).items()))


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
    for agency, unit, measure, role in parts.each:
        if unit in column:
            place = by_place.setdefault((line.get(agency, len(shown)), column[unit]), {})
            place.setdefault(role, set()).add(measure)
    spots = {
        (row, number): _spot(held, looks, labels[row], _titled(parts.drawn[number]))
        for (row, number), held in by_place.items()
    }
    roles_found = {share.role for share in parts.each}
    used = [key for key in looks if key in roles_found]
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
    # every measure stands once for an agency type, a unit and a role
    counts = Counter((share.agency, share.unit, share.role) for share in parts.each)
    places = {(share.agency, share.unit) for share in parts.each}
    units = [(unit.text("id"), _titled(unit)) for unit in parts.units]
    rows: list[tuple[Cell, ...]] = []
    for agency in parts.agencies:
        for unit, title in units:
            if (agency, unit) in places and any(found := [counts[agency, unit, key] for key, _ in looks]):
                rows.append((agency_name(catalogue, agency), title, *found))
    labels = [look.label for _, look in looks]
    return Numbers((AGENCY_TYPE, Text("计划的部分", "part of the plan"), *labels), tuple(rows))


def _title(catalogue: Catalogue, parts: _Parts) -> Text:
    spread = _distinct((share.agency, share.unit) for share in parts.each)
    total, once = len(parts.units), list(spread.values()).count(1)
    first, most = _widest(catalogue, spread)
    lead = _distinct((share.agency, share.unit) for share in parts.each if share.role == _LEAD)
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


def _widest(catalogue: Catalogue, spread: Mapping[str, int]) -> tuple[Text, int]:
    """The agency types in most parts, and in how many."""
    return first_names(catalogue, spread), max(spread.values())


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
