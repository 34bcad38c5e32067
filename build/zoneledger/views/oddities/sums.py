"""Parts that do not add up to their whole, judged in base units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.base_unit import bounds, factor
from zoneledger.views.number import amount, readable
from zoneledger.views.oddities.spot import Spot, of_row

#: Kinds of figures that can be added: rates, shares and ranks cannot.
_ADDITIVE = ("level", "increment", "count", "cumulative")


def find(catalogue: Catalogue, plan_id: str) -> Iterator[Spot]:
    """Targets whose parts add up to more, or to less where several are printed.

    A single part below its whole is no contradiction: the document names one share of it (其中…) and leaves the rest open.
    """
    parts: dict[str, list[Row]] = {}
    for link in catalogue.rows("target_relations", plan_id):
        part = catalogue.row("targets", link["from_target_id"])
        if link["relation"] == "part_of" and part is not None:
            parts.setdefault(link.text("to_target_id"), []).append(part)
    for whole_id, rows in parts.items():
        whole = catalogue.row("targets", whole_id)
        for breakdown in _breakdowns(whole, rows) if whole is not None else ():
            if whole is not None and (text := difference(catalogue, whole, breakdown)):
                yield of_row(catalogue, "targets", whole, "sum", text)


def _breakdowns(whole: Row, parts: list[Row]) -> list[list[Row]]:
    """A whole may be split twice, by who is bound and by what is counted: each split has a sum of its own."""
    by_scope = [part for part in parts if part["scope_printed"] != whole["scope_printed"]]
    by_kind = [part for part in parts if part["scope_printed"] == whole["scope_printed"]]
    return [breakdown for breakdown in (by_scope, by_kind) if breakdown]


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
    if not (least > high or (below and len(parts) > 1)):
        return None
    times = factor(catalogue, whole)[1]
    unit = catalogue.row("units", whole["unit_id"])
    total = amount(_plain(least / times), unit, None if least == most else _plain(most / times))
    said = amount(_plain(low / times), unit, None if low == high else _plain(high / times))
    names = "、".join(row.text("id").rsplit("-", 1)[-1] for row in parts)
    word = Text("少于", "less than") if below else Text("多于", "more than")
    return Text(
        f"所列分项（{names}）合计{total.zh}，{word.zh}总数{said.zh}。",
        f"The parts listed ({names.replace('、', ', ')}) add up to {total.en}, {word.en} the whole, {said.en}.",
    )


def _plain(value: Decimal) -> float | int:
    """A figure as a row would hold it; whole numbers stay whole."""
    return int(value) if value == value.to_integral_value() else float(readable(value).zh)
