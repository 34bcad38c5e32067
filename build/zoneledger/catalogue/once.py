"""What is computed from a whole catalogue, computed once: kept as long as the catalogue lives, and no longer."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.records import Row

P = ParamSpec("P")
T = TypeVar("T")


def once(compute: Callable[[Catalogue], T]) -> Callable[[Catalogue], T]:
    """Makes a function of a catalogue answer from memory when it is asked again; the rows must not change in between.

    Args:
        compute: reads the catalogue and nothing else.
    """
    kept: dict[int, tuple[weakref.ref[Catalogue], T]] = {}

    @wraps(compute)
    def known(catalogue: Catalogue) -> T:
        key = id(catalogue)
        if key not in kept:
            # the number of an object that is gone may be given to another
            kept[key] = (weakref.ref(catalogue, lambda _: kept.pop(key, None)), compute(catalogue))
        return kept[key][1]

    return known


def once_a_row(compute: Callable[Concatenate[Catalogue, Row, P], T]) -> Callable[Concatenate[Catalogue, Row, P], T]:
    """The same for a function of a row, where the catalogue is cut for a part: of all plans it would fill memory.

    Of a target page, calendar, explorer, search and download each say the same.

    Args:
        compute: reads the catalogue; what it is told beside the row follows from the row.
    """

    @once
    def kept(_: Catalogue) -> dict[int, tuple[Row, T]]:
        return {}

    @wraps(compute)
    def known(catalogue: Catalogue, row: Row, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if not catalogue.cut:
            return compute(catalogue, row, *args, **kwargs)
        found = kept(catalogue)
        if id(row) not in found:
            # with the row itself, so that no other can be given its number
            found[id(row)] = row, compute(catalogue, row, *args, **kwargs)
        return found[id(row)][1]

    return known


def once_a_plan(compute: Callable[[Catalogue, str], T]) -> Callable[[Catalogue, str], T]:
    """The same for a function of a plan, where the catalogue is cut for a part.

    Args:
        compute: reads the catalogue and nothing else; nobody changes what it answers.
    """

    @once
    def kept(_: Catalogue) -> dict[str, T]:
        return {}

    @wraps(compute)
    def known(catalogue: Catalogue, plan_id: str) -> T:
        if not catalogue.cut:
            return compute(catalogue, plan_id)
        found = kept(catalogue)
        if plan_id not in found:
            found[plan_id] = compute(catalogue, plan_id)
        return found[plan_id]

    return known
