"""A reading note names the columns in which a row departs from the machine's reading: ``力度：…``, ``Strength, unit: …``."""

from __future__ import annotations

import re

from zoneledger.problems import Text

#: What a note may name, by column.
NAMES = {
    "value": Text("数值", "value"),
    "unit_id": Text("单位", "unit"),
    "comparator": Text("比较符", "comparator"),
    "strength": Text("力度", "strength"),
    "recurrence": Text("频次", "recurrence"),
    "due": Text("期限", "deadline"),
}


def columns(zh: str, en: str) -> frozenset[str] | None:
    """The columns that both halves of a note name alike; None where it is not of that form."""
    named = (_named(zh, "、", "zh"), _named(en, ",", "en"))
    return named[0] if named[0] == named[1] else None


def head(names: list[str], lang: str) -> str:
    """How a note on some columns begins."""
    words = [NAMES[name].of(lang) for name in names]
    return f"{'、'.join(words)}：" if lang == "zh" else f"{', '.join(words).capitalize()}: "


def _named(note: str, mark: str, lang: str) -> frozenset[str] | None:
    first, colon, rest = re.sub("：", ":", note).partition(":")
    names = {text.of(lang): column for column, text in NAMES.items()}
    words = [word.strip().lower() for word in first.split(mark)]
    if not colon or not rest.strip() or any(word not in names for word in words):
        return None
    return frozenset(names[word] for word in words)
