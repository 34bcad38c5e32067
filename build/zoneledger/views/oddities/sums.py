"""Parts that do not add up to their whole, judged in base units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.units import bounds, factor
from zoneledger.views.number import amount, readable
from zoneledger.views.oddities.spot import Spot, of_row

#: Kinds of figures that can be added: rates, shares and ranks cannot.
_ADDITIVE = ("level", "increment", "count", "cumulative")
#: What areas must have in common with their whole to be added.
_ALIKE = ("indicator_id", "qualifier", "industry_id")


def find(catalogue: Catalogue, plan_id: str) -> Iterator[Spot]:
    """Targets whose parts add up to more, or to less where the breakdown is closed."""
    parts: dict[str, list[Row]] = {}
    for link in catalogue.rows("target_relations", plan_id):
        part = catalogue.row("targets", link["from_target_id"])
        if link["relation"] == "part_of" and part is not None:
            parts.setdefault(link.text("to_target_id"), []).append(part)
    for whole_id, rows in parts.items():
        whole = catalogue.row("targets", whole_id)
        for breakdown in _breakdowns(catalogue, whole, rows) if whole is not None else ():
            if whole is not None and (text := difference(catalogue, whole, breakdown)):
                yield of_row(catalogue, "targets", whole, "sum", text)


def _breakdowns(catalogue: Catalogue, whole: Row, parts: list[Row]) -> list[list[Row]]:
    """The parts that may be added, and every other part by itself.

    Only areas of which none is in another can be added, and only where they count the very same thing. Parts told apart by
    a threshold or by what is counted may overlap (projects over 1 billion are among those over 100 million): no sum of
    them means anything, but none may exceed its whole.
    """
    areas = [part for part in parts if _area(catalogue, whole, part)]
    zones = [zone for part in areas for zone in _zones(catalogue, part)]
    if len(set(zones)) < len(zones) or len({part["scope_printed"] for part in areas}) < len(areas):
        areas = []
    return [*([areas] if areas else []), *([part] for part in parts if part not in areas)]


def _area(catalogue: Catalogue, whole: Row, part: Row) -> bool:
    """Whether a part differs from its whole in nothing but the zones it covers."""
    same = all(part[column] == whole[column] for column in _ALIKE)
    return same and part["scope_printed"] != whole["scope_printed"] and bool(_zones(catalogue, part))


def _zones(catalogue: Catalogue, part: Row) -> set[str]:
    links = catalogue.rows("target_zones", part.text("plan_id"))
    return {link.text("zone_id") for link in links if link["target_id"] == part["id"]}


def _closed(catalogue: Catalogue, whole: Row, parts: list[Row]) -> bool:
    """Whether a breakdown names every area, as far as the rows say.

    One part alone is a share of which the rest is left open (其中…). Where the same passage sets the same indicator in
    another kind of figure (the other zones are to double theirs), a part is missing that cannot be added.
    """
    if len(parts) < 2 or not all(_area(catalogue, whole, part) for part in parts):
        return False
    here = catalogue.rows("targets", whole.text("plan_id"))
    beside = [row for row in here if all(row[column] == whole[column] for column in ("locator", "indicator_id"))]
    return all(row["value_type"] == whole["value_type"] for row in beside)


def difference(catalogue: Catalogue, whole: Row, parts: list[Row]) -> Text | None:
    """How the parts of a target miss it, in words; None where they add up, or cannot be added.

    A range adds up if some figure inside it does.
    """
    alike = {(row["value_type"], factor(catalogue, row)[0], row["recurrence"]) for row in (whole, *parts)}
    if len(alike) > 1 or whole["value_type"] not in _ADDITIVE:
        return None
    ends = [bounds(catalogue, row) for row in (whole, *parts)]
    figures = [(low, high) for low, high in ends if low is not None and high is not None]
    if len(figures) < len(ends):
        return None
    (low, high), *rest = figures
    least, most = sum((pair[0] for pair in rest), Decimal(0)), sum((pair[1] for pair in rest), Decimal(0))
    below = most < low
    if not (least > high or (below and _closed(catalogue, whole, parts))):
        return None
    times = factor(catalogue, whole)[1]
    unit = catalogue.row("units", whole["unit_id"])
    total = amount(_plain(least / times), unit, None if least == most else _plain(most / times))
    said = amount(_plain(low / times), unit, None if low == high else _plain(high / times))
    names = "、".join(row.text("id").rsplit("-", 1)[-1] for row in parts)
    word = Text("少于", "less than") if below else Text("多于", "more than")
    return Text(
        f"所列分项（{names}）合计{total.zh}，{word.zh}总数{said.zh}{'；差额归谁，没有写' if below else ''}。",
        f"The parts listed ({names.replace('、', ', ')}) add up to {total.en}, {word.en} the whole, {said.en}"
        f"{'; who makes up the rest is not said' if below else ''}.",
    )


def _plain(value: Decimal) -> float | int:
    """A figure as a row would hold it; whole numbers stay whole."""
    return int(value) if value == value.to_integral_value() else float(readable(value).zh)
