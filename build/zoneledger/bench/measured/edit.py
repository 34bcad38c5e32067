"""One thing in one plan is edited and the site built again into the same folder; on request compared with a full build.

Twice: words that only the plan's own pages show, then a figure that hubs, facets and the interface show as well.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from zoneledger.bench import checkouts
from zoneledger.bench.checkouts import Checkout
from zoneledger.bench.figure import COUNT, MEBIBYTES, SECONDS, Figure, Promise
from zoneledger.bench.run import Run
from zoneledger.problems import Text

NAME = "edit"
TITLE = Text("改一处，再生成一次", "One thing edited, built again")
_LIMIT = (Promise(20, most=1000),)
FIGURES: tuple[Figure, ...] = (
    Figure(
        "cpu", Text("改一条措施的概要，再生成，CPU", "A measure’s summary edited, building again, CPU"), SECONDS, _LIMIT
    ),
    Figure("peak", Text("改概要后，内存最多", "Summary edited, most memory"), MEBIBYTES),
    Figure("changed", Text("改概要后，内容变了的文件", "Summary edited, files whose content is new"), COUNT),
    Figure(
        "differing",
        Text("改概要后，与从零生成不同的文件", "Summary edited, files that differ from a full build"),
        COUNT,
        (Promise(0),),
    ),
    Figure(
        "value_cpu",
        Text("改一个目标的数值，再生成，CPU", "A target’s figure edited, building again, CPU"),
        SECONDS,
        _LIMIT,
    ),
    Figure("value_peak", Text("改数值后，内存最多", "Figure edited, most memory"), MEBIBYTES),
    Figure("value_changed", Text("改数值后，内容变了的文件", "Figure edited, files whose content is new"), COUNT),
    Figure(
        "value_differing",
        Text("改数值后，与从零生成不同的文件", "Figure edited, files that differ from a full build"),
        COUNT,
        (Promise(0),),
    ),
)


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Edits a summary and builds, then edits the figure of a target and builds."""
    run.built()
    summary = Text("改一条措施的概要，再生成一次", "Editing a measure’s summary, building again")
    yield from _edited(run, "", summary, lambda checkout: checkouts.edit(checkout, "edit"))
    figure = Text("改一个目标的数值，再生成一次", "Editing a target’s figure, building again")
    yield from _edited(run, "value_", figure, checkouts.edit_value)


def _edited(run: Run, name: str, told: Text, edit: Callable[[Checkout], object]) -> Iterator[tuple[str, float]]:
    """What one edit costs; the names of its figures begin with ``name``."""
    site = run.checkout.site
    earlier = stamps(site)
    run.tell(told)
    edit(run.checkout)
    usage = run.program("build")
    yield f"{name}cpu", usage.cpu
    yield f"{name}peak", usage.mebibytes
    yield f"{name}changed", len(fresh(earlier, stamps(site)))
    if run.verify:
        run.tell(Text("从零再生成一次，逐个文件比较", "Building from nothing, to compare every file"))
        whole = run.scratch / "whole"
        run.program("build", "--out", str(whole))
        yield f"{name}differing", len(differing(site, whole / "site"))
        shutil.rmtree(whole)


def fresh(earlier: dict[str, bytes], later: dict[str, bytes]) -> list[str]:
    """Paths of files whose content no file had before.

    A file that only moved is none of them: the search's files lie in a folder named by their content, so that one changed
    file moves all.

    Args:
        earlier: checksums by path, as ``stamps`` gives them.
        later: the same, later.
    """
    known = set(earlier.values())
    return [path for path, digest in later.items() if digest not in known]


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
