"""The rows of responsibilities are the printed lists, no more and no less, in their order."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from zoneledger.audit import anchors, printed_lists, suggestions
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.printed_lists import Listed, PrintedList
from zoneledger.audit.receipts import Duties
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text

LIST = Rule(
    "duty-list",
    Text("责任各行与印出的名单逐一相符", "The rows of a duty are exactly its printed list"),
    Text("按印出的次序，一个单位一行。", "One row an organisation, in the printed order."),
    why=Text(
        "名单少录一个单位，那个单位就在台账里没有了这项责任。",
        "An organisation left out of a list has no such duty in the ledger.",
    ),
)
RUNNING = Rule(
    "duty-text",
    Text("依据为正文的单位印在该节正文中", "An organisation bound by running text stands in that text, outside the lists"),
    Text("核对 anchor_locator、printed 与 occurrence；名单不算正文。", "Compare anchor_locator, printed and occurrence; lists are not running text."),
)

TABLE = "responsibilities"
#: Where a list is printed, on which basis, with which role.
Key = tuple[str, str, str]


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every responsibility of a plan, and every printed list."""
    lists = printed_lists.read(source.outline)
    printed: dict[Key, list[Listed]] = defaultdict(list)
    for item in lists:
        printed[(item.locator, item.basis, item.role)] += item.items
    recorded: dict[Key, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in catalogue.rows(TABLE, source.plan_id):
        if row["basis"] == "text":
            yield Finding(TABLE, row, tuple(_running(source, lists, row)))
        else:
            key = (row.text("anchor_locator"), row.text("basis"), row.text("role"))
            recorded[key][row.text("measure_id")].append(row)
    before: dict[tuple[str, str], int] = defaultdict(int)
    for key in [*printed, *(key for key in recorded if key not in printed)]:
        if key not in recorded:
            yield _unrecorded(catalogue, source, key, printed[key])
        for measure_id, rows in recorded.get(key, {}).items():
            if key in printed:
                group = (measure_id, key[2])
                yield from _compare(printed[key], sorted(rows, key=_position), before[group])
                before[group] += len(rows)
            else:
                yield from (Finding(TABLE, row, (_no_list(source, lists, row),)) for row in rows)


def account(source: SourceText, catalogue: Catalogue) -> Duties:
    """How many organisations a plan's printed lists name, and how many of them have a row of their list and role."""
    recorded: dict[Key, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in catalogue.rows(TABLE, source.plan_id):
        key = (row.text("anchor_locator"), row.text("basis"), row.text("role"))
        recorded[key][row.text("measure_id")][row.text("printed")] += 1
    printed: dict[Key, Counter[str]] = defaultdict(Counter)
    for item in printed_lists.read(source.outline):
        key = (item.locator, item.basis, item.role)
        printed[key].update(listed.printed for listed in item.items if not listed.optional)
    carried = (max(((names & rows).total() for rows in recorded[key].values()), default=0) for key, names in printed.items())
    return Duties(sum(names.total() for names in printed.values()), sum(carried))


def _position(row: Row) -> float:
    return row.number("position") or 0


def _compare(listed: list[Listed], rows: list[Row], before: int) -> Iterator[Finding]:
    """One printed list against the rows that record it; ``before`` rows of the measure and role come from earlier lists."""
    names = [row.text("printed") for row in rows]
    if len(listed) > len(rows):
        listed = [item for item in listed if not item.optional or item.printed in names]
    blocks = difflib.SequenceMatcher(None, names, [item.printed for item in listed], autojunk=False).get_opcodes()
    for kind, low, high, start, end in blocks:
        for offset, row in enumerate(rows[low:high]):
            item = listed[start + offset] if start + offset < end else None
            yield Finding(TABLE, row, tuple(_row_problems(row, item, before + start + offset + 1)))
        for offset in range(high - low, end - start) if kind != "equal" else ():
            beside = rows[max(0, min(high, len(rows)) - 1)]
            yield Finding(TABLE, None, (_missing(beside, listed[start + offset], before + start + offset + 1),))


def _row_problems(row: Row, item: Listed | None, position: int) -> Iterator[Problem]:
    if item is None:
        yield at(row, LIST, "printed", Text("印出的名单里没有它。", "The printed list does not have it."), Text("删去该行。", "Delete the row."))
        return
    if row.text("printed") != item.printed:
        message = Text(f"名单此处印的是“{item.printed}”。", f"Here the list prints “{item.printed}”.")
        yield at(row, LIST, "printed", message, write(item.printed))
    if row["position"] != position:
        message = Text(f"它是名单中的第 {position} 个。", f"It is number {position} of the list.")
        yield at(row, LIST, "position", message, write(position))
    if row["list_open"] is not item.list_open:
        ends = Text("名单以“等”结尾。", "The list ends in 等.") if item.list_open else Text("名单不以“等”结尾。", "The list does not end in 等.")
        yield at(row, LIST, "list_open", ends, write(str(item.list_open).lower()))
    if row.text("manner") != item.manner:
        says = Text("名单写明按职责分工负责。", "The list says 按职责分工负责.")
        silent = Text("名单没有写按职责分工负责。", "The list does not say 按职责分工负责.")
        empty = Text("清空该格。", "Empty the cell.")
        yield at(row, LIST, "manner", says if item.manner else silent, write(item.manner) if item.manner else empty)
    if row["occurrence"] != 1:
        yield at(row, LIST, "occurrence", Text("名单中的单位记为1。", "An organisation of a list has 1."), write(1))


def _missing(beside: Row, item: Listed, position: int) -> Problem:
    message = Text(f"名单还印有“{item.printed}”，没有对应的行。", f"The list also prints “{item.printed}”; no row records it.")
    cells = f"{beside.text('measure_id')}, {beside.text('role')}, {position}, {item.printed}"
    fix = Text(f"加一行：{cells}", f"Add a row: {cells}")
    return Problem(LIST, Place(beside.file, beside.line, "printed"), item.printed, message, fix=fix)


def _unrecorded(catalogue: Catalogue, source: SourceText, key: Key, listed: list[Listed]) -> Finding:
    locator, basis, role = key
    file = catalogue.layout.relative(catalogue.layout.plans / source.plan_id / f"{TABLE}.csv")
    names = "、".join(item.printed for item in listed)
    message = Text(f"{locator} 印有名单（{basis}，{role}），没有一行记录。", f"{locator} prints a list ({basis}, {role}) that no row records.")
    fix = Text(f"各加一行：{names}", f"Add a row each: {names}")
    return Finding(TABLE, None, (Problem(LIST, Place(file, 0, "anchor_locator"), locator, message, NOTHING, fix),))


def _no_list(source: SourceText, lists: Sequence[PrintedList], row: Row) -> Problem:
    unit = anchors.unit_of(source, row, "anchor_locator")
    if isinstance(unit, Problem):
        return unit
    here = [f"{item.basis} {item.role}" for item in lists if item.locator == unit.locator]
    if here:
        shown = suggestions.listed(dict.fromkeys(here))
        message = Text(f"此处没有这种名单；印有的是 {shown.zh}。", f"No such list is printed here; there is {shown.en}.")
        return at(row, LIST, "role" if row.text("basis") in {item.split()[0] for item in here} else "basis", message)
    places = [item.locator for item in lists for listed in item.items if listed.printed == row["printed"]]
    message = Text("此处没有印出名单。", "No list is printed here.")
    return at(row, LIST, "anchor_locator", message, write(*list(dict.fromkeys(places))[: suggestions.SHOWN]) if places else LIST.tip)


def _running(source: SourceText, lists: Sequence[PrintedList], row: Row) -> Iterator[Problem]:
    unit = anchors.unit_of(source, row, "anchor_locator")
    if isinstance(unit, Problem):
        yield unit
        return
    starts = anchors.find_all(printed_lists.running_text(unit, lists), row.text("printed"))
    occurrence = int(row.number("occurrence") or 1)
    if not starts:
        near = suggestions.nearest(unit.text, row.text("printed"))
        elsewhere = suggestions.listed(suggestions.holders(source.outline, row.text("printed")))
        also = Text(f"；见于 {elsewhere.zh}", f"; it stands at {elsewhere.en}") if elsewhere.zh else NOTHING
        message = Text(f"该节正文里没有{also.zh}。", f"The section's running text does not have it{also.en}.")
        yield at(row, RUNNING, "printed", message, write(near) if near else RUNNING.tip)
    elif occurrence > len(starts):
        message = Text(f"正文里只有 {len(starts)} 次。", f"The running text has it {len(starts)} time(s).")
        yield at(row, RUNNING, "occurrence", message, write(len(starts)))
