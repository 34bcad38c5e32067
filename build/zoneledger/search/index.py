"""Writes ``/search/``: a manifest, the folding table, and a folder of shards named by their content.

A reader's browser loads the manifest with the first letter typed, and then the shards a query needs. A folder is never
changed: after a new build the manifest names another, so that files of two builds are not mixed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.search import pinyin
from zoneledger.search.cards import Anchors, cards
from zoneledger.search.folding import table_of
from zoneledger.search.grams import grams
from zoneledger.search.lines import SECTIONS, Lines, blocks, numbered, written_uses
from zoneledger.search.names import NAMED
from zoneledger.search.numbers import rising
from zoneledger.search.records import KINDS, Record, records
from zoneledger.search.shards import Shards
from zoneledger.search.webpages import KIND as PAGE
from zoneledger.search.webpages import webpages
from zoneledger.search.words import vocabulary

FOLDER = "search"
MANIFEST = "manifest.json"
FOLDING = "folding.json"

LANGUAGES = ("zh", "en")


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> int:
    """Writes the search files of a site whose pages are written already.

    Args:
        catalogue: checked datasets.
        site: the site's top folder; ``search/`` in it is replaced.
        progress: told each file's path below ``site`` once it is written, and the folder of shards as one.

    Returns:
        The number of records.

    Raises:
        ValueError: no page of the site shows a row.
        FileNotFoundError: a page has no English twin.
    """
    found = list(chain(records(catalogue), webpages(site, catalogue.layout.site / "pages" / "zh")))
    anchors = Anchors(site)
    publish(catalogue, found, [anchors.address(record) for record in found], site, progress)
    return len(found)


def publish(
    catalogue: Catalogue,
    found: Sequence[Record],
    addresses: Sequence[str],
    site: Path,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Writes the search files of given records.

    Args:
        catalogue: names the tables and plans.
        found: records in the order they are shown.
        addresses: of each record, on the site.
        site: the site's top folder; ``search/`` in it is replaced.
        progress: as for ``write``.
    """
    lines = numbered(found)
    shards = sharded(catalogue, found, addresses, lines)
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    version = _version(shards.files)
    for name, text in shards.files.items():
        file = folder / version / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    progress(f"{FOLDER}/{version}/")
    contents = {MANIFEST: manifest(catalogue, found, lines, shards, version), FOLDING: _folding(site, lines)}
    for name, content in contents.items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (folder / name).write_text(f"{text}\n", encoding="utf-8", newline="\n")
        progress(f"{FOLDER}/{name}")


def sharded(catalogue: Catalogue, found: Sequence[Record], addresses: Sequence[str], lines: Lines) -> Shards:
    """All files that are loaded piece by piece.

    Args:
        catalogue: names the plans.
        found: records in the order they are shown.
        addresses: of each record, on the site.
        lines: the records' lines.
    """
    shards = Shards()
    shards.add_keys("grams", grams(lines.folded), size=3_000)
    words = vocabulary(lines.folded)
    shards.files["vocabulary.json"] = json.dumps(words.written())
    shards.add_list("words", words.lines)
    spelt = _spelt(found, lines)
    read = pinyin.readings(text for _, text in spelt)
    shards.files["readings.json"] = json.dumps(pinyin.written(read), ensure_ascii=False, separators=(",", ":"))
    shards.add_keys("pinyin", pinyin.spelt(spelt, read), size=1_400)
    shards.add_keys("ids", _ids(found))
    shards.add_blocks("uses", written_uses(lines), blocks(lines))
    shards.add_list("text", lines.texts, lines.firsts)
    for lang in LANGUAGES:
        shards.add_list(f"cards-{lang}", cards(catalogue, found, lines, addresses, lang))
    return shards


def manifest(
    catalogue: Catalogue, found: Sequence[Record], lines: Lines, shards: Shards, version: str
) -> dict[str, object]:
    """What the browser must know to find everything else.

    Args:
        catalogue: names the tables.
        found: records in the order they are shown.
        lines: the records' lines.
        shards: the files.
        version: the folder they are in.
    """
    counted = [record.kind for record in found]
    return {
        "folder": version,
        "records": len(found),
        "lines": len(lines.texts),
        "sections": dict(zip(SECTIONS, lines.firsts, strict=True)),
        "kinds": [
            {"id": kind, "first": counted.index(kind), "named": kind in NAMED, **_title(catalogue, kind)}
            for kind in (*KINDS, PAGE)
            if kind in counted
        ],
        "directories": shards.directories,
    }


def _spelt(found: Sequence[Record], lines: Lines) -> list[tuple[int, str]]:
    """Lines that are found by their pinyin: Chinese names and headings of some kinds of records."""
    end = lines.firsts[SECTIONS.index("zh") + 1]
    return [
        (number, lines.folded[number])
        for number in range(end)
        if any(is_name and found[record].kind in pinyin.KINDS for record, is_name in lines.uses[number])
    ]


def _ids(found: Sequence[Record]) -> dict[str, str]:
    """Written lists of record numbers by identifier, and by its last part where that counts rows: ``t001``."""
    ids: dict[str, set[int]] = {}
    for number, record in enumerate(found):
        tail = record.key.rpartition("-")[2]
        for key in {record.key, tail if any(map(str.isdigit, tail)) else record.key}:
            if key:
                ids.setdefault(key.lower(), set()).add(number)
    return {key: rising(sorted(numbers)) for key, numbers in ids.items()}


def _folding(site: Path, lines: Lines) -> dict[str, str]:
    """The table for this search and for the explorer's files: only characters that lead to one that occurs."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((site / "explore").glob("*.json"))]
    table = table_of(chain(lines.folded, texts))
    return {"from": "".join(table), "to": "".join(table.values())}


def _version(files: Mapping[str, str]) -> str:
    """A name that changes with the content."""
    content = "".join(f"{name}\n{files[name]}\n" for name in sorted(files))
    return hashlib.sha256(content.encode()).hexdigest()[:10]


def _title(catalogue: Catalogue, kind: str) -> dict[str, str]:
    title = Text("页面", "pages") if kind == PAGE else catalogue.schemas[kind].title
    return {"zh": title.zh, "en": title.en[:1].upper() + title.en[1:]}
