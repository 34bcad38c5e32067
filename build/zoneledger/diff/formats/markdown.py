"""A difference as GitHub Markdown, short enough for a comment.

Whatever comes from a file stands in a code span: there is no HTML, link, mention, issue reference or emphasis inside one.
Lists are used rather than tables, which a bar inside a code span would break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zoneledger.diff.difference import Anchor, Difference, TableDifference
from zoneledger.diff.formats import words
from zoneledger.problems import Text
from zoneledger.report.printable import visible

#: GitHub takes 65,536 characters; a comment has words of its own around this.
MOST = 59_000
LONGEST = 300

_TITLE = Text("数据改动", "Changes to the data")
_CUT = Text(
    "**⚠️ 内容未完：太长，此处只列出前 {} 行，另有 {} 行未列出。完整内容请用 `--format json` 查看。**",
    "**⚠️ Incomplete: too long for a comment. The first {} lines are shown, {} more are not. "
    "Use `--format json` for everything.**",
)


def write(difference: Difference, lang: str, most: int = MOST) -> str:
    """The difference, the summary first; cut at a line, with a loud word at both ends, where it is too long.

    Args:
        difference: what to write.
        lang: ``zh`` or ``en``.
        most: the most UTF-16 units, in which GitHub counts at worst.
    """
    head = [f"### {_TITLE.of(lang)}", "", words.summary(difference).of(lang), ""]
    between = Text("比较：", "Compared: ").of(lang)
    head += [f"{between}{code(difference.base)} → {code(difference.head)}", ""]
    lines = list(_lines(difference, lang))
    room = most - _size(head) - 2 * (_units(_CUT.of(lang)) + 40)
    shown = 0
    for line in lines:
        room -= _units(line) + 1
        if room < 0:
            break
        shown += 1
    if shown == len(lines):
        return "\n".join([*head, *lines]).rstrip() + "\n"
    cut = _CUT.of(lang).format(shown, len(lines) - shown)
    return "\n".join([*head, cut, "", *lines[:shown], "", cut, ""])


def code(text: str) -> str:
    """Untrusted text as a code span on one line: unprintable characters spelled out, backticks fenced by more of them."""
    plain = visible(text)
    plain = plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
    if not plain:
        return "` `"
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    # A code span loses one space at both ends if it has them at both; a backtick must not touch the fence.
    pad = " " if plain[0] in "` " or plain[-1] in "` " else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def _lines(difference: Difference, lang: str) -> Iterator[str]:
    for table in difference.tables:
        yield f"#### {code(table.file)}"
        yield ""
        yield words.table_summary(table).of(lang)
        yield ""
        yield from _table(table, lang)
        yield ""
    yield from _section("documents", _documents(difference, lang), lang)
    yield from _section("audit", _audit(difference, lang), lang)
    files = (f"- {words.FILE_CHANGES[file.change].of(lang)} {code(file.file)}" for file in difference.files)
    yield from _section("files", files, lang)
    yield from _section("problems", _problems(difference, lang), lang)
    for name in ("format_only", "downloads"):
        yield from _section(name, (f"- {code(path)}" for path in getattr(difference, name)), lang)
    pages = (
        f"- {' '.join(map(code, shown))}{words.more(more).of(lang)}" for shown, more in words.page_groups(difference)
    )
    yield from _section("pages", pages, lang)


def _section(name: str, lines: Iterator[str], lang: str) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from (f"#### {words.SECTIONS[name].of(lang)}", "", *found, "")


def _table(table: TableDifference, lang: str) -> Iterator[str]:
    for said, names in words.headers(table):
        yield f"- {said.of(lang)}: {' → '.join(map(code, names))}"
    for moved in table.id_changes:
        yield f"- ⚠️ **{words.ID_CHANGED.of(lang)}**: {code(moved.old)} → {code(moved.new)} {_line(moved.line, lang)}"
    for double in table.duplicates:
        yield f"- ⚠️ {words.DUPLICATE.of(lang)} {_key(double.key)}: {double.base} → {double.head}"
    for edit in table.changed:
        yield f"- {_key(edit.key)} {_line(edit.line, lang)}{_anchor(edit.anchor)}"
        yield from (f"  - {code(c.column)}: {_cell(c.old, lang)} → {_cell(c.new, lang)}" for c in edit.cells)
    for kind, rows in (("added", table.added), ("removed", table.removed)):
        for row in rows:
            yield f"- **{words.FILE_CHANGES[kind].of(lang)}** {_key(row.key)} {_line(row.line, lang)}{_anchor(row.anchor)}"
            yield from (f"  - {code(name)}: {code(cell)}" for name, cell in row.cells.items() if cell)


def _documents(difference: Difference, lang: str) -> Iterator[str]:
    for change in difference.documents:
        yield f"- {code(change.file)} {code(change.path)}: {_cell(change.old, lang)} → {_cell(change.new, lang)}"


def _audit(difference: Difference, lang: str) -> Iterator[str]:
    for count in difference.audit:
        name, old, new = words.count_words(count)
        yield f"- {code(count.plan)} {code(name.of(lang))}: {old} → {new}"


def _problems(difference: Difference, lang: str) -> Iterator[str]:
    for trouble in difference.problems:
        place = code(f"{trouble.file}:{trouble.line}" if trouble.line else trouble.file)
        yield f"- {words.SIDES[trouble.side].of(lang)} {place}: {code(trouble.message.of(lang))}"


def _key(key: Mapping[str, str]) -> str:
    return " ".join(map(code, key.values()))


def _line(line: int, lang: str) -> str:
    return Text(f"（第 {line} 行）", f"(line {line})").of(lang)


def _anchor(anchor: Anchor) -> str:
    return "".join(f" · {code(part)}" for part in (anchor.locator, anchor.printed, anchor.source) if part)


def _cell(value: str | None, lang: str) -> str:
    return code(value) if value else ("–" if value is None else words.EMPTY.of(lang))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _size(lines: list[str]) -> int:
    return sum(_units(line) + 1 for line in lines)
