"""Where yield is measured by the mu of land."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text


def _indicators(catalogue: Catalogue) -> list[str]:
    """Indicators whose usual unit is money by area, in file order."""
    units = {row["id"] for row in catalogue.rows("units") if row["quantity_kind"] == "money_per_area"}
    return [row.text("id") for row in catalogue.rows("indicators") if row["default_unit_id"] in units]


def _measured(catalogue: Catalogue) -> Callable[[Row], bool]:
    indicators = set(_indicators(catalogue))
    return lambda row: row["indicator_id"] in indicators


def _explorer(catalogue: Catalogue) -> dict[str, str]:
    used = {row["indicator_id"] for row in catalogue.rows("targets")}
    return {"targets": "indicator=" + ",".join(one for one in _indicators(catalogue) if one in used)}


QUESTION = Question(
    id="per-mu",
    text=Text("哪里考核亩均效益？", "Where is yield measured per mu of land?"),
    about=Text(
        "指标以“万元/亩”这类单位计量的目标：亩均产值、税收、利润、营业收入和投资强度，包括对这些指标提出增速的目标。"
        "1亩约合667平方米。",
        "Targets on indicators measured in yuan per mu (output, tax, profit, revenue and investment per mu), including"
        " those that ask for growth in them. A mu is about 667 square metres.",
    ),
    tables={"targets": _measured},
    explorer=_explorer,
)
