"""What the bureaus of industry and information technology lead."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text

AGENCY_TYPE = "industry-it"


def _led(catalogue: Catalogue) -> Callable[[Row], bool]:
    bodies = {row["id"] for row in catalogue.rows("organizations") if row["agency_type_id"] == AGENCY_TYPE}
    return lambda row: row["role"] == "lead" and row["organization_id"] in bodies


QUESTION = Question(
    id="led-by-industry",
    text=Text("市工信局牵头哪些事？", "What do the bureaus of industry and information technology lead?"),
    about=Text(
        "各地工业和信息化主管部门（市工信局、经信局等）担任牵头单位的责任条目，逐条列出；只负责、配合的不算。",
        "Every duty in which a city's authority for industry and information technology is the lead; duties in which it"
        " is only responsible or cooperates are left out.",
    ),
    tables={"responsibilities": _led},
    explorer=lambda _: {"duties": f"agency_type={AGENCY_TYPE}&role=lead"},
)
