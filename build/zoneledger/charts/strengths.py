"""How binding targets are: the strengths, their order, their look and their words."""

from __future__ import annotations

from collections.abc import Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.charts.stacked_bars import Series
from zoneledger.charts.theme import Style, dashed, hollow, solid, tinted
from zoneledger.charts.wording import of_targets
from zoneledger.problems import Text

# From the firmest to none; the look grows lighter with it.
_STYLES: dict[str, Style] = {"firm": solid(1), "stretch": tinted(2), "tentative": dashed(4), "unmarked": hollow(6)}


def series(catalogue: Catalogue) -> list[Series]:
    """A series for each strength that the schema knows, firmest first."""
    field = catalogue.schemas["targets"].by_name["strength"]
    keys = [*_STYLES, *(key for key in field.enum if key not in _STYLES)]
    return [Series(key, field.label(key), _STYLES.get(key, tinted(5))) for key in keys if key in field.enum]


def title(counts: Mapping[str, int], left: int = 0) -> Text:
    """What stands out: how many targets, the commonest strength, then how many are firm.

    Args:
        counts: targets by strength.
        left: targets left out as suspected.
    """
    among = of_targets(sum(counts.values()), left)
    commonest = max(_CLAUSES, key=lambda strength: counts.get(strength, 0))
    clauses = [_clause(key, counts.get(key, 0)) for key in dict.fromkeys((commonest, "firm"))]
    return Text(
        f"{among.zh}，" + "，".join(clause.zh for clause in clauses),
        f"O{among.en[1:]}, " + " and ".join(clause.en for clause in clauses),
    )


# What is said of the targets of a strength, for several, one and none.
_CLAUSES = {
    "unmarked": (
        Text("{n} 个没有标明力度", "{n} carry no word of strength"),
        Text("1 个没有标明力度", "1 carries no word of strength"),
        Text("个个标明了力度", "all carry a word of strength"),
    ),
    "stretch": (
        Text("{n} 个写作“力争”", "{n} are to be striven for (力争)"),
        Text("1 个写作“力争”", "1 is to be striven for (力争)"),
        Text("没有一个写作“力争”", "none is to be striven for (力争)"),
    ),
    "tentative": (
        Text("{n} 个只作“计划”或“争取”", "{n} are tentative (计划, 争取)"),
        Text("1 个只作“计划”或“争取”", "1 is tentative (计划, 争取)"),
        Text("没有一个只作“计划”或“争取”", "none is tentative (计划, 争取)"),
    ),
    "firm": (
        Text("写明“确保”或“必须”的有 {n} 个", "{n} are firm"),
        Text("写明“确保”或“必须”的只有 1 个", "1 is firm"),
        Text("没有一个写明“确保”或“必须”", "none is firm"),
    ),
}


def _clause(strength: str, count: int) -> Text:
    several, one, none = _CLAUSES[strength]
    chosen = several if count > 1 else one if count else none
    return Text(chosen.zh.format(n=count), chosen.en.format(n=count))


METHOD = Text(
    "力度依原文用词：“确保”“必须”，“力争”，“计划”“争取”等；没有这类词的为未标记。",
    "Strength follows the wording: 确保 or 必须 is firm, 力争 a stretch, 计划 or 争取 tentative; unmarked is without any.",
)
