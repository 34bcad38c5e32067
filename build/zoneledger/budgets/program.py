"""CPU seconds and peak memory of ``check`` and ``build``, and the weight of the home page."""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import click

from zoneledger.budgets.measure import Measure, page_weight

MEBIBYTE = 1024 * 1024


def _stage(name: str, root: Path, out: Path) -> None:
    """Runs one command's work in a process of its own, so that its CPU time and memory are its alone."""
    if name == "check":
        from zoneledger import check

        check.run(root)
    else:
        from zoneledger import build

        build.run(root, out, lambda _: None)


def measure(root: Path) -> Iterator[Measure]:
    """Runs ``check`` and a whole ``build``, and weighs the home page of what was built."""
    budgets = {"check": 5, "build": 60}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for name, budget in budgets.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            process = get_context("spawn").Process(target=_stage, args=(name, root, out))
            process.start()
            process.join()
            if process.exitcode:
                raise click.ClickException(f"{name}: exit code {process.exitcode}")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            yield Measure(f"{name}, CPU", spent, budget, "s")
            # the largest of all children so far: an upper bound for the later one
            yield Measure(f"{name}, peak memory", after.ru_maxrss * 1024 / MEBIBYTE, 1024, "MiB")
        yield Measure("home page, gzipped", page_weight(out / "site" / "index.html") / 1000, 200, "kB")
