"""One run: what each measured thing is given to work with, and how it starts the program."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zoneledger.bench import process_tree
from zoneledger.bench.checkouts import Checkout
from zoneledger.bench.figure import Tell
from zoneledger.bench.process_tree import Usage
from zoneledger.layout import Layout


@dataclass(frozen=True)
class Run:
    """The measuring of one checkout.

    Args:
        checkout: may be edited and built in.
        scratch: an empty folder for whatever else is written.
        tell: says what is being done.
        smaller: figures of the next smaller checkout of the same kind, by full name; empty where there is none.
        verify: whether an incremental build is compared with a full one, which costs another build.
    """

    checkout: Checkout
    scratch: Path
    tell: Tell
    smaller: Mapping[str, float] = field(default_factory=dict)
    verify: bool = False

    def program(self, *arguments: str, accept: Sequence[int] = (0,)) -> Usage:
        """Runs ``zoneledger`` to its end, in the checkout.

        Raises:
            zoneledger.bench.process_tree.MeasureError: it failed.
        """
        return self.module("zoneledger", *arguments, accept=accept)

    def module(self, name: str, *arguments: str, accept: Sequence[int] = (0,)) -> Usage:
        """Runs a module of this environment to its end, in the checkout.

        Raises:
            zoneledger.bench.process_tree.MeasureError: it failed.
        """
        return process_tree.run([*process_tree.module(name), *arguments], self.checkout.root, accept)

    def forget(self) -> None:
        """Removes all output of the checkout, with everything it keeps from one run to the next."""
        shutil.rmtree(Layout(self.checkout.root).dist, ignore_errors=True)

    def built(self) -> Path:
        """The checkout's site, built now if nothing before did so.

        Raises:
            zoneledger.bench.process_tree.MeasureError: it could not be built.
        """
        if not self.checkout.site.is_dir():
            self.program("build")
        return self.checkout.site
