"""Reads curated rows as patterns: names of real places, firms and addresses are taken out here, once and for all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from zlib import crc32

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import Record, Row
from zoneledger.check.rules.bilingual_pair import pairs
from zoneledger.synthesis import amounts
from zoneledger.synthesis.names import MARK_ZH
from zoneledger.synthesis.patterns import Pattern
from zoneledger.synthesis.texts import Blank, Gazetteer, Template

#: Texts in both languages that the schema does not name as pairs.
_SCOPE = ("scope_printed", "scope_en")
#: Written anew for each plan, so never taken over.
_INVENTED = ("source_title", "publisher", "address", "note_url")
#: Titles of documents are written with capitals, which therefore say nothing.
_TITLES = ("title_zh", "issuer_zh")
_NAMED = {"projects": "name_zh", "references": "title_zh"}
_WITH_FIGURES = ("targets", "instruments")
#: Columns whose length the schemas bound, which a longer name could pass.
LONGEST = {"printed": 40, "scope_printed": 60}
_NATIONAL = ("国", "中", "國")


class Reader:
    """Turns records of one catalogue into patterns.

    Args:
        catalogue: the curated plans.
        gazetteer: the names to take out.
    """

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer) -> None:
        self._catalogue = catalogue
        self._gazetteer = gazetteer
        self._safe: dict[tuple[str, str], list[tuple[Template, Template]]] = defaultdict(list)
        for table in catalogue.tables.values():
            for record in table.records if table.schema.group == "plan" else []:
                for zh, en in self._pairs(table.schema):
                    if record.cells.get(zh) and record.cells.get(en):
                        pair = self._pair(record.cells, zh, en)
                        if not self._is_foreign(zh, pair):
                            self._safe[table.schema.name, zh].append(pair)

    def pattern(self, record: Record, row: Row, schema: TableSchema, script: str) -> Pattern:
        """A record as a pattern.

        Args:
            record: its cells as written.
            row: the same, typed.
            schema: the table's rules.
            script: of its plan, ``hans`` or ``hant``.
        """
        templates = self._texts(record.cells, schema)
        for column in ("printed", "scope_printed", "number_printed", "marker_printed"):
            if record.cells.get(column) and column not in templates:
                templates[column] = _without_names(self._gazetteer.template(record.cells[column], "zh"), script)
        if schema.name in _NAMED:
            # what is printed there is a name, and goes with the name that stands for it
            templates["printed"] = templates[_NAMED[schema.name]]
        cells = _invented(record.cells)
        blanks = {}
        for column, template in templates.items():
            if template.literal is None:
                blanks[column] = template
            else:
                cells[column] = template.literal[: LONGEST.get(column)]
        same = "printed" not in blanks and cells.get("printed") == record.cells.get("printed")
        amount = amounts.find(row) if same and schema.name in _WITH_FIGURES else None
        return Pattern(schema.name, cells, tuple(blanks.items()), amount)

    def text(self, text: str, lang: str) -> Template:
        """A text of ``plan.yml`` as a template."""
        return self._gazetteer.template(text, lang)

    def is_foreign(self, chinese: Template, english: Template, is_title: bool = False) -> bool:
        """Whether a text names something that no list knows."""
        return self._gazetteer.is_foreign(chinese, english, is_title)

    def _texts(self, cells: Mapping[str, str], schema: TableSchema) -> dict[str, Template]:
        found: dict[str, Template] = {}
        for zh, en in self._pairs(schema):
            if cells.get(zh) and cells.get(en):
                pair = self._pair(cells, zh, en)
                if self._is_foreign(zh, pair):
                    # the same text is replaced by the same one, so that rows which share it go on sharing it
                    others = self._safe[schema.name, zh]
                    pair = others[crc32(cells[zh].encode()) % len(others)] if others else NOTHING
                found[zh], found[en] = pair
        return found

    def _pairs(self, schema: TableSchema) -> list[tuple[str, str]]:
        extra = [_SCOPE] if all(column in schema.columns for column in _SCOPE) else []
        return [pair for pair in pairs(schema) if "scope_en" not in pair or not extra] + extra

    def _pair(self, cells: Mapping[str, str], zh: str, en: str) -> tuple[Template, Template]:
        return self._gazetteer.template(cells[zh], "zh"), self._gazetteer.template(cells[en], "en")

    def _is_foreign(self, column: str, pair: tuple[Template, Template]) -> bool:
        return self._gazetteer.is_foreign(*pair, column in _TITLES)


NOTHING = (Template((f"{MARK_ZH}文字",)), Template(("Sample text",)))


def _invented(record: Mapping[str, str]) -> dict[str, str]:
    """A record's cells without addresses and sources, which are made up later, and with a made-up firm and number."""
    cells = {column: "" if column in _INVENTED else cell for column, cell in record.items()}
    if cells.get("enterprise"):
        cells["enterprise"] = f"{MARK_ZH}企业{crc32(cells['enterprise'].encode()) % 10_000:04d}"
    if cells.get("doc_number") and not cells["doc_number"].startswith(_NATIONAL):
        cells["doc_number"] = re.sub(r"^[^〔]*", f"{MARK_ZH}发", cells["doc_number"])
    return cells


def _without_names(template: Template, script: str) -> Template:
    """Printed stretches name no particular place: the digits in a sample's name would be read as figures."""
    zone = f"{MARK_ZH}區" if script == "hant" else f"{MARK_ZH}区"
    plain = {"city": f"{MARK_ZH}市", "province": f"{MARK_ZH}省", "county": f"{MARK_ZH}县", "zone": zone}

    def bare(part: str | Blank) -> str | Blank:
        return plain.get(part[0], part) if isinstance(part, tuple) else part

    return Template(tuple(map(bare, template.parts)))
