"""Reads the lists of organisations that a plan prints: brackets, 责任单位 lines and the cells of an annex table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zoneledger.audit.numbering import BARE
from zoneledger.audit.outline import Outline, Unit

_LABEL = re.compile(r"(牵头|牽頭|责任|責任|配合)(?:单位|單位|部门|部門)[:：]")
_ROLES = {"牵": "lead", "牽": "lead", "责": "responsible", "責": "responsible", "配": "cooperating"}
_CLOSING = {"〔": "〕", "【": "】", "(": ")", "（": "）"}
_INSIDE = dict(zip("(（<＜〈《“[［", ")）>＞〉》”]］", strict=True))
_MARKS = "、，,。；;"
_BY_DIVISION = re.compile(r"按(?:照)?(?:各自)?[职職][责責](?:分工)?(?:分别|分別)?(?:负责|負責)?$")
# 等 closes a list; in 高等, 等级 and the like it is part of a name.
_AND_OTHERS = re.compile(r"(?<![高初中同平])等(?![级級教学學])(.*)$")


@dataclass(frozen=True)
class Listed:
    """One organisation of a printed list.

    Args:
        printed: its name as printed.
        list_open: whether its list ends in 等.
        manner: ``by_division`` where the list says 按职责分工负责, else empty.
        optional: a general word after 等 (等有关部门), which may be a row or not.
    """

    printed: str
    list_open: bool = False
    manner: str = ""
    optional: bool = False


@dataclass(frozen=True)
class PrintedList:
    """One list as printed.

    Args:
        locator: the unit in whose own text it stands.
        basis: bracket, line or annex.
        role: lead, responsible or cooperating.
        items: the organisations in order.
        span: its start and end in the unit's own text.
    """

    locator: str
    basis: str
    role: str
    items: tuple[Listed, ...]
    span: tuple[int, int]


@lru_cache(maxsize=64)
def read(outline: Outline) -> tuple[PrintedList, ...]:
    """Every list of a plan in the order of its text."""
    columns = {unit.locator: _columns(unit) for unit in outline.units if unit.locator.split("/")[0].startswith("附件")}
    found: list[PrintedList] = []
    for unit in outline.units:
        found += [*_brackets(unit), *_lines(unit)]
        roles = columns.get(unit.locator.split("/")[0])
        if roles and BARE.match(unit.number):
            found += _cells(unit, roles)
    return tuple(found)


def running_text(unit: Unit, lists: Sequence[PrintedList]) -> str:
    """A unit's own text with its lists blanked out, so that offsets stay."""
    text = unit.text
    for start, end in (item.span for item in lists if item.locator == unit.locator):
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def split(text: str) -> tuple[Listed, ...]:
    """Cuts a list at 、 , 。 ; but not inside brackets."""
    text = text.strip().strip(_MARKS)
    bare = _BY_DIVISION.sub("", text)
    manner = "by_division" if bare != text else ""
    names = [name for name in _names(bare) if name]
    others = _AND_OTHERS.search(names[-1]) if names else None
    if others is None:
        return tuple(Listed(name, False, manner) for name in names)
    names[-1] = names[-1][: others.start()]
    tail = [Listed(others.group(1), True, manner, True)] if others.group(1) else []
    return (*(Listed(name, True, manner) for name in names if name), *tail)


def _names(text: str) -> Iterator[str]:
    name = ""
    closers: list[str] = []
    for char in text:
        if closers and char == closers[-1]:
            closers.pop()
        elif char in _INSIDE:
            closers.append(_INSIDE[char])
        if char in _MARKS and not closers:
            yield name.strip()
            name = ""
        else:
            name += char
    yield name.strip()


def _brackets(unit: Unit) -> Iterator[PrintedList]:
    for match in re.finditer(r"[〔【(（](?=" + _LABEL.pattern + ")", unit.text):
        end = _close(unit.text, match.start())
        yield from _labelled(unit, "bracket", match.end(), end, (match.start(), end + 1))


def _close(text: str, start: int) -> int:
    """Where the bracket opened at ``start`` closes; brackets of its kind may stand inside."""
    opening, closing = text[start], _CLOSING[text[start]]
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == opening) - (text[index] == closing)
        if depth == 0:
            return index
    return len(text)


def _lines(unit: Unit) -> Iterator[PrintedList]:
    for match in re.finditer(r"^[^\S\n]*(?=" + _LABEL.pattern + r")[^\n]*", unit.text, re.MULTILINE):
        yield from _labelled(unit, "line", match.start(), match.end(), match.span())


def _labelled(unit: Unit, basis: str, start: int, end: int, span: tuple[int, int]) -> Iterator[PrintedList]:
    """The lists between two offsets, each after its label."""
    labels = list(_LABEL.finditer(unit.text, start, end))
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        yield PrintedList(unit.locator, basis, _ROLES[label.group()[0]], split(unit.text[label.end() : stop]), span)


def _columns(unit: Unit) -> list[str]:
    """The roles of an annex table's columns after the row number; empty for a column of another kind."""
    lines = unit.lines
    head = next((index for index, line in enumerate(lines) if line in ("序号", "序號")), None)
    roles: list[str] = []
    for line in lines[head + 1 :] if head is not None else []:
        named = re.match(r"(牵头|牽頭|责任|責任|配合)", line)
        if named is None and any(roles):
            break
        roles.append(_ROLES[line[0]] if named else "")
    return roles


def _cells(unit: Unit, roles: list[str]) -> Iterator[PrintedList]:
    start = 0
    cells = []
    for line in unit.text.split("\n"):
        if line.strip():
            cells.append((line, start))
        start += len(line) + 1
    for role, (cell, begin) in zip(roles, cells, strict=False):
        if role:
            yield PrintedList(unit.locator, "annex", role, split(cell), (begin, begin + len(cell)))
