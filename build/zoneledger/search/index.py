"""Writes ``/search/``: a manifest, the folding table, and a folder of files named by their content.

A reader's browser loads the manifest with the first letter typed, and then the files a query needs. A folder is never
changed: after a new build the manifest names another, so that files of two builds are not mixed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.search import buckets
from zoneledger.search.extract import Extract, extract, extract_shared, of_plan, of_shared
from zoneledger.search.files import Files, Last
from zoneledger.search.folding import table_of
from zoneledger.search.manifest import FOLDER, MANIFEST, directory, manifest, written
from zoneledger.search.merge import merge
from zoneledger.search.records import Record
from zoneledger.search.words import BESIDE

FOLDING = "folding.json"

#: Stretches of entries share a file where there are many plans: one more for every so many, but never more than this.
PLANS = 250
MOST_TOGETHER = 6

_BUILDING = "building"


@dataclass(frozen=True)
class Sizes:
    """Characters of files; small ones make a small index behave like a large one.

    Args:
        bucket: of a file of keys, on average.
        longest: of a posting that is not cut into parts.
        part: of a part.
    """

    bucket: int = buckets.BUCKET
    longest: int = buckets.LONGEST
    part: int = buckets.PART


@dataclass(frozen=True)
class Extracts:
    """What an index is made from, fresh or kept.

    Args:
        shared: of the shared lists and pages, as ``extract_shared`` gives them.
        plans: of the plans, in id order; each is let go once it was read.
        count: how many plans there are.
        last: what the last build made of its own; files that are the same become names of those.
    """

    shared: Sequence[Extract]
    plans: Iterable[Extract]
    count: int
    last: Last | None = None


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
    plans = (extract(catalogue, plan, site) for plan in catalogue.plan_files)
    extracts = Extracts(extract_shared(catalogue, site), plans, len(catalogue.plan_files))
    return gather(catalogue, extracts, site, progress)


def publish(catalogue: Catalogue, found: Sequence[tuple[Record, str]], site: Path, sizes: Sizes | None = None) -> int:
    """Writes the search files of given records.

    Args:
        catalogue: names the tables and plans.
        found: records in the order they are shown, each with its address.
        site: the site's top folder; ``search/`` in it is replaced.
        sizes: of the files.

    Returns:
        The number of records.
    """
    parts: dict[str, list[tuple[Record, str]]] = {"": []}
    for record, address in found:
        parts.setdefault(record.key if record.kind == "plans" else record.plan_id, []).append((record, address))
    shared = of_shared(parts.pop(""))
    plans = (of_plan(catalogue, plan, parts[plan]) for plan in sorted(parts))
    return gather(catalogue, Extracts(shared, plans, len(parts)), site, sizes=sizes)


def gather(
    catalogue: Catalogue,
    extracts: Extracts,
    site: Path,
    progress: Callable[[str], None] = lambda _: None,
    sizes: Sizes | None = None,
) -> int:
    """Writes the search files from extracts.

    Args:
        catalogue: names the tables; its rows are not looked at.
        extracts: of everything that can be found.
        site: the site's top folder; ``search/`` in it is replaced.
        progress: as for ``write``.
        sizes: of the files.

    Returns:
        The number of records.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    files, sizes = Files(folder / _BUILDING, extracts.last), sizes or Sizes()
    together = min(MOST_TOGETHER, 1 + extracts.count // PLANS)
    given = _entries(files, chain(extracts.shared, extracts.plans), together)
    merged = merge(given, files.write, sizes.longest, sizes.part)
    lists = {
        name: buckets.write_buckets(name, values, files.write, _beside if name == "words" else _whole, sizes.bucket)
        for name, values in merged.lists.items()
    }
    for number, text in enumerate(directory(merged)):
        files.write(f"chunks/{number}.json", text)
    files.write("readings.json", written(merged.readings))
    version = files.named()
    progress(f"{FOLDER}/{version}/")
    facts = {"folder": version, "shared": len(extracts.shared), "together": together, "lists": lists}
    for name, content in (
        (MANIFEST, manifest(catalogue, merged, facts)),
        (FOLDING, _folding(site, merged.characters)),
    ):
        (folder / name).write_text(f"{written(content)}\n", encoding="utf-8", newline="\n")
        progress(f"{FOLDER}/{name}")
    return merged.records


def _entries(files: Files, extracts: Iterable[Extract], together: int) -> Iterator[Extract]:
    """Writes the entries of each extract before it is handed on."""
    for one in extracts:
        texts = one["files"]
        for start in range(0, len(texts), together):
            name = f"records/{one['path']}/{start // together}.json"
            files.write(name, f"[{','.join(texts[start : start + together])}]")
        yield one


def _folding(site: Path, characters: set[str]) -> dict[str, str]:
    """The table for this search and for the explorer's files: only characters that lead to one that occurs."""
    texts = (set(file.read_text(encoding="utf-8")) for file in sorted((site / "explore").glob("*.json")))
    table = table_of(characters.union(*texts))
    return {"from": "".join(table), "to": "".join(table.values())}


def _whole(key: str) -> str:
    return key


def _beside(word: str) -> str:
    return word[:BESIDE]
