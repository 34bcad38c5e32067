"""What is shown of a unit, with the lines that a search verifies; several entries share a file and its lines.

An entry is an array: its lines as written numbers of the file's lines (Chinese, English, of neither language; which of them
are names of it, and which Chinese ones are found by their pinyin), its identifier, its address, its deadline in both
languages, a title in both languages where it is not the first line of each, and the lines by the anchor they stand under.
What is empty at the end is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path

from zoneledger.search.numbers import encode, rising
from zoneledger.search.records import Record
from zoneledger.search.units import Unit
from zoneledger.views.date import date_words

#: Characters of a stretch of entries before it is closed.
SIZE = 2_000

#: The letters first, and then what stands before them: a plan's page is read through four times as fast.
_ID = re.compile(r"""id=(?<=\sid=)(?:"([^"]*)"|'([^']*)')""")
#: What the first page of a long plan keeps of a row that stands on a further one.
_ELSEWHERE = re.compile(r'<a id="([^"]+)" href="(\d+/#\1)">')


class Anchors:
    """Tells which addresses exist in a written site, or in the part of it that holds one plan's pages."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._pages: dict[str, bool] = {}
        self._ids: dict[str, frozenset[str]] = {}
        self._elsewhere: dict[str, dict[str, str]] = {}

    def has(self, address: str) -> bool:
        """Whether the page is there and has the anchor."""
        path, _, fragment = address.partition("#")
        if path not in self._pages:
            self._pages[path] = self._file(path).is_file()
        if not self._pages[path] or not fragment:
            return self._pages[path]
        if path not in self._ids:
            text = self._file(path).read_text(encoding="utf-8")
            self._ids[path] = frozenset(unescape(a or b) for a, b in _ID.findall(text))
            self._elsewhere[path] = {unescape(anchor): unescape(place) for anchor, place in _ELSEWHERE.findall(text)}
        return fragment in self._ids[path]

    def _file(self, path: str) -> Path:
        return self._site / path / "index.html"

    def address(self, record: Record) -> str:
        """The first of a record's addresses that exists; where its page says that the row stands on another, the address there.

        Raises:
            ValueError: none does.
        """
        for address in record.addresses:
            if self.has(address):
                path, _, fragment = address.partition("#")
                place = self._elsewhere.get(path, {}).get(fragment)
                return path + place if place else address
        raise ValueError(f"no page shows {record.kind} {record.zh[0]!r}: tried {', '.join(record.addresses)}")


def files(units: Sequence[Unit], plan: Sequence[str] = (), size: int = SIZE) -> tuple[list[str], list[int]]:
    """The entries of some units as files, and the unit that each file begins with.

    Args:
        units: of one plan or of one part of the shared lists.
        plan: the plan's identifier and its title in both languages.
        size: characters of a file; an entry is never cut in two.

    Returns:
        The files' texts, JSON, and rising numbers of units.
    """
    texts: list[str] = []
    firsts: list[int] = []
    numbers: dict[str, int] = {}
    entries: list[str] = []
    filled = 0
    for position, unit in enumerate(units):
        if filled >= size or not entries:
            texts += [_file(plan, numbers, entries)] if entries else []
            firsts.append(position)
            numbers, entries, filled = {}, [], 0
        filled += sum(len(line) for line in unit.lines() if line not in numbers)
        entries.append(_entry(unit, numbers))
        filled += len(entries[-1])
    return [*texts, *([_file(plan, numbers, entries)] if entries else [])], firsts


def _file(plan: Sequence[str], numbers: dict[str, int], entries: Iterable[str]) -> str:
    return f'{{"plan":{_json(list(plan))},"lines":{_json(list(numbers))},"entries":[{",".join(entries)}]}}'


def _entry(unit: Unit, numbers: dict[str, int]) -> str:
    written = [encode(numbers.setdefault(line, len(numbers)) for line in part) for part in unit.parts()]
    places = rising(place for place, line in enumerate(unit.lines()) if line in unit.names)
    due = date_words(unit.due) if unit.due else None
    spelt = rising(place for place, line in enumerate(unit.zh) if line in unit.spelt)
    entry: list[object] = [
        " ".join([*written, places, spelt]),
        unit.key,
        unit.address,
        [due.zh, due.en] if due else 0,
        list(unit.title) if unit.title else 0,
        unit.anchors(),
    ]
    while entry and not entry[-1]:
        entry.pop()
    return _json(entry)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
