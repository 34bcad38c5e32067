"""What a search must find, told by a plain scan of all lines: no index, and none of the search's own code but folding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import snowballstemmer
from playwright.sync_api import Page
from pypinyin import Style, lazy_pinyin, pinyin

from zoneledger.catalogue import load
from zoneledger.search.folding import fold
from zoneledger.search.records import Record, records
from zoneledger.search.webpages import webpages

_HAN = re.compile("[一-鿿]+")

#: Opens the site's own search in a page; the policy lets a page import its own modules.
OPEN = """
const box = document.querySelector("[data-zl-search]"), root = new URL(box.dataset.zlRoot, document.baseURI)
const { Engine } = await import(new URL("assets/javascripts/search/engine.js", root))
const engine = await Engine.open(root, document.documentElement.lang)
"""


def built_records(root: Path, site: Path) -> list[Record]:
    """The records of a built site, in the order of their numbers."""
    return [*records(load(root)), *webpages(site, root / "site" / "pages" / "zh")]


def found_by_the_site(page: Page, queries: Sequence[str], found: Sequence[Record]) -> list[list[int]]:
    """Numbers of the records that the site's own script finds for each query, all of them verified."""
    script = f"""async queries => {{ {OPEN}
      const found = []
      for (const query of queries) {{
        const answer = await engine.find(query)
        while (answer.more) await answer.further()
        await answer.settle(true)
        if (!answer.certain) throw new Error(query)
        found.push(answer.groups.flatMap(group => group.records))
      }}
      return [engine.files.manifest, found]
    }}"""
    manifest, answers = page.evaluate(script, list(queries))
    numbers = _numbers(found, manifest)
    return [sorted(numbers[record] for record in answer) for answer in answers]


def decode(text: str) -> list[int]:
    """Numbers one behind the other, as the browser reads them."""
    numbers, number = [], 0
    for code in map(ord, text):
        if code >= 93:
            number = number * 34 + code - 93
        else:
            numbers.append(number * 46 + code - 35)
            number = 0
    return numbers


def _numbers(found: Sequence[Record], manifest: dict[str, Any]) -> dict[int, int]:
    """The number of each record by the one that the site gives it: its chunk times 65,536, and its first unit there."""
    chunks: dict[str, list[int]] = {}
    for number, record in enumerate(found):
        plan = "" if record.kind == "page" else record.key if record.kind == "plans" else record.plan_id or "_"
        chunks.setdefault(plan, []).append(number)
    pages, lists = chunks.pop(""), chunks.pop("_")
    firsts = list(accumulate((step + 1 for step in decode(manifest["pages"])), initial=-1))[1:]
    assert manifest["shared"] == 2 and len(firsts) == len(pages)
    units = [(0, dict(enumerate(lists))), (1, dict(zip(firsts, pages, strict=True)))]
    units += [(2 + at, dict(enumerate(chunks[plan]))) for at, plan in enumerate(sorted(chunks))]
    return {chunk * 65536 + unit: number for chunk, held in units for unit, number in held.items()}


class Oracle:
    """A plain scan.

    Args:
        found: all records.
    """

    def __init__(self, found: Sequence[Record]) -> None:
        self.stem = cache(snowballstemmer.stemmer("english").stemWord)
        self._lines = [{*r.zh, *r.en, *r.plain} for r in found]
        self._ids = [record.key.lower() for record in found]
        self._folded = {line: fold(line) for lines in self._lines for line in lines}
        self._words = {line: set(re.findall("[a-z0-9]{3,}", folded)) for line, folded in self._folded.items()}
        self.vocabulary = set().union(*self._words.values())
        # What is called so in a plan, or in the shared lists, is found by its pinyin in all records of it.
        plans = [r.key if r.kind == "plans" else r.plan_id for r in found]
        names: dict[str, set[str]] = {plan: set() for plan in plans}
        for plan, record in zip(plans, found, strict=True):
            names[plan] |= record.spelt
        self._spelt = [set(r.zh) & names[plan] for plan, r in zip(plans, found, strict=True)]
        spelt = set().union(*self._spelt)
        self._read = self._readings({self._folded[name] for name in spelt})
        self._runs = {name: _HAN.findall(self._folded[name]) for name in spelt}

    def find(self, query: str, *, endings: bool = True) -> list[int]:
        """Numbers of the records with every term; terms hold no space here.

        Args:
            query: what is typed.
            endings: whether words of one stem find each other.
        """
        terms = [fold(term) for term in query.split()]
        holding = [(self._holding(term, endings), self._read_so(term)) for term in terms]
        return [
            number
            for number, (lines, spelt) in enumerate(zip(self._lines, self._spelt, strict=True))
            if all(
                lines & held or spelt & read or self._called(number, term)
                for term, (held, read) in zip(terms, holding, strict=True)
            )
        ]

    def _called(self, number: int, term: str) -> bool:
        tail = self._ids[number].rpartition("-")[2]
        known = re.search(r"[-\d]", term) is not None or term in self.vocabulary
        return len(term) > 1 and known and term in (self._ids[number], tail if re.search(r"\d", tail) else "-")

    def _holding(self, term: str, endings: bool) -> set[str]:
        plain = re.sub(r"(\d),(?=\d{3}(?!\d))", r"\1", term)
        found = {line for line, folded in self._folded.items() if term in folded or plain in folded}
        if endings and re.fullmatch("[a-z]{3,}", term):
            stem = self.stem(term)
            same = {word for word in self.vocabulary if word.isalpha() and self.stem(word) == stem}
            found |= {line for line, words in self._words.items() if words & same}
        return found

    def _read_so(self, term: str) -> set[str]:
        if not re.fullmatch("[a-z]{2,}", term) or term in self.vocabulary:
            return set()
        return {line for line, runs in self._runs.items() if any(self._is_read(run, term) for run in runs)}

    def _is_read(self, run: str, letters: str) -> bool:
        read = [self._read[char] for char in run]
        return any(
            any(syllable[0] == letters[0] for syllable in read[start])
            and (_initials(read[start:], letters) or _syllables(read[start:], letters))
            for start in range(len(read))
        )

    @staticmethod
    def _readings(names: set[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name in names:
            for run in _HAN.findall(name):
                for char, syllable in zip(run, lazy_pinyin(run), strict=True):
                    others = pinyin(char, style=Style.NORMAL, heteronym=True)[0][:2]
                    found.setdefault(char, set()).update([syllable, *others])
        return found


def _initials(readings: Sequence[set[str]], letters: str) -> bool:
    return len(readings) >= len(letters) and all(
        any(syllable[0] == letter for syllable in read) for read, letter in zip(readings, letters, strict=False)
    )


def _syllables(readings: Sequence[set[str]], letters: str, whole: int = 0) -> bool:
    """Whole syllables, of which the last may be unfinished unless it is the only one."""
    if not letters:
        return whole > 0
    if not readings:
        return False
    return any(
        (letters.startswith(syllable) and _syllables(readings[1:], letters[len(syllable) :], whole + 1))
        or (whole > 0 and syllable.startswith(letters))
        for syllable in readings[0]
    )


def names_of(found: Sequence[Record], kinds: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Numbers of records and their Chinese titles."""
    return ((number, record.zh[0]) for number, record in enumerate(found) if record.kind in kinds)
