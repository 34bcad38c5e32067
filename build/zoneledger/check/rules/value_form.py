"""Value type and unit go together: ranks in 位, multiples in 倍, shares in percent."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "value-form",
    Text("数值类型与计量单位相合", "Value type and unit go together"),
    Text("改正 value_type 或 unit_id。", "Mend value_type or unit_id."),
)

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
            yield Problem(RULE, Place(row.file, row.line, "unit_id"), row.text("unit_id"), message, fix=RULE.tip)
