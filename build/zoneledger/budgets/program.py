"""Measures what the project promises about itself: CPU seconds, peak memory and the weight of the home page.

A command, not a test: times depend on the machine, so they are printed beside their budgets and judged by a reader.
"""

from __future__ import annotations

import gzip
import re
import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import click

from zoneledger.layout import is_checkout

MEBIBYTE = 1024 * 1024
# What a browser fetches for a page before anyone touches it.
_LOADED = re.compile(r'<(?:link[^>]+rel="?(?:stylesheet|icon)"?[^>]*href|script[^>]*src|img[^>]*src)="?([^"\s>]+)')


@dataclass(frozen=True)
class Measure:
    """One promise and what was measured.

    Args:
        name: what was measured.
        value: the figure.
        budget: what was promised; the figure should not exceed it.
        unit: of both.
    """

    name: str
    value: float
    budget: float
    unit: str

    def __str__(self) -> str:
        verdict = "ok" if self.value <= self.budget else "OVER"
        return f"{self.name:<28} {self.value:>9.1f} {self.unit:<6} budget {self.budget:>6.0f}  {verdict}"


def page_weight(page: Path) -> int:
    """Gzipped bytes of a page with the styles, scripts and images it names.

    Args:
        page: an HTML file of a built site; what it names is looked up relative to it.
    """
    html = page.read_text(encoding="utf-8")
    loaded = {(page.parent / name.split("#")[0].split("?")[0]).resolve() for name in _LOADED.findall(html)}
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in {page.resolve(), *loaded} if path.is_file())


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


@click.command()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
def main(root: Path) -> None:
    """打印各项预算与实测。 Print each budget and what was measured."""
    if not is_checkout(root):
        raise click.BadParameter(f"{root}: datasets/, schemas/ ?")
    for line in measure(root.resolve()):
        click.echo(str(line))


if __name__ == "__main__":
    sys.exit(main())
