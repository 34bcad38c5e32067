"""Whether a figure measures what the target asks for: indicator, restriction, kind of value, starting point, unit."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue, Row

#: Values that say how far something has moved, and so from where.
RELATIVE = ("multiple", "growth_rate")


def difference(target: Row, outcome: Row, catalogue: Catalogue) -> str:
    """Why the two figures do not measure the same: a reason, or nothing where they do."""
    if any(outcome[column] != target[column] for column in ("indicator_id", "qualifier", "industry_id")):
        return "other_indicator"
    if target["value_type"] != outcome["value_type"]:
        # A doubling cannot be read off a level: that takes the level of the first year too.
        return "baseline_missing" if target["value_type"] in RELATIVE else "other_value_type"
    if _starts_differ(target, outcome):
        return "baseline_missing"
    return "" if _comparable(target, outcome, catalogue) else "other_unit"


def _starts_differ(target: Row, outcome: Row) -> bool:
    if target["benchmark"] is not None and target["value_type"] != "rank":
        # A distance from an average or from others: the figure it is measured from would have to be known.
        return True
    if target["value_type"] == "multiple" and target["baseline"] is None:
        return True
    return target["value_type"] in RELATIVE and target["baseline"] != outcome["baseline"]


def _comparable(target: Row, outcome: Row, catalogue: Catalogue) -> bool:
    """Units differ by a factor only within one kind of quantity."""
    units = [catalogue.row("units", row["unit_id"]) for row in (target, outcome)]
    if any(unit is None for unit in units):
        return target["unit_id"] == outcome["unit_id"]
    kinds = {(unit["quantity_kind"], unit["base_unit_id"]) for unit in units if unit is not None}
    return len(kinds) == 1
