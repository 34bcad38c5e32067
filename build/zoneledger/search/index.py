"""Writes ``/search/``: the records and the folding table, as ``search-index.js`` reads them.

The form is plain: one file with every record, scanned as a whole. Records are arrays in the order of ``COLUMNS``.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.search.folding import simplified
from zoneledger.search.records import KINDS, Record, records
from zoneledger.search.webpages import KIND as PAGE
from zoneledger.search.webpages import webpages
from zoneledger.views.date import date_words
from zoneledger.views.name import bilingual

FOLDER = "search"
RECORDS = "records.json"
FOLDING = "folding.json"

#: ``kind``, ``plan`` and ``due`` are positions in the lists of these names (-1: none). ``zh``, ``en`` and ``plain`` are
#: lines joined with a line feed, titles first. ``fragments``, of pages alone, holds the anchor of each line of ``zh`` and
#: of ``en``; where a record has none, its array ends before it.
COLUMNS = ("kind", "plan", "due", "address", "zh", "en", "plain", "fragments")

_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> int:
    """Writes the search files of a site whose pages are written already.

    Args:
        catalogue: checked datasets.
        site: the site's top folder; ``search/`` in it is replaced.
        progress: told each file's path below ``site`` once it is written.

    Returns:
        The number of records.

    Raises:
        ValueError: no page of the site shows a row.
        FileNotFoundError: a page has no English twin.
    """
    found = list(chain(records(catalogue), webpages(site, catalogue.layout.site / "pages" / "zh")))
    table = simplified()
    files = {
        RECORDS: encode(catalogue, found, _Anchors(site)),
        FOLDING: {"from": "".join(table), "to": "".join(table.values())},
    }
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (folder / name).write_text(f"{text}\n", encoding="utf-8", newline="\n")
        progress(f"{FOLDER}/{name}")
    return len(found)


class _Anchors:
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


def encode(catalogue: Catalogue, found: Iterable[Record], anchors: _Anchors) -> dict[str, Any]:
    """The records file.

    Args:
        catalogue: names the tables and plans.
        found: records in the order they are shown.
        anchors: the addresses that exist.

    Raises:
        ValueError: none of a record's addresses exists.
    """
    found = list(found)
    kinds = [*KINDS, PAGE]
    plans = sorted(catalogue.plan_files)
    dues = sorted({record.due for record in found if record.due})
    rows = []
    for record in found:
        row = [
            kinds.index(record.kind),
            plans.index(record.plan_id) if record.plan_id else -1,
            dues.index(record.due) if record.due else -1,
            _address(record, anchors),
            *("\n".join(lines) for lines in (record.zh, record.en, record.plain)),
        ]
        rows.append([*row, record.fragments] if record.fragments else row)
    return {
        "columns": COLUMNS,
        "kinds": [_named(kind, _kind_title(catalogue, kind)) for kind in kinds],
        "plans": [_named(plan, _plan_title(catalogue, plan)) for plan in plans],
        "dues": [_named(due, date_words(due)) for due in dues],
        "records": rows,
    }


def _address(record: Record, anchors: _Anchors) -> str:
    for address in record.addresses:
        if anchors.has(address):
            return address
    raise ValueError(f"no page shows {record.kind} {record.zh[0]!r}: tried {', '.join(record.addresses)}")


def _kind_title(catalogue: Catalogue, kind: str) -> Text:
    title = Text("页面", "pages") if kind == PAGE else catalogue.schemas[kind].title
    return Text(title.zh, title.en[:1].upper() + title.en[1:])


def _plan_title(catalogue: Catalogue, plan_id: str) -> Text:
    row = catalogue.row("plans", plan_id)
    return Text(plan_id, plan_id) if row is None else bilingual(row, "short_title")


def _named(key: str, words: Text) -> dict[str, str]:
    return {"id": key, "zh": words.zh, "en": words.en}
