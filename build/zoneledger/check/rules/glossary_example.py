"""A term's example row prints the term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from zoneledger.catalogue import Catalogue, Row, Table
from zoneledger.catalogue.links import plan_of
from zoneledger.catalogue.once import once
from zoneledger.catalogue.schemas import PLAN
from zoneledger.check.plan_rows import plan_rows
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "glossary-example",
    Text("词语的例行照录了这个词语", "A term's example row quotes the term"),
    Text(
        "换成照录文字里有这个词语的一行；没有这样的行就留空。",
        "Name a row whose verbatim text has the term; leave the cell empty where there is none.",
    ),
    why=Text(
        "词语表只收计划真正用到的说法；例行让读者看到它原来印在哪里。",
        "The glossary holds only what plans really say; the example shows where it is printed.",
    ),
)
SCOPE = Scope.ACROSS

_VERBATIM = ("printed", "marker_printed", "scope_printed")


def forms(row: Row) -> list[str]:
    """Every form in which a row of ``glossary`` says its term is printed."""
    return [row.text("term_zh"), *filter(None, row.text("variants").split("|"))]


def quoted(row: Row) -> str:
    """All verbatim text of a row; a measure's title is verbatim where its basis says so."""
    cells = [row.text(column) for column in _VERBATIM if column in row.values]
    if row.values.get("title_basis") == "printed":
        cells.append(row.text("title_zh"))
    return "\n".join(cells)


def extract(catalogue: Catalogue, plan_id: str) -> dict[str, str]:
    """The verbatim text of those rows of a plan that the glossary names as examples, by id."""
    wanted = _wanted(catalogue).get(plan_id, set())
    named = (name for name, schema in catalogue.schemas.items() if schema.group == PLAN and "id" in schema.by_name)
    examples = (_only(catalogue, name, plan_id, wanted) for name in named if wanted)
    return {row.text("id"): quoted(row) for rows in examples for row in rows}


def gather(shared: Catalogue, extracts: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Example rows that do not exist, or that do not print the term; a plan left out is trusted."""
    for term in shared.rows("glossary"):
        key = term.text("example_id")
        if not key:
            continue
        plan_id = plan_of(key)
        text = extracts.get(plan_id, {}).get(key)
        if text is None:
            if shared.elsewhere([key], [plan_id]):
                continue
            message = Text("没有这一行。", "There is no such row.")
        elif not any(form in text for form in forms(term)):
            message = Text(
                f"这一行照录的文字里没有“{term.text('term_zh')}”。", f"That row does not quote {term.text('term_zh')}."
            )
        else:
            continue
        yield Problem(RULE, Place(term.file, term.line, "example_id"), key, message, fix=RULE.tip)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """The same from all plans of a catalogue."""
    return gather(catalogue, {plan_id: extract(catalogue, plan_id) for plan_id in catalogue.plan_files})


@once
def _wanted(catalogue: Catalogue) -> dict[str, set[str]]:
    """The rows named as examples, by the plan that their id names."""
    found: dict[str, set[str]] = defaultdict(set)
    for term in catalogue.rows("glossary"):
        found[plan_of(term.text("example_id"))].add(term.text("example_id"))
    return found


def _only(catalogue: Catalogue, table: str, plan_id: str, ids: Collection[str]) -> list[Row]:
    """Those rows of a plan that have one of some ids: few are examples, and no other need be typed for that."""
    found = Table(catalogue.schemas[table])
    for read in plan_rows(catalogue, table, plan_id):
        own = [place for place, key in enumerate(read.column("id")) if key in ids]
        if own:
            found.add(replace(read, lines=[read.lines[place] for place in own], rows=[read.rows[place] for place in own]))
    return found.rows
