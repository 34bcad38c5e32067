"""The printed stretch and the value agree: Chinese numerals, ranges, 翻番 and percentages included."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger import figures
from zoneledger.catalogue import Catalogue, Row
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "printed-value",
    Text("原文与数值一致", "The printed stretch and the value agree"),
    Text(
        "改正 value，或让 printed 正好包含该数字；片段里有几个数字时用 member 指明第几个。",
        "Mend the value, or let printed hold that figure; with several figures in it, member says which.",
    ),
    why=Text(
        "程序把原文片段里的“5000亿元”“3—5个”“翻一番”读成数字，与 value 逐行对照。这是防止录错数字的最后一道关。",
        "The program reads the figure in the printed stretch (5000亿元, 3—5个, 翻一番) and compares it with value: "
        "the last guard against a mistyped figure.",
    ),
)
SCOPE = Scope.PLAN

TABLES = ("targets", "instruments")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Rows whose value is not the figure that their anchor points at."""
    for table in TABLES:
        for row in catalogue.rows(table):
            found = figures.find(row.text("printed"))
            member = int(row.number("member") or 1)
            if len(found) >= member:
                # an upper value without a range is for range-bounds to tell
                high = row.number("value_max") if row["comparator"] == "between" else None
                if not found[member - 1].states(row.number("value") or 0, high):
                    yield _differs(row, str(found[member - 1]))
            elif not _is_comparison(row):
                yield _absent(row, len(found), member)


def _is_comparison(row: Row) -> bool:
    """A distance without a figure, as in 高于全省平均水平: coded as more (or less) than 0 from a benchmark."""
    return row.values.get("benchmark") is not None and row["value"] == 0


def _differs(row: Row, figure: str) -> Problem:
    message = Text(f"原文“{row['printed']}”写的是 {figure}。", f"The source prints {figure} in “{row['printed']}”.")
    fix = Text(f"改为 {figure}", f"Write {figure}")
    return Problem(RULE, Place(row.file, row.line, "value"), row.text("value"), message, Text(figure, figure), fix)


def _absent(row: Row, found: int, member: int) -> Problem:
    message = Text(
        f"原文片段只有 {found} 个数字，而 member 为 {member}。",
        f"The stretch holds {found} figures, member is {member}.",
    )
    return Problem(RULE, Place(row.file, row.line, "printed"), row.text("printed"), message, fix=RULE.tip)
