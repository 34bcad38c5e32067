"""Measures that ask for work and name no lead."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text
from zoneledger.views.open_points import left_open


def _unled(catalogue: Catalogue) -> Callable[[Row], bool]:
    found = {measure.id for plan in catalogue.plan_files for measure in left_open(catalogue, plan).measures}
    return lambda row: row["id"] in found


QUESTION = Question(
    id="no-lead",
    text=Text("哪些措施没有写明牵头单位？", "Which measures name no lead?"),
    about=Text(
        "最末一级的任务、措施和保障措施，本级和上级都没有牵头单位的。有的写了责任单位而没有牵头的，有的什么单位也没有写；逐条注明。",
        "The lowest-level actions, measures and safeguards for which neither they nor a section above name a lead. Some"
        " name a responsible body all the same, others nobody at all; each row says which.",
    ),
    tables={"measures": _unled},
)
