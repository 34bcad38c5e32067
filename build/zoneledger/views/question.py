"""Ways into the data by question: which plans have an answer, and where on their pages it stands."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


@dataclass(frozen=True)
class Answer:
    """Where a plan answers a question.

    Args:
        plan_id: the plan.
        title: its short title.
        rows: how many rows answer it.
    """

    plan_id: str
    title: Text
    rows: int


@dataclass(frozen=True)
class Question:
    """A question that some plan answers.

    Args:
        text: the question.
        section: the section of a plan's page that answers it.
        answers: the plans that do, in id order; of very many those with most rows.
        plans: how many plans do.
    """

    text: Text
    section: str
    answers: tuple[Answer, ...]
    plans: int


#: Plans named with a question; every plan's own page has the section that answers it.
NAMED = 40
#: Questions answered by the targets of one dimension.
_BY_DIMENSION = {
    "scale": Text("开发区要做到多大？", "How large should the zones become?"),
    "efficiency": Text("每亩地要产出多少？", "How much should each mu of land yield?"),
    "enterprise": Text("要培育多少企业？", "How many enterprises are to be grown?"),
    "innovation": Text("创新要做到什么程度？", "How far should innovation go?"),
    "green": Text("节能和环保定了什么数？", "Which figures bind energy use and the environment?"),
}
#: Questions answered by a whole table.
_BY_TABLE = {
    "milestones": ("deadlines", Text("哪些事有单独的期限？", "What has a deadline of its own?")),
    "mechanisms": ("mechanisms", Text("怎样督查和考核？", "How is the work steered and judged?")),
    "instruments": ("instruments", Text("动用哪些资金和规则？", "Which money and rules are used?")),
    "outcomes": ("results", Text("后来做到了吗？", "What came of it?")),
}


def questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """The questions that at least one plan answers."""
    asked = [
        _question(text, f"targets-{key}", _answers(catalogue, "targets", key)) for key, text in _BY_DIMENSION.items()
    ]
    asked += [_question(text, section, _answers(catalogue, table)) for table, (section, text) in _BY_TABLE.items()]
    return tuple(question for question in asked if question.answers)


def _question(text: Text, section: str, answers: tuple[Answer, ...]) -> Question:
    most = answers if len(answers) <= NAMED else sorted(answers, key=lambda one: (-one.rows, one.plan_id))[:NAMED]
    return Question(text, section, tuple(most), len(answers))


def _answers(catalogue: Catalogue, table: str, dimension: str = "") -> tuple[Answer, ...]:
    """Plans with rows in a table; of targets, only those whose indicator has this dimension."""
    found = []
    for plan in catalogue.rows("plans"):
        rows = catalogue.rows(table, plan.text("id"))
        if dimension:
            indicators = (catalogue.row("indicators", row["indicator_id"]) for row in rows)
            count = sum(indicator is not None and indicator["dimension"] == dimension for indicator in indicators)
        else:
            count = len(rows)
        if count:
            found.append(Answer(plan.text("id"), bilingual(plan, "short_title"), count))
    return tuple(found)
