"""Checks a checkout some plans at a time: no more than these are ever in memory, and what did not change is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from zoneledger.catalogue import Catalogue, load_plans, load_shared
from zoneledger.catalogue.folder import Contents, contents
from zoneledger.check import descriptors, outcome, rules, state, strange_keys
from zoneledger.check.cache import Cache
from zoneledger.check.outcome import Engine, Outcome
from zoneledger.layout import Layout
from zoneledger.problems import Problem, Report

#: So many bytes of plans are checked at once: enough to work by the column, little enough to hold.
BATCH_BYTES = 4_000_000


def schema_faults(layout: Layout, cache: Cache) -> list[Problem]:
    """What is wrong with the schemas themselves; nothing can be read by them then.

    Args:
        layout: the checkout.
        cache: where it is known that nothing is wrong with these very schemas.
    """
    key = state.of_schemas(layout)
    if cache.outcome("schemas", key) == Outcome():
        return []
    faults = descriptors.lint(layout.schemas)
    if not faults:
        cache.keep("schemas", key, Outcome())
    return faults


def of_folders(
    shared: Catalogue, folders: Sequence[Path], engine: Engine, sound: bool, cache: Cache
) -> dict[str, Outcome]:
    """Checks the plans of some folders.

    Args:
        shared: as ``load_shared`` gives it.
        folders: the plans' folders.
        engine: what judges cells and keys.
        sound: whether the shared lists are.
        cache: what is known from earlier runs.
    """
    common = state.of_shared(shared.layout)
    found: dict[str, Outcome] = {}
    for batch in batches(folders):
        if cache.read is not None:
            cache.read.update(batch)
        keys = {folder: _key(shared.layout, common, folder, read) for folder, read in batch.items()}
        known = {folder: cache.outcome(folder.name, key) for folder, key in keys.items()}
        fresh = [folder for folder in batch if known[folder] is None]
        made: Mapping[str, Outcome] = {}
        if fresh:
            catalogue = load_plans(shared, fresh, batch)
            made = outcome.of_plans(catalogue, [folder.name for folder in fresh], engine, sound)
        for folder in batch:
            found[folder.name] = known[folder] or made[folder.name]
        for folder in fresh:
            cache.keep(folder.name, keys[folder], made[folder.name])
    return found


def report(shared: Catalogue, lists: Outcome, plans: Mapping[str, Outcome]) -> Report:
    """The report on shared lists and plans, from the outcome of each.

    Args:
        shared: as ``load_shared`` gives it; its ``unread`` are the plans that were left out.
        lists: the outcome of the shared lists.
        plans: that of every plan, by id.
    """
    read: dict[str, Catalogue] = {}

    def plan(plan_id: str) -> Catalogue | None:
        if plan_id in plans and plan_id not in read:
            read[plan_id] = load_plans(shared, [shared.layout.plans / plan_id])
        return read.get(plan_id)

    ordered = {plan_id: plans[plan_id] for plan_id in sorted(plans)}
    found = [*lists.schema, *chain.from_iterable(own.schema for own in ordered.values())]
    found += strange_keys.gather(shared, {name: own.strange for name, own in ordered.items() if own.strange}, plan)
    held_back = outcome.unsound(found)
    if not held_back:
        found += chain(lists.rules, *(own.rules for own in ordered.values()))
        for rule in rules.ACROSS:
            found += rule.gather(shared, {name: own.extracts[rule.RULE.code] for name, own in ordered.items()})
    return Report.of(found, held_back)


def sweep(root: Path, engine: Engine, plans: Collection[str] | None, cache: Cache) -> tuple[str, Report]:
    """Checks a checkout, or some of its plans and the shared lists.

    Args:
        root: the checkout's top folder.
        engine: what judges cells and keys.
        plans: the ids of the plans to check; all where None.
        cache: what is known from earlier runs.

    Returns:
        The date of the data and the sorted findings, as ``check.run`` gives them.
    """
    layout = Layout(root.resolve())
    faults = schema_faults(layout, cache)
    if faults:
        return "", Report.of(faults, held_back=True)
    shared, folders = load_shared(layout.root)
    lists = outcome.of_shared(shared, engine)
    chosen = [folder for folder in folders if plans is None or folder.name in plans]
    taken = set(chosen)
    shared.unread = [folder for folder in folders if folder not in taken]
    found = of_folders(shared, chosen, engine, not outcome.unsound(lists.schema), cache)
    return shared.as_of, report(shared, lists, found)


def batches(folders: Sequence[Path]) -> Iterator[dict[Path, Contents]]:
    """What stands in the folders of some plans after others, as many as are checked at once.

    Args:
        folders: the plans' folders.
    """
    batch: dict[Path, Contents] = {}
    size = 0
    for folder in folders:
        batch[folder] = contents(folder)
        size += sum(len(data) for data in batch[folder].values() if data is not None)
        if size > BATCH_BYTES:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch


def _key(layout: Layout, common: str, folder: Path, read: Contents) -> str:
    receipt = layout.receipts / f"{folder.name}.json"
    return state.of_plan(common, folder.name, read, receipt.read_bytes() if receipt.is_file() else b"")
