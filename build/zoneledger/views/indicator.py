"""An indicator across plans: what it means, what it is close to, and every target set on it, made comparable."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.units import factor
from zoneledger.views.base_unit import BaseQuantity, base_quantity, base_unit
from zoneledger.views.name import Named, bilingual, enum, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.target import TargetView, target

#: How a link reads from its other end.
_SEEN_FROM_THERE = {"broader": "narrower", "narrower": "broader"}


@dataclass(frozen=True)
class RelatedIndicator:
    """An indicator that is close but not the same.

    Args:
        other: that indicator.
        relation: how the present indicator stands to it, in words.
        difference: where the two part, with both called by name.
    """

    other: Named
    relation: Text
    difference: Text
    provenance: Provenance


class Commitment(NamedTuple):
    """A target in base units, beside those of other plans."""

    target: TargetView
    base: BaseQuantity


@dataclass(frozen=True)
class ComparableGroup:
    """Targets on one indicator whose figures mean the same kind of thing in the same base unit.

    Args:
        key: an anchor on the indicator's page.
        value_type: what the figures say: a level, growth, a share and so on.
        unit: symbol of the base unit they share.
        rows: the targets, by plan and as printed; ``commitment`` puts one into words.
    """

    key: str
    value_type: Text
    unit: Text
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class IndicatorView:
    """One row of ``indicators`` with all that hangs on it.

    Args:
        plans: ids of the plans that set a target on it, in id order.
        targets: how many targets they set.
    """

    id: str
    name: Text
    definition: Text
    unit: Text
    dimension: str
    direction: Text
    related: tuple[RelatedIndicator, ...]
    groups: tuple[ComparableGroup, ...]
    plans: tuple[str, ...]
    targets: int
    file: str
    line: int


def indicators(catalogue: Catalogue, only: Collection[str] | None = None) -> tuple[IndicatorView, ...]:
    """Every indicator in id order.

    Args:
        catalogue: checked datasets.
        only: the ids of those asked for; all by default.
    """
    targets: dict[object, list[Row]] = {}
    for row in catalogue.rows("targets"):
        targets.setdefault(row["indicator_id"], []).append(row)
    links: dict[object, list[Row]] = {}
    for row in catalogue.rows("indicator_relations"):
        for end in ("from_indicator_id", "to_indicator_id"):
            links.setdefault(row[end], []).append(row)
    return tuple(
        _indicator(catalogue, row, targets.get(row["id"], []), links.get(row["id"], []))
        for row in catalogue.rows("indicators")
        if only is None or row["id"] in only
    )


def commitment(catalogue: Catalogue, row: Row) -> Commitment:
    """A target in words and in base units."""
    return Commitment(target(catalogue, row), base_quantity(catalogue, row))


def _indicator(catalogue: Catalogue, row: Row, targets: list[Row], links: list[Row]) -> IndicatorView:
    unit = catalogue.row("units", row["default_unit_id"])
    return IndicatorView(
        id=row.text("id"),
        name=bilingual(row, "name"),
        definition=bilingual(row, "definition"),
        unit=bilingual(unit, "symbol") if unit else Text(row.text("default_unit_id"), row.text("default_unit_id")),
        dimension=row.text("dimension"),
        direction=enum(catalogue, "indicators", "direction", row),
        related=tuple(_related(catalogue, link, row) for link in links),
        groups=_groups(catalogue, targets),
        plans=tuple(sorted({aim.text("plan_id") for aim in targets})),
        targets=len(targets),
        file=row.file,
        line=row.line,
    )


def _related(catalogue: Catalogue, link: Row, row: Row) -> RelatedIndicator:
    forward = link["from_indicator_id"] == row["id"]
    first, second = (
        Named(link.text(end), name(catalogue, "indicators", link[end]))
        for end in ("from_indicator_id", "to_indicator_id")
    )
    relation = link.text("relation")
    seen = relation if forward else _SEEN_FROM_THERE.get(relation, relation)
    label = catalogue.schemas["indicator_relations"].by_name["relation"].label(seen)
    return RelatedIndicator(
        second if forward else first,
        label,
        _by_name(bilingual(link, "difference"), first.name, second.name),
        provenance(link, catalogue.schemas["indicator_relations"], bare=True),
    )


def _by_name(difference: Text, first: Text, second: Text) -> Text:
    """A difference as the list has it, with the names for 前者 and 后者, the one and the other."""

    def named(found: re.Match[str]) -> str:
        name = first.en if found["which"] in ("one", "first") else second.en
        return f"“{name[:1].upper() + name[1:] if found[0][0] == 'T' else name}”"

    zh = {"前者": f"“{first.zh}”", "后者": f"“{second.zh}”"}
    return Text(
        re.sub("前者|后者", lambda found: zh[found[0]], difference.zh),
        re.sub(r"\b[Tt]he (?P<which>one|other|first|second)\b", named, difference.en),
    )


def _groups(catalogue: Catalogue, targets: Sequence[Row]) -> tuple[ComparableGroup, ...]:
    """Targets by kind of value, in the schema's order, and base unit; within a group by plan, as printed."""
    kinds = catalogue.schemas["targets"].by_name["value_type"]
    found: dict[tuple[str, str], list[Row]] = {}
    for row in targets:
        found.setdefault((row.text("value_type"), factor(catalogue, row)[0]), []).append(row)
    order = {kind: place for place, kind in enumerate(kinds.enum)}
    return tuple(
        ComparableGroup(
            f"{kind}-{unit}".replace("_", "-"), kinds.label(kind), base_unit(catalogue, rows[0]), tuple(rows)
        )
        for (kind, unit), rows in sorted(found.items(), key=lambda item: (order[item[0][0]], item[0][1]))
    )
