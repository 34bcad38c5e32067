"""One cell of one plan is edited and the site built again into the same folder; on request compared with a full build."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from zoneledger.bench import checkouts
from zoneledger.bench.figure import COUNT, MEBIBYTES, SECONDS, Figure, Promise
from zoneledger.bench.run import Run
from zoneledger.problems import Text

NAME = "edit"
TITLE = Text("改一格，再生成一次", "One cell edited, built again")
FIGURES: tuple[Figure, ...] = (
    Figure("cpu", Text("再生成，CPU", "Building again, CPU"), SECONDS, (Promise(20, most=1000),)),
    Figure("peak", Text("内存最多", "Most memory"), MEBIBYTES),
    Figure("changed", Text("变了的文件", "Files that changed"), COUNT),
    Figure("differing", Text("与从零生成不同的文件", "Files that differ from a full build"), COUNT, (Promise(0),)),
)


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Edits a summary that only its plan shows, and builds."""
    site = run.built()
    earlier = stamps(site)
    run.tell(Text("改一格，再生成一次", "Editing one cell, building again"))
    checkouts.edit(run.checkout, "edit")
    usage = run.program("build")
    yield "cpu", usage.cpu
    yield "peak", usage.mebibytes
    yield "changed", len({path for path, _ in earlier.items() ^ stamps(site).items()})
    if run.verify:
        run.tell(Text("从零再生成一次，逐个文件比较", "Building from nothing, to compare every file"))
        whole = run.scratch / "whole"
        run.program("build", "--out", str(whole))
        yield "differing", len(differing(site, whole / "site"))
        shutil.rmtree(whole)


def stamps(site: Path) -> dict[str, bytes]:
    """A checksum of every file, by path."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                found[path.relative_to(site).as_posix()] = hashlib.file_digest(file, "blake2b").digest()
    return found


def differing(one: Path, other: Path) -> list[str]:
    """Paths of files that are not byte for byte the same in two folders, or stand in one of them only."""
    mine, others = stamps(one), stamps(other)
    return sorted({path for path, _ in mine.items() ^ others.items()})
