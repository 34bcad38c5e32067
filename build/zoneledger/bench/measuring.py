"""Measures one number of plans: makes the checkout, asks each measured thing, keeps what it says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from zoneledger.bench import checkouts
from zoneledger.bench.checkouts import Checkout
from zoneledger.bench.figure import Tell, plans_text
from zoneledger.bench.measured import Measured
from zoneledger.bench.process_tree import MeasureError
from zoneledger.bench.record import Record, Size, rounded
from zoneledger.bench.run import Run
from zoneledger.problems import Text


@dataclass(frozen=True)
class Measuring:
    """What is measured, and where to.

    Args:
        things: what to measure.
        record: takes the figures.
        tell: says what is being done.
        found: called whenever the record has grown.
        verify: as in ``Run``.
    """

    things: Iterable[Measured]
    record: Record
    tell: Tell
    found: Callable[[], None]
    verify: bool = False

    def size(self, root: Path, plans: int, folder: Path) -> bool:
        """Makes a checkout of so many plans and measures it.

        Args:
            root: the checkout that is copied or learned from.
            plans: how many.
            folder: where to make it.

        Returns:
            Whether everything could be measured; what could not is told.
        """
        self._tell_of(plans, Text("准备数据", "Preparing the data"))
        try:
            checkout = checkouts.make(root, plans, folder)
        except MeasureError as error:
            self._tell_failed(error)
            return False
        size = self.record.take(Size(plans, checkout.rows(), checkout.synthetic))
        with tempfile.TemporaryDirectory(dir=folder, prefix=".bench-") as scratch:
            run = self._run(checkout, Path(scratch), size)
            whole = [self._thing(thing, run, size) for thing in self.things]
            return all(whole)

    def _run(self, checkout: Checkout, scratch: Path, size: Size) -> Run:
        smaller = self.record.before(size)
        figures = smaller.figures if smaller else {}

        def tell(message: Text) -> None:
            self._tell_of(size.plans, message)

        return Run(checkout, scratch, tell, figures, self.verify)

    def _thing(self, thing: Measured, run: Run, size: Size) -> bool:
        for figure in thing.FIGURES:
            size.figures.pop(f"{thing.NAME}.{figure.name}", None)
        try:
            for name, value in thing.measure(run):
                size.figures[f"{thing.NAME}.{name}"] = rounded(value)
                self.found()
        except (MeasureError, TimeoutError, ValueError, OSError) as error:
            self._tell_failed(error)
            return False
        return True

    def _tell_of(self, plans: int, message: Text) -> None:
        count = plans_text(plans)
        self.tell(Text(f"{count.zh}：{message.zh}", f"{count.en}: {message.en}"))

    def _tell_failed(self, error: Exception) -> None:
        self.tell(Text(f"没有量成：{error}", f"Could not be measured: {error}"))
