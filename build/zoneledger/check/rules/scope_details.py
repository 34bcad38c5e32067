"""A target's scope is filled as its type asks: the class of zones, the zones named, the industry."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "scope-details",
    Text("对象类型要求的列已填写", "The columns that the scope type asks for are filled"),
    Text(
        "zone_class 类填级别；named_zones 类在 target_zones.csv 列出开发区；industry 类填产业。",
        "Fill zone_class for a class of zones; list named zones in target_zones.csv; fill industry_id for an industry.",
    ),
    why=Text(
        "“国家级开发区”“青石经开区”“新材料产业”各有要填的列；不填，这个目标就不知落在谁身上。",
        "National zones, one named zone, an industry: each kind of scope asks for its own column, or the target "
        "falls on nobody in particular.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Targets whose scope lacks its details, or has another type's."""
    named = {row["target_id"] for row in catalogue.rows("target_zones")}
    for row in catalogue.rows("targets"):
        kind = row["scope_type"]
        if (kind == "zone_class") != (row["zone_class"] is not None):
            message = Text("级别与对象类型不合。", "The class does not go with the scope type.")
            yield Problem(RULE, Place(row.file, row.line, "zone_class"), row.text("zone_class"), message, fix=RULE.tip)
        if kind == "named_zones" and row["id"] not in named:
            message = Text("target_zones.csv 中没有它的开发区。", "target_zones.csv names no zone for it.")
            line = f"{row.text('id')},<zone_id>"
            fix = Text(f"在 target_zones.csv 加一行：{line}", f"Add to target_zones.csv: {line}")
            yield Problem(RULE, Place(row.file, row.line, "scope_type"), str(kind), message, fix=fix)
        if kind == "industry" and row["industry_id"] is None:
            message = Text("没有写明产业。", "The industry is missing.")
            yield Problem(RULE, Place(row.file, row.line, "industry_id"), "", message, fix=RULE.tip)
