"""An outcome says where its scope lies: in one zone, or in one jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "outcome-scope",
    Text("结果的对象写明属于哪个开发区或行政区划", "An outcome's scope names its zone or its jurisdiction"),
    Text(
        "开发区填 zone_id，其余填 jurisdiction_code，只填一个；zone_class 类填级别，industry 类填产业。",
        "Fill zone_id for a zone, else jurisdiction_code, one of them; the class for zone_class, industry_id for industry.",
    ),
    why=Text(
        "同名的数字可能属于全市，也可能属于一个区。不写清范围，就会拿错的数字去对目标。",
        "Figures of one name may be a city's or a single zone's. Without its scope a figure would be held against "
        "the wrong target.",
    ),
)
SCOPE = Scope.PLAN

#: Scopes that lie in a jurisdiction only; industries, firms and institutions may lie in a zone as well.
WIDE = ("all_zones", "zone_class", "jurisdiction")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Outcomes with no area or two, with the wrong kind of area, or without what their scope type asks for."""
    for row in catalogue.rows("outcomes"):
        kind, zone, area = row["scope_type"], row["zone_id"], row["jurisdiction_code"]
        place = Place(row.file, row.line, "zone_id" if kind == "named_zones" else "jurisdiction_code")
        if (zone is None) == (area is None):
            both = zone is not None
            message = Text(
                "开发区与行政区划只能填一个。" if both else "开发区与行政区划都没有填。",
                "Zone and jurisdiction are both filled." if both else "Neither zone nor jurisdiction is filled.",
            )
            yield Problem(RULE, place, row.text(place.column), message, fix=RULE.tip)
        elif (kind == "named_zones" and zone is None) or (kind in WIDE and area is None):
            message = Text("与对象类型不合。", "It does not go with the scope type.")
            yield Problem(RULE, place, row.text(place.column), message, fix=RULE.tip)
        if (kind == "zone_class") != (row["zone_class"] is not None):
            message = Text("级别与对象类型不合。", "The class does not go with the scope type.")
            yield Problem(RULE, Place(row.file, row.line, "zone_class"), row.text("zone_class"), message, fix=RULE.tip)
        if kind == "industry" and row["industry_id"] is None:
            message = Text("没有写明产业。", "The industry is missing.")
            yield Problem(RULE, Place(row.file, row.line, "industry_id"), "", message, fix=RULE.tip)
