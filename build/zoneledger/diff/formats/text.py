"""A difference as text for a terminal: table by table, row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.diff.difference import Anchor, Difference, TableDifference
from zoneledger.diff.formats import words
from zoneledger.report.printable import visible

LONGEST = 400


def write(difference: Difference, lang: str) -> str:
    """The whole difference, the summary last, where a terminal leaves the eye."""
    return "".join(f"{line}\n" for line in _lines(difference, lang))


def _lines(difference: Difference, lang: str) -> Iterator[str]:
    for table in difference.tables:
        yield f"{_shown(table.file)}  {words.table_summary(table).of(lang)}"
        yield from (f"  {line}" for line in _table(table, lang))
    if difference.documents:
        yield words.SECTIONS["documents"].of(lang)
    for change in difference.documents:
        yield f"  {_shown(change.file)}:{change.line} {_shown(change.path)}"
        yield f"      {_cell(change.old, lang)} → {_cell(change.new, lang)}"
    if difference.audit:
        yield words.SECTIONS["audit"].of(lang)
    for count in difference.audit:
        figure, old, new = words.count_words(count)
        yield f"  {_shown(count.plan)}  {figure.of(lang)}: {old} → {new}"
    for name in ("files", "format_only", "pages", "downloads", "problems"):
        found = list(_plain(difference, name, lang))
        if found:
            yield f"{words.SECTIONS[name].of(lang)} ({difference.summary[name]})"
            yield from (f"  {line}" for line in found)
    yield words.summary(difference).of(lang)


def _plain(difference: Difference, name: str, lang: str) -> Iterator[str]:
    if name == "files":
        yield from (f"{words.FILE_CHANGES[file.change].of(lang)}  {_shown(file.file)}" for file in difference.files)
    elif name == "problems":
        for trouble in difference.problems:
            place = f"{_shown(trouble.file)}:{trouble.line}" if trouble.line else _shown(trouble.file)
            yield f"{words.SIDES[trouble.side].of(lang)} {place} [{trouble.code}] {_shown(trouble.message.of(lang))}"
    elif name == "pages":
        for shown, more in words.page_groups(difference):
            yield f"{' '.join(map(_shown, shown))}{words.more(more).of(lang)}"
    else:
        yield from map(_shown, getattr(difference, name))


def _table(table: TableDifference, lang: str) -> Iterator[str]:
    for said, names in words.headers(table):
        yield f"{said.of(lang)}: {' → '.join(map(_shown, names))}"
    for double in table.duplicates:
        lines = ", ".join(map(str, double.lines))
        yield f"! {words.DUPLICATE.of(lang)} {_key(double.key)}: {double.base} → {double.head} ({lines})"
    for change in table.id_changes:
        yield f"! {words.ID_CHANGED.of(lang)}: {_shown(change.old)} → {_shown(change.new)} ({change.line})"
    for edit in table.changed:
        yield f"~ {_key(edit.key)} ({edit.line}){_anchor(edit.anchor)}"
        yield from (f"    {_shown(c.column)}: {_cell(c.old, lang)} → {_cell(c.new, lang)}" for c in edit.cells)
    for sign, rows in (("+", table.added), ("-", table.removed)):
        for row in rows:
            yield f"{sign} {_key(row.key)} ({row.line}){_anchor(row.anchor)}"
            yield from (f"    {_shown(name)}: {_shown(cell)}" for name, cell in row.cells.items() if cell)


def _key(key: Mapping[str, str]) -> str:
    return " | ".join(map(_shown, key.values()))


def _anchor(anchor: Anchor) -> str:
    parts = (anchor.locator, f"“{anchor.printed}”" if anchor.printed else "", anchor.source)
    return "".join(f"  {_shown(part)}" for part in parts if part)


def _cell(value: str | None, lang: str) -> str:
    return _shown(value) if value else ("–" if value is None else words.EMPTY.of(lang))


def _shown(text: str) -> str:
    plain = visible(text)
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
