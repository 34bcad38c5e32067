"""Targets that are a stretch and nothing else: no firm figure stands beside them."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text


def _alone(catalogue: Catalogue) -> Callable[[Row], bool]:
    links = catalogue.rows("target_relations")
    paired = {link["from_target_id"] for link in links if link["relation"] == "stretch_of"}
    return lambda row: row["strength"] == "stretch" and row["id"] not in paired


QUESTION = Question(
    id="stretch-only",
    text=Text("哪些目标只是“力争”，没有保底数？", "Which targets are a stretch only, with no firm figure behind them?"),
    about=Text(
        "力度为“力争”、且原文没有为同一指标、同一对象另给确定数的目标。"
        "数据中，从它出发没有 stretch_of（力争值）关系；“确保X、力争Y”这样成对的不列。",
        "Targets marked 力争 (strive for) for whose indicator and scope the document prints no firmer figure beside it:"
        " in the data, no stretch_of relation starts from them. Pairs of “ensure X, strive for Y” are left out.",
    ),
    tables={"targets": _alone},
)
