"""The distinct lines of all records, and which records they stand in.

Names of bodies, titles of plans and units stand in hundreds of records. A line is therefore kept and indexed once, and
leads to its records. Lines are numbered by language, then in the order of the records that bring them, so that the lines of
neighbouring records are neighbours, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zoneledger.search.folding import fold
from zoneledger.search.numbers import encode
from zoneledger.search.records import Record

#: Which of a record's lists a line stands in; lines are numbered in this order.
SECTIONS = ("zh", "en", "plain")

#: Lines in a file of uses.
BLOCK = 256


@dataclass(frozen=True)
class Lines:
    """Numbered lines.

    Args:
        texts: as they are printed.
        folded: as they are compared.
        firsts: number of the first line of each section.
        uses: of each line the records it stands in, rising, and whether it is a name or title of that record.
        numbers: number of a line by its section and text.
    """

    texts: list[str]
    folded: list[str]
    firsts: tuple[int, ...]
    uses: list[list[tuple[int, bool]]]
    numbers: dict[tuple[str, str], int]


def numbered(records: Sequence[Record]) -> Lines:
    """Numbers the lines of records.

    Args:
        records: in the order they are shown.
    """
    texts: list[str] = []
    uses: list[list[tuple[int, bool]]] = []
    numbers: dict[tuple[str, str], int] = {}
    firsts = []
    for section in SECTIONS:
        firsts.append(len(texts))
        for place, record in enumerate(records):
            for text in dict.fromkeys(getattr(record, section)):
                number = numbers.setdefault((section, text), len(texts))
                if number == len(texts):
                    texts.append(text)
                    uses.append([])
                uses[number].append((place, text in record.names))
    return Lines(texts, [fold(text) for text in texts], tuple(firsts), uses, numbers)


def blocks(lines: Lines) -> list[int]:
    """Numbers of lines at which a file of uses begins: each section's first, and every so many lines after it."""
    ends = [*lines.firsts[1:], len(lines.texts)]
    return [number for first, end in zip(lines.firsts, ends, strict=True) for number in range(first, end, BLOCK)]


def written_uses(lines: Lines) -> list[str]:
    """What the browser reads of each line's records.

    A record is written as its distance to the one before it, times two, plus one where the line is a name of the record; the
    length of the folded line follows then, by which a name that is the whole query is known without its text. The first
    record of a line is written as its distance to the first record of the line before, within a block.
    """
    written = []
    starts = set(blocks(lines))
    before = 0
    for number, uses in enumerate(lines.uses):
        last = 0 if number in starts else before
        before = uses[0][0]
        written.append(encode(_numbers(uses, last, len(lines.folded[number].encode("utf-16-le")) // 2)))
    return written


def _numbers(uses: Iterable[tuple[int, bool]], last: int, length: int) -> Iterable[int]:
    for record, is_name in uses:
        yield 2 * (record - last) + is_name
        if is_name:
            yield length
        last = record
