"""The value of a row follows from the clause around its anchor, by rules that are written down; where it does not, the row says why.

A machine reads number and unit, comparator, strength, recurrence and deadline, each in its module. A row that departs from
the reading fails, unless its ``reading_note`` names the column: then it is listed. A note that names a column on which
machine and row agree is stale and fails too.
"""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger import figures
from zoneledger.audit import agreement, anchors
from zoneledger.audit.anchors import Spot
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.reading import clause, comparator, deadline, notes, recurrence, strength, unit
from zoneledger.audit.reading.clause import Clause
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Problem, Rule, Text

DIFFERS = Rule(
    "reading-differs",
    Text("比较符、单位、力度、频次与期限由锚点所在分句读出", "Comparator, unit, strength, recurrence and deadline follow from the anchor's clause"),
    Text("改正该格；确有理由不同的，写明读法说明。", "Mend the cell; where there is reason to differ, write a reading note."),
    why=Text(
        "“力争”“不低于”“年均”这些词决定目标有多硬。按同样的规则读，各计划才能比较。",
        "Words such as 力争, 不低于 and 年均 decide how firm a target is. Read by the same rules, plans can be compared.",
    ),
)
NOTE = Rule(
    "reading-note",
    Text("读法说明点出与读法不同的各栏，不多不少", "A reading note names the columns that differ from the reading, no more and no less"),
    Text(
        "以栏名和冒号开头，中英文相同，如 力度：…… / Strength: …",
        "Begin with the columns' names and a colon, the same in both languages: 力度：… / Strength: …",
    ),
)


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every row of a plan that has both an anchor and a value."""
    for table, schema in catalogue.schemas.items():
        if anchors.anchored(schema) and "value" in schema.by_name:
            for row in catalogue.rows(table, source.plan_id):
                spot = anchors.locate(source, row)
                if isinstance(spot, Spot):
                    yield Finding(table, row, tuple(_settled(row, list(_problems(source, catalogue, row, spot)))))


def noted(catalogue: Catalogue, plan_id: str) -> int:
    """How many rows of a plan depart from the reading and say why."""
    return sum(
        row.values.get("reading_note_zh") is not None
        for table, schema in catalogue.schemas.items()
        if "reading_note_zh" in schema.by_name
        for row in catalogue.rows(table, plan_id)
    )


def _problems(source: SourceText, catalogue: Catalogue, row: Row, spot: Spot) -> Iterator[Problem]:
    """All that differs between a row and its reading."""
    value = list(agreement.problems(catalogue, row, spot))
    yield from value
    if any(problem.place.column in ("printed", "member") for problem in value):
        return
    found = figures.find(row.text("printed"))
    if found:
        figure = found[int(row.number("member") or 1) - 1]
        around = clause.of(spot, figure.start, figure.end)
        read = comparator.read(around, figure.high is not None)
        if not value:
            yield from _unit(catalogue, row, around)
    else:
        around = clause.of(spot, 0, len(row.text("printed")))
        read = comparator.of_distance(row.text("printed"))
    yield from _differs(row, "comparator", read)
    if "strength" in row.values:
        firm, marker = strength.read(around)
        yield from _differs(row, "strength", firm)
        if row["strength"] == firm and row.text("marker_printed") != marker:
            yield _problem(row, "marker_printed", marker)
        yield from _differs(row, "recurrence", recurrence.read(around))
        yield from deadline.check(source, catalogue, row, spot)


def _differs(row: Row, column: str, read: str) -> Iterator[Problem]:
    if row[column] != read:
        yield _problem(row, column, read)


def _problem(row: Row, column: str, read: str) -> Problem:
    shown = read or "—"
    name = notes.NAMES.get(column)
    explain = name and Text(
        f"改为 {shown}，或写读法说明，以“{notes.head([column], 'zh')}”开头",
        f"Write {shown}, or a reading note that begins with “{notes.head([column], 'en')}”",
    )
    return at(row, DIFFERS, column, Text(f"按分句读作 {shown}。", f"The clause reads {shown}."), explain or write(shown))


def _unit(catalogue: Catalogue, row: Row, around: Clause) -> Iterator[Problem]:
    allowed = unit.read(around)
    stored = catalogue.row("units", row["unit_id"])
    if allowed is None or stored is None or unit.core(stored.text("symbol_zh")) in allowed:
        return
    fitting = [other.text("id") for other in catalogue.tables["units"].rows if unit.core(other.text("symbol_zh")) in allowed]
    yield _problem(row, "unit_id", " / ".join(fitting) or "、".join(sorted(allowed)))


def _settled(row: Row, problems: list[Problem]) -> Iterator[Problem]:
    """The problems that no note excuses, and what is wrong with the note."""
    excused: frozenset[str] = frozenset()
    zh, en = row.text("reading_note_zh"), row.text("reading_note_en")
    if zh or en:
        named = notes.columns(zh, en)
        if named is None:
            message = Text("没有点出是哪一栏，或中英文不一。", "It does not name columns, or not the same in both languages.")
            yield at(row, NOTE, "reading_note_zh", message)
        else:
            excused = named
    differing = {_column(problem) for problem in problems}
    for problem in problems:
        if _column(problem) not in excused:
            yield problem
    stale = sorted(excused - differing)
    if stale:
        names = Text("、".join(notes.NAMES[name].zh for name in stale), ", ".join(notes.NAMES[name].en for name in stale))
        message = Text(f"{names.zh}与读法并无不同。", f"The {names.en} does not differ from the reading.")
        yield at(row, NOTE, "reading_note_zh", message, Text("删去说明，或不再点这一栏。", "Delete the note, or name that column no longer."))


def _column(problem: Problem) -> str:
    """The column a note would name: both ends of a range are its value, a missing deadline's basis its deadline."""
    return {"value_max": "value", "due_basis": "due"}.get(problem.place.column or "", problem.place.column or "")
