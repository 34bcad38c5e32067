"""Value type and unit go together: ranks in 位, multiples in 倍, shares in percent."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "value-form",
    Text("数值类型与计量单位相合", "Value type and unit go together"),
    Text("改正 value_type 或 unit_id。", "Mend value_type or unit_id."),
    why=Text(
        "排名以“位”计，倍数以“倍”计，增速以百分比计；单位不合，多半是类型或单位选错了。",
        "A rank counts places, a multiple times, growth percent. Where they disagree, the type or the unit is "
        "mostly the wrong one.",
    ),
)
SCOPE = Scope.PLAN

KINDS = {"rank": {"rank"}, "multiple": {"multiple"}, "share": {"share"}, "growth_rate": {"share"}}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Targets whose unit is of a kind that their value type cannot have."""
    for row in catalogue.rows("targets"):
        unit = catalogue.row("units", row["unit_id"])
        kinds = KINDS.get(row.text("value_type"))
        if unit is not None and kinds is not None and unit["quantity_kind"] not in kinds:
            listed = ", ".join(sorted(kinds))
            message = Text(
                f"{row['value_type']} 的单位应为 {listed} 类。", f"A {row['value_type']} has a unit of kind {listed}."
            )
            fitting = ", ".join(u.text("id") for u in catalogue.rows("units") if u["quantity_kind"] in kinds)
            place = Place(row.file, row.line, "unit_id")
            yield Problem(RULE, place, row.text("unit_id"), message, Text(fitting, fitting), RULE.tip)
