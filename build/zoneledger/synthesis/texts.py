"""Texts of curated rows as templates: real places become blanks, and years move with the plan."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from opencc import OpenCC

from zoneledger.catalogue import Catalogue

#: What stands in a blank: kind (``city``, ``province``, ``county``, ``zone``, ``year``) and which one.
Blank = tuple[str, str]
Part = str | Blank

_YEAR_ZH = re.compile(r"(?<![0-9])20[0-4][0-9](?=年|[—–-]20[0-4][0-9]年)")
_YEAR_EN = re.compile(r"(?<![\w.,])20[0-4][0-9](?![\w,%]| (?:yuan|billion|million|mu|firms))")
_WORD = re.compile(r"(?<![\w’'-])[A-Z][a-z]+")
#: Proper names that belong to no place: they may stay in a text about another one.
_NEUTRAL = frozenset(
    (
        "China",
        "Chinese",
        "State",
        "Council",
        "Party",
        "Internet",
        "Sample",
        "City",
        "Province",
        "County",
        *month_name[1:],
    )
)
#: Names in curated texts of places and firms that no list holds; a text with one is not taken over.
_UNLISTED = ("苟江", "茍江", "东湖", "東湖", "光谷", "南康", "江铃", "赣江")


@dataclass(frozen=True, slots=True)
class Template:
    """A text with blanks.

    Args:
        parts: literal text and blanks in turn.
    """

    parts: tuple[Part, ...]

    def fill(self, name: Callable[[Blank], str]) -> str:
        """The text with its blanks filled."""
        return "".join(part if isinstance(part, str) else name(part) for part in self.parts)

    @property
    def literal(self) -> str | None:
        """The text itself where it has no blank."""
        return "".join(map(str, self.parts)) if all(isinstance(part, str) for part in self.parts) else None


class Gazetteer:
    """Every name of a real place in the reference lists, in both languages and scripts.

    Args:
        catalogue: whose jurisdictions and zones are meant.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        traditional = OpenCC("s2t").convert
        self._zh: dict[str, Blank] = {}
        self._en: dict[str, Blank] = {}
        for blank, zh, en in _names(catalogue):
            self._zh.setdefault(zh, blank)
            self._zh.setdefault(traditional(zh), blank)
            if en:
                self._en.setdefault(en, blank)
        # English texts quote the Chinese
        self._quoted = {**self._zh, **self._en}
        self._find_zh = _alternatives(self._zh, r"{}")
        self._find_en = _alternatives(self._quoted, r"(?<![A-Za-z]){}(?![a-z])")
        places = {word for name in self._en for word in _WORD.findall(name)}
        self._plain = _lower_case(catalogue)
        self._usual = (_capitals(catalogue) | _NEUTRAL) - (places - _NEUTRAL)

    def template(self, text: str, lang: str) -> Template:
        """The text with blanks for its places and years.

        Args:
            text: a cell.
            lang: ``zh`` or ``en``.
        """
        find, names, year = (
            (self._find_zh, self._zh, _YEAR_ZH) if lang == "zh" else (self._find_en, self._quoted, _YEAR_EN)
        )
        parts: list[Part] = []
        for piece in _cut(text, find, lambda found: names[found]):
            parts += [piece] if isinstance(piece, tuple) else _cut(piece, year, lambda found: ("year", found))
        return Template(tuple(parts))

    def is_foreign(self, chinese: Template, english: Template, is_title: bool = False) -> bool:
        """Whether a text still holds what looks like a proper name: a capital that no sentence asks for.

        Args:
            chinese, english: the text in both languages.
            is_title: whether the English has capitals throughout; then only words found nowhere else tell.
        """
        if any(name in chinese.fill(_nothing) for name in _UNLISTED):
            return True
        text = english.fill(lambda _blank: "Sample")
        for match in _WORD.finditer(text):
            before = text[: match.start()].rstrip()
            free = is_title or not before or before[-1] in '.!?:;“"(‘'
            if match[0] not in self._usual and not (free and match[0].lower() in self._plain):
                return True
        return False


def _nothing(_blank: Blank) -> str:
    return ""


def _names(catalogue: Catalogue) -> Iterable[tuple[Blank, str, str]]:
    for row in catalogue.rows("zones"):
        blank = ("zone", row.text("id"))
        yield blank, row.text("name_zh"), row.text("name_en")
        aliases = row.text("aliases").split("|")
        yield from ((blank, alias, "") for alias in aliases if not _is_common(alias, catalogue))
    kinds = {"province": "province", "prefecture": "city", "county": "county"}
    for row in catalogue.rows("jurisdictions"):
        kind = kinds.get(row.text("level"))
        if kind is not None:
            blank, zh, en = (kind, row.text("code")), row.text("name_zh"), row.text("name_en")
            yield blank, zh, en
            yield blank, zh[:2] if len(zh) > 4 and kind == "county" else zh[:-1], re.sub(r" \w+$", "", en)


def _is_common(alias: str, catalogue: Catalogue) -> bool:
    """Whether a zone's other name (高新区, 市开发区, 经济开发区) could be any zone's."""
    names = (row.text("name_zh") for row in catalogue.rows("zones"))
    return len(alias) < 4 or alias.startswith("市") or any(name.endswith(alias) and name != alias for name in names)


def _alternatives(names: Mapping[str, Blank], frame: str) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(frame.format(f"(?:{'|'.join(map(re.escape, longest_first))})") if longest_first else r"(?!)")


def _cut(text: str, find: re.Pattern[str], blank: Callable[[str], Blank]) -> list[Part]:
    parts: list[Part] = []
    last = 0
    for match in find.finditer(text):
        parts += [text[last : match.start()], blank(match[0])]
        last = match.end()
    parts.append(text[last:])
    return [part for part in parts if part != ""]


def _capitals(catalogue: Catalogue) -> set[str]:
    """Words that shared lists of things, not of places, write with a capital."""
    shared = ("agency_types", "glossary", "indicators", "industries", "units")
    cells = (
        row.text(column)
        for name in shared
        for row in catalogue.rows(name)
        for column in row.values
        if column.endswith("_en")
    )
    return {word for cell in cells for word in _WORD.findall(cell)}


def _lower_case(catalogue: Catalogue) -> set[str]:
    """Words that curated texts write without a capital somewhere: no proper names."""
    texts = (
        cell
        for table in catalogue.tables.values()
        for record in table.records
        for column, cell in record.cells.items()
        if column.endswith("_en")
    )
    return {word for text in texts for word in re.findall(r"(?<![\w’'-])[a-z]+", text)}
