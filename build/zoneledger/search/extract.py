"""Extracts: all that the search must know of one plan, or of what plans share, as a value that JSON can hold.

An extract looks at no other plan, so that it is made once and kept until the plan changes. ``index`` merges extracts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain, groupby
from pathlib import Path
from typing import TypedDict

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.remembered import Remembered
from zoneledger.search import entries, pinyin, postings
from zoneledger.search.entries import Anchors
from zoneledger.search.lines import lines_of
from zoneledger.search.postings import Joined
from zoneledger.search.records import KINDS, Record, plan_records, shared_records
from zoneledger.search.units import Unit, page_units, unit
from zoneledger.search.webpages import KIND as PAGE
from zoneledger.search.webpages import webpages
from zoneledger.search.words import stem
from zoneledger.views.name import bilingual

#: Units of a part of the shared lists.
SHARED = 4_096


class Extract(TypedDict):
    """Of one plan, or of one part of the shared lists.

    Args:
        path: folder of its files; no plan's begins with an underscore.
        kinds: how many units of each kind follow each other.
        pages: first unit of each page, in the part that holds the pages.
        files: texts of the files of entries.
        firsts: first unit of each file.
        grams: postings of characters and pairs, by turn.
        words: postings of words.
        stems: of these words.
        pinyin: postings of syllables and initials.
        names: postings of whole names that were spelt.
        readings: syllables, by character of these names.
        ids: postings of identifiers.
    """

    path: str
    kinds: list[tuple[str, int]]
    pages: list[int]
    files: list[str]
    firsts: list[int]
    grams: list[Joined]
    words: Joined
    stems: str
    pinyin: Joined
    names: Joined
    readings: dict[str, str]
    ids: Joined


@dataclass(frozen=True)
class Source:
    """Where an extract comes from.

    Args:
        path: folder of its files.
        says: a name for all that it says: while it stays the same, the extract does.
        read: gives the extract.
    """

    path: str
    says: str
    read: Callable[[], Extract]


def extract(catalogue: Catalogue, plan_id: str, site: Path) -> Extract:
    """What the search must know of one plan.

    Args:
        catalogue: holds the plan; other plans make no difference.
        plan_id: which plan.
        site: the folder with the plan's pages, ``plans/<plan_id>/index.html``; other pages may be missing.

    Raises:
        ValueError: the plan's page does not exist.
    """
    anchors = Anchors(site)
    return of_plan(catalogue, plan_id, [(one, anchors.address(one)) for one in plan_records(catalogue, plan_id)])


def extract_shared(catalogue: Catalogue, site: Path, known: Remembered | None = None) -> list[Source]:
    """What the search must know of the shared lists and of the site's pages; the last part holds the pages.

    Args:
        catalogue: holds the names that plans print for bodies, of all plans.
        site: the written site.
        known: what was read of pages before.

    Raises:
        ValueError: no page of the site shows a row.
        FileNotFoundError: a page has no English twin.
    """
    anchors = Anchors(site)
    found = chain(shared_records(catalogue), webpages(site, catalogue.layout.site / "pages" / "zh", known))
    return of_shared([(one, anchors.address(one)) for one in found])


def of_plan(catalogue: Catalogue, plan_id: str, found: Sequence[tuple[Record, str]]) -> Extract:
    """The extract of a plan's records.

    Args:
        catalogue: names the plan.
        plan_id: which plan.
        found: its records, its own first, each with its address.
    """
    row = catalogue.row("plans", plan_id)
    title = Text(plan_id, plan_id) if row is None else bilingual(row, "short_title")
    spelt = _spelt(record for record, _ in found)
    units = [unit(record, address, spelt) for record, address in found]
    return _extract(plan_id, units, plan=(plan_id, title.zh, title.en))


def of_shared(found: Sequence[tuple[Record, str]], size: int = SHARED) -> list[Source]:
    """The extracts of records of the shared lists and of pages.

    Args:
        found: in the order of kinds, each with its address.
        size: units of a part.
    """
    spelt = _spelt(record for record, _ in found)
    rows = [unit(record, address, spelt) for record, address in found if record.kind != PAGE]
    made = [_source(f"_{start // size}", rows[start : start + size]) for start in range(0, len(rows), size)]
    stretches: list[Unit] = []
    firsts: list[int] = []
    for record, address in found:
        if record.kind == PAGE:
            firsts.append(len(stretches))
            stretches += page_units(record, address, spelt)
    return [*made, _source("_pages", stretches, firsts)]


def _source(path: str, units: Sequence[Unit], pages: Sequence[int] = ()) -> Source:
    said = json.dumps([path, pages, [vars(unit) for unit in units]], default=sorted)
    return Source(path, blake2b(said.encode(), digest_size=16).hexdigest(), partial(_extract, path, units, pages))


def _extract(path: str, units: Sequence[Unit], pages: Sequence[int] = (), plan: Sequence[str] = ()) -> Extract:
    lines = lines_of(units)
    words, names = postings.of_words(lines), postings.of_names(lines)
    read = pinyin.readings(names[0].split("\n"))
    files, firsts = entries.files(units, plan)
    order = [*KINDS, PAGE]
    kinds = [(kind, len(list(same))) for kind, same in groupby(unit.kind for unit in units)]
    if [order.index(kind) for kind, _ in kinds] != sorted({order.index(unit.kind) for unit in units}):
        raise ValueError(f"{path}: the units do not stand in the order of kinds")
    return Extract(
        path=path,
        kinds=kinds,
        pages=list(pages),
        files=files,
        firsts=firsts,
        grams=postings.of_grams(lines),
        words=words,
        stems=" ".join(map(stem, words[0].split("\n"))),
        pinyin=postings.of_spellings(lines, read),
        names=names,
        readings={char: " ".join(sorted(read[char])) for char in sorted(read)},
        ids=postings.of_ids(units, plan[0] if plan else ""),
    )


def _spelt(found: Iterable[Record]) -> frozenset[str]:
    return frozenset().union(*(record.spelt for record in found))
