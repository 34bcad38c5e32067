"""A check by several machines: each checks the plans whose turn it is, and their parts make one machine's report."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from zoneledger.catalogue import load_shared
from zoneledger.check import outcome, outcome_json, state
from zoneledger.check.cache import Cache
from zoneledger.check.outcome import Engine, Outcome
from zoneledger.check.sweeping import of_folders, report, schema_faults
from zoneledger.layout import Layout
from zoneledger.problems import Report, Text

FORMAT = 1


class Shard(NamedTuple):
    """One of several machines.

    Args:
        number: which, from 1.
        machines: of how many.
    """

    number: int
    machines: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """``2/3``: the second of three.

        Raises:
            ValueError: it is written otherwise.
        """
        found = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text)
        shard = cls(int(found[1]), int(found[2])) if found else cls(0, 0)
        if not 1 <= shard.number <= shard.machines:
            raise ValueError(text)
        return shard

    def turn(self, plans: Sequence[Any]) -> list[Any]:
        """Those of some plans, in order, whose turn it is."""
        return list(plans[self.number - 1 :: self.machines])


class PartError(Exception):
    """Parts that make no report.

    Args:
        message: why.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def check_shard(root: Path, shard: Shard, engine: Engine, cache: Cache) -> dict[str, Any]:
    """Checks the plans whose turn it is.

    Args:
        root: the checkout's top folder.
        shard: which machine this is.
        engine: what judges cells and keys.
        cache: what is known from earlier runs.

    Returns:
        A part, as JSON holds it.
    """
    layout = Layout(root.resolve())
    plans: dict[str, Outcome] = {}
    if not schema_faults(layout, cache):
        shared, folders = load_shared(layout.root)
        sound = not outcome.unsound(outcome.of_shared(shared, engine).schema)
        plans = of_folders(shared, shard.turn(folders), engine, sound, cache)
    return {
        "format": FORMAT,
        "shard": list(shard),
        "state": state.of_shared(layout),
        "plans": {plan_id: outcome_json.written(own) for plan_id, own in plans.items()},
    }


def merge(root: Path, parts: Collection[Path], engine: Engine) -> tuple[str, Report]:
    """The report that one machine would have given.

    Args:
        root: the checkout's top folder, as the other machines had it.
        parts: the files of all parts.
        engine: what judges the shared lists.

    Returns:
        The date of the data and the sorted findings.

    Raises:
        PartError: a part is missing, is no part, or is of other data.
    """
    layout = Layout(root.resolve())
    faults = schema_faults(layout, Cache(None))
    if faults:
        return "", Report.of(faults, held_back=True)
    shared, folders = load_shared(layout.root)
    plans = _joined([_read(path) for path in parts], state.of_shared(layout))
    if sorted(plans) != sorted(folder.name for folder in folders):
        raise PartError(
            Text("各部分的计划与 datasets/plans 的不同。", "The parts are of other plans than datasets/plans.")
        )
    return shared.as_of, report(shared, outcome.of_shared(shared, engine), plans)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        if content["format"] != FORMAT:
            raise ValueError("another format")
        Shard.parse("/".join(map(str, content["shard"])))
        return {**content, "plans": {str(name): outcome_json.read(own) for name, own in content["plans"].items()}}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        told = Text(f"{path} 不是 check --shard 写出的文件。", f"{path} was not written by check --shard.")
        raise PartError(told) from error


def _joined(parts: Sequence[dict[str, Any]], expected: str) -> dict[str, Outcome]:
    """The outcomes of all parts.

    Raises:
        PartError: some are missing, stand twice, or are of another state.
    """
    counts = {part["shard"][1] for part in parts}
    numbers = sorted(part["shard"][0] for part in parts)
    if len(counts) != 1 or numbers != list(range(1, max(counts) + 1)):
        raise PartError(Text("各部分不全，或有重复。", "The parts are not complete, or one stands twice."))
    if {part["state"] for part in parts} != {expected}:
        message = "各部分来自另一版程序、模式或共享清单。", "The parts are of another program, schemas or shared lists."
        raise PartError(Text(*message))
    plans: dict[str, Outcome] = {}
    for part in parts:
        if plans.keys() & part["plans"].keys():
            raise PartError(Text("有计划出现在两个部分里。", "A plan stands in two parts."))
        plans |= part["plans"]
    return plans
