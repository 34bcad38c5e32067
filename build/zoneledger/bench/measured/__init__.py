"""What is measured, one thing a module, in the order in which one stands on the other: each has a ``NAME``, a ``TITLE``,
its ``FIGURES`` and a ``measure``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from zoneledger.bench.figure import Figure
from zoneledger.bench.measured import browser, build, check, edit, pages, serve
from zoneledger.bench.run import Run
from zoneledger.problems import Text


class Measured(Protocol):
    """What each module of this package offers."""

    NAME: str
    TITLE: Text
    FIGURES: tuple[Figure, ...]

    def measure(self, run: Run) -> Iterator[tuple[str, float]]:
        """Names of figures with their values, as they are found; what cannot be measured here is left out."""


MEASURED: tuple[Measured, ...] = (check, build, edit, pages, browser, serve)
