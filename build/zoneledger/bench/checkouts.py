"""The checkouts that are measured: a copy of this one, or plans that ``scripts/synthesize`` makes."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from zoneledger import figures
from zoneledger.bench import process_tree
from zoneledger.layout import Layout
from zoneledger.scale import Scale

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
    """What was changed in one plan.

    Args:
        plan: the plan's id.
        text: words that stand there now.
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
    for file in _from_the_middle(checkout, "measures.csv"):
        content = file.read_text(encoding="utf-8")
        for row in csv.DictReader(io.StringIO(content, newline="")):
            summary = row["summary_en"]
            # the file is changed as a person would: nothing else in it moves
            if summary and '"' not in summary and content.count(summary) == 1:
                file.write_text(content.replace(summary, f"{summary} {text}"), encoding="utf-8", newline="")
                return Edit(file.parent.name, text)
    raise ValueError("measures.csv: summary_en")


def edit_value(checkout: Checkout) -> Edit:
    """Raises the figure of a target by one, in the plan in the middle of the list or the next that has such a target.

    The printed stretch is changed with the value: the check reads the figure in it and compares the two.

    Args:
        checkout: is written to.

    Raises:
        ValueError: no plan has a target whose figure can be raised so.
    """
    for file in _from_the_middle(checkout, "targets.csv"):
        lines = file.read_text(encoding="utf-8").split("\n")
        header = lines[0].split(",")
        for number, line in enumerate(lines):
            cells = line.split(",")
            # a line with quotes, or of a row with a line break, is left alone: nothing else in the file may move
            if '"' in line or len(cells) != len(header) or not line.startswith(f"{file.parent.name}-t"):
                continue
            raised = _raised(dict(zip(header, cells, strict=True)))
            if raised is not None:
                lines[number] = ",".join(raised.values())
                file.write_text("\n".join(lines), encoding="utf-8", newline="")
                return Edit(file.parent.name, raised["printed"])
    raise ValueError("targets.csv: value")


def _raised(row: dict[str, str]) -> dict[str, str] | None:
    """The row with a figure larger by one; None where it is no plain level of three digits or more."""
    value, printed = row["value"], row["printed"]
    plain = row["value_type"] == "level" and not row["value_max"] and value.isdecimal() and len(value) > 2
    if not plain or printed.count(value) != 1:
        return None
    more = str(int(value) + 1)
    raised = row | {"value": more, "printed": printed.replace(value, more)}
    found, member = figures.find(raised["printed"]), int(row["member"] or 1)
    return raised if len(found) >= member and found[member - 1].states(int(more), None) else None


def _from_the_middle(checkout: Checkout, name: str) -> Iterator[Path]:
    """The plans' files of a name, from the plan in the middle of the list on, then from the first."""
    folders = sorted(Layout(checkout.root).plans.iterdir())
    middle = len(folders) // 2
    return (folder / name for folder in [*folders[middle:], *folders[:middle]] if (folder / name).is_file())


@contextmanager
def made_simply(checkout: Checkout) -> Iterator[None]:
    """Sets every limit of ``extra.scale`` to no plans at all, so that few plans are built as very many are; then back.

    Args:
        checkout: its ``mkdocs.yml`` is written to.

    Raises:
        ValueError: its settings cannot be written so.
    """
    file = checkout.root / "mkdocs.yml"
    before = file.read_text(encoding="utf-8")
    limits = "".join(f"    {limit.name}: 0\n" for limit in fields(Scale))
    without = re.sub(r"^  scale:.*\n(?:    .*\n)*", "", before, flags=re.MULTILINE)
    file.write_text(re.sub(r"^extra:\n", f"extra:\n  scale:\n{limits}", without, flags=re.MULTILINE), encoding="utf-8")
    try:
        if any(vars(Scale.of(Layout(checkout.root))).values()):
            raise ValueError("mkdocs.yml: extra.scale")
        yield
    finally:
        file.write_text(before, encoding="utf-8")
