"""A range has an upper value, and only a range has one."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "range-bounds",
    Text("区间有上限且大于下限；非区间无上限", "A range has an upper value above its lower one; nothing else has one"),
    Text("comparator 为 between 时填 value_max，否则清空。", "Fill value_max with between, else empty it."),
    why=Text(
        "“3—5个”有下限和上限；只有一头，就不再是原文说的那个区间。",
        "A range such as 3—5个 has a lower and an upper value; with one of them it is no longer what the source says.",
    ),
)
SCOPE = Scope.PLAN

TABLES = ("targets", "instruments", "outcomes")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Ranges without an upper value, upper values without a range, bounds the wrong way round."""
    for table in TABLES:
        for row in catalogue.rows(table):
            low, high = row.number("value"), row.number("value_max")
            place = Place(row.file, row.line, "value_max")
            if row["comparator"] == "between" and high is None:
                yield Problem(RULE, place, "", Text("区间没有上限。", "The range has no upper value."), fix=RULE.tip)
            elif row["comparator"] != "between" and high is not None:
                message = Text("不是区间却有上限。", "There is an upper value but no range.")
                yield Problem(RULE, place, row.text("value_max"), message, fix=RULE.tip)
            elif low is not None and high is not None and high <= low:
                message = Text(f"上限不大于下限 {low}。", f"The upper value is not above the lower one, {low}.")
                yield Problem(RULE, place, row.text("value_max"), message, fix=RULE.tip)
