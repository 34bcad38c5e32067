"""Promises of which a reported figure tells whether they were kept."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.assessment import assessments
from zoneledger.assessment.labels import NOT_ASSESSABLE
from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text


def _can_be(catalogue: Catalogue) -> Callable[[Row], bool]:
    verdicts = {key: found.verdict for key, found in assessments(catalogue).items()}
    return lambda row: verdicts[row.text("id")] != NOT_ASSESSABLE


QUESTION = Question(
    id="judged",
    text=Text("哪些承诺后来能判断是否兑现？", "Which promises can be judged by what was reported later?"),
    about=Text(
        "后来公布的数字与目标同一对象、同一口径、同一时间，因此可以下结论的目标。",
        "Targets for which a figure reported later is about the same subject, the same measure and the same time.",
    ),
    tables={"targets": _can_be},
    address="results/#judged",
)
