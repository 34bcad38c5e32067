"""What is shown of a record before any of its text is loaded: title, plan, deadline and address, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.search.lines import Lines
from zoneledger.search.numbers import rising
from zoneledger.search.records import Record
from zoneledger.views.date import date_words
from zoneledger.views.name import bilingual

_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")


class Anchors:
    """Tells which addresses exist in a written site."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._ids: dict[str, frozenset[str] | None] = {}

    def has(self, address: str) -> bool:
        """Whether the page is there and has the anchor."""
        path, _, fragment = address.partition("#")
        if path not in self._ids:
            file = self._site / path / "index.html"
            text = file.read_text(encoding="utf-8") if file.is_file() else None
            self._ids[path] = None if text is None else frozenset(unescape(a or b) for a, b in _ID.findall(text))
        ids = self._ids[path]
        return ids is not None and (not fragment or fragment in ids)

    def address(self, record: Record) -> str:
        """The first of a record's addresses that exists.

        Raises:
            ValueError: none does.
        """
        for address in record.addresses:
            if self.has(address):
                return address
        raise ValueError(f"no page shows {record.kind} {record.zh[0]!r}: tried {', '.join(record.addresses)}")


def cards(
    catalogue: Catalogue, records: Sequence[Record], lines: Lines, addresses: Sequence[str], lang: str
) -> list[list[object]]:
    """A card of every record: title, plan, deadline, address, identifier and, for a page, its lines by anchor.

    A row that stands on its plan's page has no address of its own on the card: it follows from plan and identifier. What is
    empty at a card's end is left out.

    Args:
        catalogue: names the plans.
        records: in the order they are shown.
        lines: their numbered lines.
        addresses: of each record.
        lang: ``zh`` or ``en``.
    """
    plans = {plan: _in(lang, _plan_title(catalogue, plan)) for plan in catalogue.plan_files}
    made = []
    for record, address in zip(records, addresses, strict=True):
        on_its_plan = record.plan_id and address == f"plans/{record.plan_id}/#{record.key}"
        card: list[object] = [
            (record.zh if lang == "zh" else record.en)[0],
            [record.plan_id, plans[record.plan_id]] if record.plan_id else 0,
            _in(lang, date_words(record.due)) if record.due else "",
            "" if on_its_plan else address,
            record.key,
            _anchors(record, lines, lang),
        ]
        while not card[-1]:
            card.pop()
        made.append(card)
    return made


def _anchors(record: Record, lines: Lines, lang: str) -> Mapping[str, str]:
    """Written lists of the numbers of a page's lines by the anchor they stand under."""
    found: dict[str, set[int]] = {}
    if record.fragments is not None:
        texts = record.zh if lang == "zh" else record.en
        for text, anchor in zip(texts, record.fragments[lang == "en"], strict=True):
            if anchor:
                found.setdefault(anchor, set()).add(lines.numbers[lang, text])
    return {anchor: rising(sorted(numbers)) for anchor, numbers in found.items()}


def _in(lang: str, words: Text) -> str:
    return words.zh if lang == "zh" else words.en


def _plan_title(catalogue: Catalogue, plan_id: str) -> Text:
    row = catalogue.row("plans", plan_id)
    return Text(plan_id, plan_id) if row is None else bilingual(row, "short_title")
