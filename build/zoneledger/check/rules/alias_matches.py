"""A printed organisation is an alias of its plan, and stands for the organisation the row names."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "alias-matches",
    Text(
        "印出的单位须列入本计划的单位写法，且所指一致",
        "A printed organisation is one of the plan's aliases and means the same",
    ),
    Text(
        "在 organization_aliases.csv 中加一行，或改正 organization_id。",
        "Add a row to organization_aliases.csv, or mend organization_id.",
    ),
    why=Text(
        "同一份计划里，“市工信局”始终指同一个机构。单位写法表记下这种对应，责任行与它核对。",
        "Within a plan 市工信局 always means the same body. The list of aliases records which, and duties are checked against it.",
    ),
)
SCOPE = Scope.PLAN

TABLES = ("responsibilities", "milestone_actors", "mechanism_actors")


COLUMNS = ("printed", "organization_id")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Printed forms that are no alias, or an alias of another organisation; aliases that nothing prints."""
    aliases: dict[tuple[str, str], tuple[str, str, int]] = {}
    for read in catalogue.tables["organization_aliases"].files:
        for line, form, meant in zip(read.lines, *map(read.column, COLUMNS), strict=True):
            aliases[(read.plan_id, form)] = meant, read.file, line
    printed = set()
    for table in TABLES:
        for read in catalogue.tables[table].files:
            for line, form, organization in zip(read.lines, *map(read.column, COLUMNS), strict=True):
                key = (read.plan_id, form)
                printed.add(key)
                if key not in aliases:
                    yield _unknown(Place(read.file, line, "printed"), form, organization)
                elif (meant := aliases[key][0]) != organization:
                    message = Text(f"该写法在本计划中指 {meant}。", f"In this plan that form stands for {meant}.")
                    place, fix = Place(read.file, line, "organization_id"), Text(f"改为 {meant}", f"Write {meant}")
                    yield Problem(RULE, place, organization, message, Text(meant, meant), fix)
    for key, (_, file, line) in aliases.items():
        if key not in printed:
            message = Text(
                "本计划没有一行责任、节点或机制的单位印作它。",
                "No body of a duty, milestone or mechanism is printed so.",
            )
            fix = Text(
                "先录（或补回）印有它的那一行；原文里确实没有，才删去这种写法。",
                "Enter (or restore) the row that prints it first; delete the alias only if the text has no such form.",
            )
            yield Problem(RULE, Place(file, line, "printed"), key[1], message, fix=fix)


def _unknown(place: Place, form: str, organization: str) -> Problem:
    message = Text("本计划的单位写法中没有它。", "The plan has no such alias.")
    line = f"{form},{organization}"
    fix = Text(f"在 organization_aliases.csv 加一行：{line}", f"Add to organization_aliases.csv: {line}")
    return Problem(RULE, place, form, message, fix=fix)
