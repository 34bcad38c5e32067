"""Whether a figure is about those whom the target binds: never a city for its zones, nor one zone for all of them."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue, Row, Value
from zoneledger.catalogue.links import zone_links

OTHER, PART = "other_scope", "part_of_scope"


def difference(target: Row, outcome: Row, catalogue: Catalogue) -> str:
    """Why the two scopes are not the same: a reason, or nothing where they are.

    A total does not judge what is asked of each, and one zone judges neither.
    """
    kind = target.text("scope_type")
    zones = {link["zone_id"] for link in zone_links(catalogue, target)}
    if kind == "named_zones":
        return _named(zones, outcome)
    if kind in ("all_zones", "zone_class") and outcome["scope_type"] == "named_zones":
        return PART if _belongs(target, outcome, catalogue) else OTHER
    same = (
        outcome["scope_type"] == kind
        and outcome["scope_mode"] == target["scope_mode"]
        and _same_area(target, zones, outcome, catalogue)
        and (kind != "zone_class" or outcome["zone_class"] == target["zone_class"])
        and (kind != "industry" or outcome["industry_id"] == target["industry_id"])
        and (kind not in ("enterprises", "institution") or outcome["scope_printed"] == target["scope_printed"])
    )
    return "" if same else OTHER


def _named(zones: set[Value], outcome: Row) -> str:
    if outcome["scope_type"] != "named_zones" or outcome["zone_id"] not in zones:
        return OTHER
    return "" if len(zones) == 1 else PART


def _same_area(target: Row, zones: set[Value], outcome: Row, catalogue: Catalogue) -> bool:
    """The area is the zone named for the target, else the zone the plan is of, else the plan's jurisdiction."""
    plan = catalogue.plan_files.get(target.text("plan_id"), {})
    own = zones or ({plan["zone"]} if plan.get("zone") else set())
    if own and target["scope_type"] != "jurisdiction":
        return own == {outcome["zone_id"]}
    return outcome["zone_id"] is None and outcome["jurisdiction_code"] == plan.get("jurisdiction")


def _belongs(target: Row, outcome: Row, catalogue: Catalogue) -> bool:
    """Whether the zone of the figure is one of those that the target binds."""
    zone = catalogue.row("zones", outcome["zone_id"])
    area = catalogue.plan_files.get(target.text("plan_id"), {}).get("jurisdiction", "")
    if zone is None or (target["zone_class"] is not None and zone["zone_class"] != target["zone_class"]):
        return False
    code, seen = zone.text("jurisdiction_code"), set[str]()
    while code and code not in seen:
        if code == area:
            return True
        seen.add(code)
        row = catalogue.row("jurisdictions", code)
        code = row.text("parent_code") if row else ""
    return False
