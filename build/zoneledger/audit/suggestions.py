"""What to type instead: where a stretch does stand, and the printed text nearest to a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from zoneledger.audit.outline import Outline
from zoneledger.audit.sources import SourceText
from zoneledger.problems import Text

#: How many places a message names at most.
SHOWN = 4


def holders(outline: Outline, printed: str) -> list[str]:
    """The locators in whose own text a stretch stands, in order."""
    return list(dict.fromkeys(unit.locator for unit in outline.units if printed in unit.text))


def listed(values: Iterable[str]) -> Text:
    """The first few values of a list."""
    values = list(values)
    more = len(values) > SHOWN
    return Text("、".join(values[:SHOWN]) + ("等" if more else ""), ", ".join(values[:SHOWN]) + (" …" if more else ""))


def nearest(text: str, printed: str) -> str | None:
    """The stretch of a text most like the one looked for, if any comes close; no line break in it."""
    best, score = None, 0.6
    for line in text.split("\n"):
        matcher = difflib.SequenceMatcher(None, line, printed, autojunk=False)
        block = matcher.find_longest_match()
        if block.size == 0:
            continue
        start = max(0, block.a - block.b)
        for end in range(start + len(printed) - 1, start + len(printed) + 2):
            window = line[start:end].strip()
            ratio = difflib.SequenceMatcher(None, window, printed, autojunk=False).ratio()
            if ratio > score:
                best, score = window, ratio
    return best


def near_locators(outline: Outline, locator: str) -> list[str]:
    """Locators like one that the text does not have."""
    return difflib.get_close_matches(locator, list(outline.by_locator), SHOWN, 0.5)


def in_page_matter(source: SourceText, printed: str) -> bool:
    """Whether a stretch stands in the file but outside the plan's own text."""
    return printed not in source.text and printed in source.whole
