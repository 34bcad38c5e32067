"""Writes ``/search/``: a manifest, the folding table, and a folder of files named by their content.

A reader's browser loads the manifest with the first letter typed, and then the files a query needs. A folder is never
changed: after a new build the manifest names another, so that files of two builds are not mixed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.search import buckets
from zoneledger.search.buckets import Parts
from zoneledger.search.extract import Extract, Source, extract, extract_shared, of_plan, of_shared
from zoneledger.search.files import Files, Last
from zoneledger.search.folding import table_of
from zoneledger.search.kept import Before, Kept, Outline
from zoneledger.search.manifest import FOLDER, MANIFEST, directory, manifest, written
from zoneledger.search.merge import Fresh, merge, read_alike
from zoneledger.search.records import Record
from zoneledger.search.words import BESIDE

FOLDING = "folding.json"

#: Stretches of entries share a file where there are many plans: one more for every so many, but never more than this.
PLANS = 250
MOST_TOGETHER = 6

#: So many extracts that are not as they were are put in their places; for more it is quicker to merge all anew.
FEW = 20

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
        plans: of the plans, in id order.
        last: what the last build made of its own; files that are the same become names of those.
        kept: what the last build merged, and where it is kept; only beside ``last``.
    """

    shared: Sequence[Source]
    plans: Sequence[Source]
    last: Last | None = None
    kept: Kept | None = None


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
    plans = [Source(plan, "", partial(extract, catalogue, plan, site)) for plan in catalogue.plan_files]
    return gather(catalogue, Extracts(extract_shared(catalogue, site), plans), site, progress)


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
    plans = [Source(plan, "", partial(of_plan, catalogue, plan, parts[plan])) for plan in sorted(parts)]
    return gather(catalogue, Extracts(shared, plans), site, sizes=sizes)


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
    sources, together = [*extracts.shared, *extracts.plans], min(MOST_TOGETHER, 1 + len(extracts.plans) // PLANS)
    frame = [list(astuple(sizes)), together, [source.path for source in sources]]
    known = extracts.kept.read(files.before, frame) if extracts.kept else None
    before, read = _changes(sources, known)
    outlines, fresh = _entries(files, sources, together, before, read)
    merged = merge(fresh, outlines, Parts(files.write, sizes.longest, sizes.part, files.take), extracts.kept, before)
    lists = {
        name: buckets.write_buckets(name, values, files.write, _beside if name == "words" else _whole, sizes.bucket)
        for name, values in merged.lists.items()
    }
    for number, text in enumerate(directory(merged)):
        files.write(f"chunks/{number}.json", text)
    files.write("readings.json", written(merged.readings))
    version = files.named()
    if extracts.kept is not None and merged.kept is not None:
        extracts.kept.close(version, frame, merged.kept)
    progress(f"{FOLDER}/{version}/")
    facts = {"folder": version, "shared": len(extracts.shared), "together": together, "lists": lists}
    for name, content in (
        (MANIFEST, manifest(catalogue, merged, facts)),
        (FOLDING, _folding(site, merged.characters)),
    ):
        (folder / name).write_text(f"{written(content)}\n", encoding="utf-8", newline="\n")
        progress(f"{FOLDER}/{name}")
    return merged.records


def _changes(sources: Sequence[Source], before: Before | None) -> tuple[Before | None, dict[int, Extract]]:
    """What the last build merged, where most of it holds, and the extracts that are not as they were, by number."""
    if before is None:
        return None, {}
    pairs = enumerate(zip(sources, before.outlines, strict=True))
    changed = [number for number, (source, outline) in pairs if source.says != outline.says]
    if len(changed) > FEW:
        return None, {}
    read = {number: sources[number].read() for number in changed}
    now = [*before.outlines]
    for number, one in read.items():
        now[number] = Outline.of(one, sources[number].says)
    return (before if read_alike(before.outlines, now) else None), read


def _entries(
    files: Files, sources: Sequence[Source], together: int, before: Before | None, read: Mapping[int, Extract]
) -> tuple[list[Outline], Fresh]:
    """Writes the entries of all extracts, and reads what is to be merged; each extract is let go then."""
    outlines, fresh = [], Fresh()
    for number, source in enumerate(sources):
        if before is not None and number not in read:
            outlines.append(before.outlines[number])
            names = _names(source.path, len(before.outlines[number].firsts), together)
            gone = [name for name in names if not files.take(name, name)]
            texts = source.read()["files"] if gone else []
        else:
            one = read.get(number) or source.read()
            outlines.append(Outline.of(one, source.says))
            fresh.add(number, one)
            texts = one["files"]
            gone = names = _names(source.path, len(texts), together)
        for name in gone:
            start = names.index(name) * together
            files.write(name, f"[{','.join(texts[start : start + together])}]")
    return outlines, fresh


def _names(path: str, count: int, together: int) -> list[str]:
    """Names of the files that hold so many stretches of entries."""
    return [f"records/{path}/{number}.json" for number in range(-(-count // together))]


def _folding(site: Path, characters: set[str]) -> dict[str, str]:
    """The table for this search and for the explorer's files: only characters that lead to one that occurs."""
    texts = (set(file.read_text(encoding="utf-8")) for file in sorted((site / "explore").glob("*.json")))
    table = table_of(characters.union(*texts))
    return {"from": "".join(table), "to": "".join(table.values())}


def _whole(key: str) -> str:
    return key


def _beside(word: str) -> str:
    return word[:BESIDE]
