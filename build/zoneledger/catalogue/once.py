"""What is computed from a whole catalogue, computed once: kept as long as the catalogue lives, and no longer."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from zoneledger.catalogue.catalogue import Catalogue

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
