"""What was measured, as JSON: the file a run writes, and the one the site's page reads."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: The record the site shows, below the checkout's ``site/``.
PUBLISHED = Path("measured") / "scale.json"
_DATE = "date"
_DIGITS = 4


@dataclass
class Size:
    """The figures at one number of plans.

    Args:
        plans: how many.
        rows: rows of all their tables and of the shared lists.
        synthetic: whether the plans were made up by ``scripts/synthesize``.
        figures: by name: what is measured together, a point, the figure.
    """

    plans: int
    rows: int
    synthetic: bool
    figures: dict[str, float] = field(default_factory=dict)


@dataclass
class Record:
    """One run, or several on the same code and machine.

    Args:
        facts: on what (``zoneledger.bench.facts``).
        sizes: by number of plans, the fewest first.
    """

    facts: dict[str, Any]
    sizes: dict[int, Size] = field(default_factory=dict)

    def take(self, size: Size) -> Size:
        """Puts a size in its place; figures that are there already stay until they are measured again."""
        there = self.sizes.get(size.plans)
        if there is not None and (there.rows, there.synthetic) == (size.rows, size.synthetic):
            return there
        self.sizes = dict(sorted({**self.sizes, size.plans: size}.items()))
        return size

    def before(self, size: Size) -> Size | None:
        """The next smaller size with the same kind of plans; curated and synthetic ones are not alike."""
        smaller = [each for each in self.sizes.values() if each.plans < size.plans and each.synthetic == size.synthetic]
        return smaller[-1] if smaller else None

    def same_setting(self, other: Record) -> bool:
        """Whether both were measured on the same code and machine, be it on different days."""
        mine, others = ({key: value for key, value in each.facts.items() if key != _DATE} for each in (self, other))
        return mine == others

    def write(self, file: Path) -> None:
        """Writes it; the same record gives the same bytes."""
        content = {**self.facts, "sizes": [vars(size) for size in self.sizes.values()]}
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Record:
        """Reads what ``write`` wrote.

        Raises:
            ValueError: the file is no such record.
        """
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            sizes = [Size(**each) for each in content.pop("sizes")]
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{file.name}: {error}") from error
        return cls(content, {size.plans: size for size in sizes})


def rounded(value: float) -> float:
    """A figure with as many digits as mean something."""
    return float(f"{value:.{_DIGITS}g}") if abs(value) < 10**_DIGITS else float(round(value))
