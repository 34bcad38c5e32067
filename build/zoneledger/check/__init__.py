"""Checks a checkout: schemas first, then files, cells, keys, and the rules beyond the schema."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.folder import Contents
from zoneledger.check import descriptors, exact, rules, shards, strange_keys, sweeping
from zoneledger.check.cache import Cache
from zoneledger.check.outcome import Engine, held_back
from zoneledger.check.screen import Screen
from zoneledger.check.shards import PartError, Shard
from zoneledger.layout import Layout
from zoneledger.problems import Problem, Report

#: How cells and keys are judged, by the name people type.
ENGINES = ("auto", "screen", "frictionless")


def engine_of(name: str = "auto") -> Engine:
    """What judges cells and keys.

    Args:
        name: one of ``ENGINES``. The screen costs less than Frictionless at every size, one plan included, so ``auto``
            is the screen; Frictionless over every cell is there to be compared with.

    Raises:
        KeyError: there is none of that name.
    """
    return {"auto": Screen().found, "screen": Screen().found, "frictionless": exact.found}[name]


def run(root: Path, plans: Collection[str] | None = None, engine: str = "auto") -> tuple[Catalogue | None, Report]:
    """Reads and checks a checkout, and keeps all of it in memory.

    Args:
        root: the checkout's top folder.
        plans: the ids of the plans to read and judge, besides the shared lists; all by default.
        engine: what judges cells and keys, one of ``ENGINES``.

    Returns:
        The catalogue, or None where the schemas themselves are broken, and the sorted findings.
    """
    layout = Layout(root.resolve())
    faults = descriptors.lint(layout.schemas)
    if faults:
        return None, Report.of(faults, held_back=True)
    catalogue = load(layout.root, plans)
    found = problems(catalogue, engine)
    return catalogue, Report.of(found, held_back=held_back(found))


def sweep(
    root: Path,
    plans: Collection[str] | None = None,
    engine: str = "auto",
    cache: Path | None = None,
    read: dict[Path, Contents] | None = None,
) -> tuple[str, Report]:
    """Checks a checkout some plans at a time: the findings of ``run``, in little memory.

    Args:
        root: the checkout's top folder.
        plans: the ids of the plans to check, besides the shared lists; all by default.
        engine: what judges cells and keys, one of ``ENGINES``.
        cache: a folder where the outcomes of plans are kept; what is known there and did not change is not checked
            again. None keeps and knows nothing. Frictionless, when asked for by name, always judges anew.
        read: takes what stands in the plans' folders, for whoever goes on with what was checked; without it little
            memory is used.

    Returns:
        The date of the data, empty where it cannot be read, and the sorted findings.
    """
    return sweeping.sweep(root, engine_of(engine), plans, _cache(engine, cache, read))


def shard(root: Path, turn: Shard, engine: str = "auto", cache: Path | None = None) -> dict[str, Any]:
    """Checks the plans whose turn it is, as one of several machines; the part is to be written as JSON for ``merge``.

    Args:
        root: the checkout's top folder.
        turn: which machine this is, of how many.
        engine: as in ``sweep``.
        cache: as in ``sweep``.
    """
    return shards.check_shard(root, turn, engine_of(engine), _cache(engine, cache))


def merge(root: Path, parts: Collection[Path]) -> tuple[str, Report]:
    """What ``sweep`` would have given on one machine.

    Args:
        root: the checkout's top folder, as the other machines had it.
        parts: the files written from what ``shard`` gave, of all machines.

    Raises:
        PartError: a part is missing, is no part, or is of other data.
    """
    return shards.merge(root, parts, engine_of())


def _cache(engine: str, folder: Path | None, read: dict[Path, Contents] | None = None) -> Cache:
    return Cache(None if engine == "frictionless" else folder, read)


def problems(catalogue: Catalogue, engine: str = "auto") -> list[Problem]:
    """Every problem of a loaded catalogue.

    The rules beyond the schema read typed rows, so they run only once files, cells and keys are sound:
    a misread cell would otherwise cascade into findings that vanish with it.

    Args:
        catalogue: with all of its plans.
        engine: what judges cells and keys, one of ``ENGINES``.
    """
    found = [*catalogue.problems, *engine_of(engine)(catalogue, list(catalogue.tables.values()))]
    strange: dict[str, list[strange_keys.Strange]] = {}
    for plan_id, key in strange_keys.strange(catalogue, found):
        strange.setdefault(plan_id, []).append(key)
    found += strange_keys.gather(catalogue, strange, lambda plan_id: catalogue)
    if not held_back(found):
        for rule in rules.RULES:
            found += rule.check(catalogue)
    return found


__all__ = ["ENGINES", "PartError", "Shard", "engine_of", "held_back", "merge", "problems", "run", "shard", "sweep"]
