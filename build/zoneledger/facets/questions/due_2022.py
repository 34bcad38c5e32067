"""What fell due in 2022: the year in which most of the plans of the first edition end."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import year_of
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text

YEAR = "2022"


def _due(catalogue: Catalogue) -> Callable[[Row], bool]:
    return lambda row: year_of(row.text("due")) == YEAR


QUESTION = Question(
    id="due-2022",
    text=Text("哪些目标和任务应在2022年完成？", "What was due in 2022?"),
    about=Text(
        "期限落在2022年的量化目标和节点任务，包括期限取自计划期末的。",
        "Targets and dated tasks with a deadline in 2022, those included that take it from the end of the plan.",
    ),
    tables={"targets": _due, "milestones": _due},
    address=f"years/{YEAR}/",
    explorer=lambda _: {"targets": f"due_year={YEAR}"},
)
