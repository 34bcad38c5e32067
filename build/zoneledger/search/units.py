"""Units: what is indexed, shown and verified as one. A record is one unit; a long page is several, a stretch of text each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zoneledger.search.numbers import rising
from zoneledger.search.records import Record

#: Characters of a page's text, both languages together, that make a unit.
STRETCH = 1_200


@dataclass(frozen=True)
class Unit:
    """What is found as one.

    Args:
        kind: of its record.
        zh: lines in Chinese.
        en: lines in English.
        plain: lines of neither.
        names: those of its lines that are names or titles of the record.
        spelt: those that are found by their pinyin.
        key: the record's identifier.
        address: where it is shown; empty for a row on its plan's page, where it follows from plan and identifier.
        due: deadline as an EDTF date.
        measured: whether the length of its names counts: of what is no row of a plan, the closest name comes first.
        title: of a page, in both languages; for others the first line of each language is the title.
        fragments: of a page, the anchors of its Chinese and its English lines.
    """

    kind: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    plain: tuple[str, ...]
    names: frozenset[str]
    spelt: frozenset[str]
    key: str
    address: str
    due: str = ""
    measured: bool = False
    title: tuple[str, str] | None = None
    fragments: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    def parts(self) -> tuple[tuple[str, ...], ...]:
        """Its lines by language."""
        return self.zh, self.en, self.plain

    def lines(self) -> tuple[str, ...]:
        """All its lines."""
        return self.zh + self.en + self.plain

    def anchors(self) -> Mapping[str, str]:
        """Written lists of places of its lines by the anchor they stand under."""
        found: dict[str, list[int]] = {}
        if self.fragments is not None:
            for place, anchor in enumerate((*self.fragments[0], *self.fragments[1])):
                if anchor:
                    found.setdefault(anchor, []).append(place)
        return {anchor: rising(places) for anchor, places in found.items()}


def unit(record: Record, address: str, spelt: frozenset[str] = frozenset()) -> Unit:
    """The unit of a record that is no page.

    Args:
        record: a row's.
        address: where it is shown.
        spelt: names among which its lines may be: what is so called in its plan is found by its pinyin in all rows.
    """
    own = record.plan_id and address == f"plans/{record.plan_id}/#{record.key}"
    return Unit(
        kind=record.kind,
        zh=record.zh,
        en=record.en,
        plain=record.plain,
        names=record.names,
        spelt=spelt.intersection(record.zh),
        key=record.key,
        address="" if own else address,
        due=record.due,
        measured=not record.plan_id,
    )


def page_units(record: Record, address: str, spelt: frozenset[str] = frozenset(), size: int = STRETCH) -> list[Unit]:
    """The units of a page: as many stretches of its Chinese and of its English lines, side by side.

    Args:
        record: a page's.
        address: where it is shown.
        spelt: names among which its lines may be.
        size: characters of a unit.
    """
    assert record.fragments is not None
    count = max(1, sum(map(len, (*record.zh, *record.en))) // size)
    cut = [
        _stretches(lines, anchors, count)
        for lines, anchors in zip((record.zh, record.en), record.fragments, strict=True)
    ]
    title = record.zh[0], record.en[0]
    return [
        Unit(
            record.kind,
            zh[0],
            en[0],
            (),
            frozenset(),
            spelt.intersection(zh[0]),
            "",
            address,
            title=title,
            fragments=(zh[1], en[1]),
        )
        for zh, en in zip(*cut, strict=True)
    ]


def _stretches(
    lines: Sequence[str], anchors: Sequence[str], count: int
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines and their anchors in so many stretches of about the same length."""
    total, before = sum(map(len, lines)), 0
    cut: list[tuple[list[str], list[str]]] = [([], []) for _ in range(count)]
    for line, anchor in zip(lines, anchors, strict=True):
        held = cut[min(count - 1, before * count // max(1, total))]
        # A line may stand twice on a page; within a stretch once is enough, by the anchor it stands under first.
        if line not in held[0]:
            held[0].append(line)
            held[1].append(anchor)
        before += len(line)
    return [(tuple(texts), tuple(under)) for texts, under in cut]
