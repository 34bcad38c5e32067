"""The checkouts that are measured: a copy of this one, or plans that ``scripts/synthesize`` makes."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

from zoneledger.bench import process_tree
from zoneledger.layout import Layout

#: What check and build read.
_INPUTS = ("datasets", "schemas", "site", "mkdocs.yml")


@dataclass(frozen=True)
class Checkout:
    """A checkout that may be edited and built in.

    Args:
        root: its top folder.
        plans: how many plans it holds.
        synthetic: whether they are made up.
    """

    root: Path
    plans: int
    synthetic: bool

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return Layout(self.root).dist / "site"

    def rows(self) -> int:
        """Rows of all tables."""
        total = 0
        for file in Layout(self.root).datasets.rglob("*.csv"):
            with file.open(encoding="utf-8-sig", newline="") as lines:
                total += sum(1 for _ in csv.reader(lines)) - 1
        return total


def own_plans(root: Path) -> int:
    """How many plans a checkout holds."""
    return sum(1 for folder in Layout(root).plans.iterdir() if (folder / "plan.yml").is_file())


def make(root: Path, plans: int, folder: Path) -> Checkout:
    """Makes a checkout to measure.

    Args:
        root: the one that is copied or learned from.
        plans: how many plans it is to hold: as many as ``root`` holds gives a copy, another number synthetic ones.
        folder: where; whatever is there goes.

    Raises:
        zoneledger.bench.process_tree.MeasureError: the plans could not be made.
    """
    remove(folder)
    if plans == own_plans(root):
        for name in _INPUTS:
            if (root / name).is_dir():
                shutil.copytree(root / name, folder / name)
            else:
                shutil.copy2(root / name, folder / name)
        return Checkout(folder, plans, synthetic=False)
    made = [
        *process_tree.module("zoneledger.commands.synthesize"),
        str(plans),
        "--root",
        str(root),
        "--out",
        str(folder),
    ]
    process_tree.run(made, root)
    return Checkout(folder, plans, synthetic=True)


def remove(folder: Path) -> None:
    """Removes a checkout that was made here."""
    if folder.is_dir():
        shutil.rmtree(folder)


@dataclass(frozen=True)
class Edit:
    """One cell of one plan, changed in a way that nothing else depends on.

    Args:
        plan: the plan's id.
        text: words that stand in the cell now and stood nowhere before.
    """

    plan: str
    text: str


def edit(checkout: Checkout, mark: str) -> Edit:
    """Adds words to the English summary of a measure, in the plan in the middle of the list.

    Args:
        checkout: is written to.
        mark: makes the words differ from those of another edit.

    Raises:
        ValueError: no plan has such a summary.
    """
    text = f"[benchmark {mark}]"
    folders = sorted(Layout(checkout.root).plans.iterdir())
    middle = len(folders) // 2
    for folder in [*folders[middle:], *folders[:middle]]:
        file = folder / "measures.csv"
        if not file.is_file():
            continue
        content = file.read_text(encoding="utf-8")
        for row in csv.DictReader(io.StringIO(content, newline="")):
            summary = row["summary_en"]
            # the file is changed as a person would: nothing else in it moves
            if summary and '"' not in summary and content.count(summary) == 1:
                file.write_text(content.replace(summary, f"{summary} {text}"), encoding="utf-8", newline="")
                return Edit(folder.name, text)
    raise ValueError("measures.csv: summary_en")
