"""Spreads independent work over the machine's cores; what was loaded before is shared, not loaded again."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Any, TypeVar

from zoneledger import vega

Item = TypeVar("Item")
Result = TypeVar("Result")

#: What forked processes do: they inherit it, so that neither it nor what it knows is ever sent.
_work: Callable[[Any], Any] | None = None


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _nowhere(_: Any) -> bool:
    return False


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int = 0,
    *,
    here: Callable[[Item], bool] = _nowhere,
) -> Iterator[tuple[Item, Result]]:
    """Does the same for every item, in as many processes as there are cores.

    Args:
        work: what is done; it may know anything, for processes are forked from this one. What it raises is raised here.
        items: to what, none of them twice; they and the results are sent between processes.
        jobs: how many processes; all cores where 0. With one, or where forking is unknown or not safe, nothing is forked.
        here: whether an item may be done in this process too, which is one of them then: each process forked from a large
            one costs as much as some items. What starts threads (a renderer) would leave this one unfit to fork again.

    Yields:
        Each item with its result, in the order in which they are done.
    """
    global _work  # noqa: PLW0603 - forked processes inherit it
    alone = len(items) == 1 and here(items[0])
    if jobs == 1 or alone or "fork" not in multiprocessing.get_all_start_methods() or vega.running():
        for item in items:
            yield item, work(item)
        return
    if not items:
        return
    _work = work
    forked = min(jobs or cores(), len(items)) - any(map(here, items))
    try:
        with frozen(), ProcessPoolExecutor(max(1, forked), multiprocessing.get_context("fork")) as pool:
            asked = {item: pool.submit(_do, item) for item in items}
            # the first have begun: whoever calls names the longest work first
            for item in reversed(items):
                if here(item) and asked[item].cancel():
                    del asked[item]
                    yield item, work(item)
            found = {future: item for item, future in asked.items()}
            for done in as_completed(found):
                yield found[done], done.result()
    finally:
        _work = None


@contextmanager
def frozen() -> Iterator[None]:
    """Spares this process, and those forked from it, looking for what may go among what is there already.

    To look through a thousand plans takes a fifth of a second each time, and in a forked process copies them all. Where this
    is done within itself, what was there before the outermost is spared to its end.
    """
    outermost = not gc.get_freeze_count()
    gc.freeze()
    try:
        yield
    finally:
        if outermost:
            gc.unfreeze()


def _do(item: Any) -> Any:
    if _work is None:
        raise RuntimeError("a process without its work")
    return _work(item)
