"""Spoils a seeded checkout of three plans at random, in every way that cells, keys, rows, bytes and schemas can be."""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from nasty_cells import CHARACTERS, NUMBERS, PATTERNS, VALUES

from zoneledger.check import descriptors

ROOT = Path(__file__).resolve().parents[2]
SEEDED = "anshi-2021"
#: One plan's id begins with another's; one sorts before the seeded one.
PLANS = (SEEDED, "anshi-2021-b", "anshan-2020")


@dataclass
class Spoiler:
    """One checkout to spoil: its sound files, and which of them were changed.

    Args:
        root: an empty folder.
        sound: the sound files by path.
        changed: the files changed since ``restore``.
        notes: what was done, to be told.
    """

    root: Path
    sound: dict[str, bytes] = field(default_factory=dict)
    changed: dict[str, bytes | None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def make(cls, root: Path) -> Spoiler:
        """Three plans: the fixture's and two copies under other ids."""
        spoiler = cls(root)
        fixture = ROOT / "tests" / "fixtures" / "small" / "datasets"
        for path in sorted(fixture.rglob("*")):
            name = path.relative_to(fixture.parent).as_posix()
            for plan in PLANS if path.is_file() else ():
                text = path.read_bytes()
                if "/plans/" in name:
                    text = text.replace(SEEDED.encode(), plan.encode())
                spoiler.sound[name.replace(f"/{SEEDED}/", f"/{plan}/")] = text
        for path in sorted((ROOT / "schemas").glob("*.json")):
            spoiler.sound[f"schemas/{path.name}"] = path.read_bytes()
        for name, data in spoiler.sound.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        return spoiler

    def restore(self) -> None:
        """Puts the sound files back."""
        for name in self.changed:
            (self.root / name).write_bytes(self.sound[name])
        self.changed, self.notes = {}, []

    def read(self, name: str) -> bytes:
        """A file as it stands."""
        return self.changed.get(name, self.sound[name]) or b""

    def write(self, name: str, data: bytes | None, note: str) -> None:
        """Changes a file, or deletes it."""
        self.changed[name] = data
        self.notes.append(f"{note}: {name}")
        if data is None:
            (self.root / name).unlink(missing_ok=True)
        else:
            (self.root / name).write_bytes(data)

    def tables(self) -> list[str]:
        """The CSV files that are there."""
        return [name for name in self.sound if name.endswith(".csv") and self.changed.get(name, b"-") is not None]


def _rows(spoiler: Spoiler, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(spoiler.read(name).decode("utf-8", "replace"), newline="\n")))


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def _table(spoiler: Spoiler, rng: random.Random) -> tuple[str, list[list[str]]]:
    """A table with rows; those with few rows as often as those with many."""
    while True:
        name = rng.choice(spoiler.tables())
        rows = _rows(spoiler, name)
        if len(rows) > 1:
            return name, rows


def spoil_cell(spoiler: Spoiler, rng: random.Random) -> None:
    """One cell: a nasty value, a neighbour's value, or a nasty character in it."""
    name, rows = _table(spoiler, rng)
    row = rng.choice(rows[1:])
    place = rng.randrange(len(row))
    cell, kind = row[place], rng.random()
    if kind < 0.35:
        cell = rng.choice(VALUES)
    elif kind < 0.5:
        cell = rng.choice(NUMBERS)
    elif kind < 0.65:
        cell = rng.choice(rng.choice(rows[1:]))
    else:
        at = rng.randrange(len(cell) + 1)
        cell = cell[:at] + rng.choice(CHARACTERS) + cell[at + rng.choice((0, 0, 1)) :]
    row[place] = cell
    spoiler.write(name, _csv(rows), f"cell {place} is {cell!r:.60}")


def spoil_key(spoiler: Spoiler, rng: random.Random) -> None:
    """An id or a pointer: another row's, another plan's, none."""
    name, rows = _table(spoiler, rng)
    keys = [place for place, column in enumerate(rows[0]) if column == "id" or column.endswith(("_id", "code"))]
    if not keys:
        return spoil_cell(spoiler, rng)
    row, place = rng.choice(rows[1:]), rng.choice(keys)
    other = _rows(spoiler, rng.choice(spoiler.tables()))
    plan, another = rng.choice(PLANS), rng.choice(PLANS)
    row[place] = rng.choice(
        (
            rng.choice(rows[1:])[place],
            "",
            rng.choice(other)[0],
            row[place].replace(plan, another),
            f"{plan}-{row[place]}",
        )
    )
    spoiler.write(name, _csv(rows), f"key {rows[0][place]} is {row[place]!r:.60}")
    return None


def spoil_rows(spoiler: Spoiler, rng: random.Random) -> None:
    """Rows: short, long, blank, twice, moved, gone; columns turned round or misspelt."""
    name, rows = _table(spoiler, rng)
    place = rng.randrange(1, len(rows))
    ways: dict[str, Callable[[], object]] = {
        "short": lambda: rows[place].pop(rng.randrange(len(rows[place]))),
        "long": lambda: rows[place].insert(rng.randrange(len(rows[place])), rng.choice(["", "x", "1"])),
        "blank": lambda: rows.insert(place, [""] * rng.choice((1, len(rows[0])))),
        "twice": lambda: rows.insert(rng.randrange(1, len(rows)), list(rows[place])),
        "moved": lambda: rows.append(rows.pop(place)),
        "gone": lambda: rows.pop(place),
        "column emptied": lambda: [row.__setitem__(0, "") for row in rows[1:]],
        "columns turned": lambda: [row.append(row.pop(0)) for row in rows],
        "column misspelt": lambda: rows[0].__setitem__(0, rows[0][0] + "s"),
        "many faults": lambda: [rows.append(["?"] * len(rows[0])) for _ in range(rng.choice((3, 20)))],
    }
    way = rng.choice(list(ways))
    ways[way]()
    spoiler.write(name, _csv(rows), way)


def spoil_bytes(spoiler: Spoiler, rng: random.Random) -> None:
    """The file itself: its line ends, encoding, quotes, separators; or no file."""
    name = rng.choice(spoiler.tables())
    data = spoiler.read(name)
    at = rng.randrange(len(data) + 1)
    ways: dict[str, Callable[[], bytes | None]] = {
        "CRLF": lambda: data.replace(b"\n", b"\r\n"),
        "byte order mark": lambda: b"\xef\xbb\xbf" + data,
        "quote": lambda: data[:at] + b'"' + data[at:],
        "line break": lambda: data[:at] + b"\n" + data[at:],
        "comma": lambda: data[:at] + b"," + data[at:],
        "byte": lambda: data[:at] + bytes([rng.randrange(256)]) + data[at:],
        "cut": lambda: data[:at],
        "semicolons": lambda: data.replace(b",", b";"),
        "no file": lambda: None,
        "empty": lambda: b"",
    }
    way = rng.choice(list(ways))
    spoiler.write(name, ways[way](), way)


def spoil_plan(spoiler: Spoiler, rng: random.Random) -> None:
    """A line of a ``plan.yml``."""
    name = f"datasets/plans/{rng.choice(PLANS)}/plan.yml"
    lines = spoiler.read(name).decode().split("\n")
    place = rng.randrange(len(lines))
    lines[place] = rng.choice(["", lines[place] + rng.choice(CHARACTERS), f"{lines[place]} x", f"  {lines[place]}"])
    spoiler.write(name, "\n".join(lines).encode("utf-8", "surrogatepass"), f"line {place}")


def spoil_schema(spoiler: Spoiler, rng: random.Random) -> None:
    """A column's rules: the type, or a constraint more, less or different; only what the schemas' linter lets pass."""
    names = [name for name in spoiler.sound if name.startswith("schemas/") and "_wide" not in name]
    name = rng.choice([name for name in names if not name.endswith(".schema.json")])
    content = json.loads(spoiler.read(name))
    own = rng.choice([field for field in content["fields"] if "derived" not in field])
    _vary(own, rng)
    table = name.removeprefix("schemas/").removesuffix(".json")
    if not list(descriptors._table(content, table)) and not list(descriptors._frictionless(content)):
        told = {key: own.get(key) for key in ("name", "type", "constraints")}
        spoiler.write(name, json.dumps(content, ensure_ascii=False).encode(), f"{told!r:.200}")


def _vary(own: dict[str, Any], rng: random.Random) -> None:
    limits = own.setdefault("constraints", {})
    ways: dict[str, Callable[[], object]] = {
        "required": lambda: limits.__setitem__("required", not limits.get("required", False)),
        "pattern": lambda: limits.__setitem__("pattern", rng.choice(PATTERNS)),
        "less": lambda: limits.pop(rng.choice(list(limits)), None) if limits else None,
        "minLength": lambda: limits.__setitem__("minLength", rng.choice((0, 1, 2, 5, 12, 2.0, "3"))),
        "maxLength": lambda: limits.__setitem__("maxLength", rng.choice((0, 1, 3, 8, 25, 4.0))),
        "minimum": lambda: limits.__setitem__("minimum", rng.choice((0, 1, 2, 1.5, -3, "1", 0.1, 100))),
        "maximum": lambda: limits.__setitem__("maximum", rng.choice((0, 1, 2, 1.5, 30, "9", 99.9))),
        "enum": lambda: limits.__setitem__("enum", rng.choice((["a", "b"], [1, 2, 3], ["1", "2"], [2.5, "3"], []))),
        "enum less": lambda: limits.__setitem__("enum", limits["enum"][:-1]) if "enum" in limits else None,
    }
    for _ in range(rng.choice((1, 1, 2))):
        ways[rng.choice(list(ways))]()
    if rng.random() < 0.3:
        own["type"] = rng.choice(("string", "integer", "number", "boolean", "date"))
        if own["type"] == "boolean":
            own |= {"trueValues": ["true"], "falseValues": ["false"]}
        allowed = descriptors.CONSTRAINTS[own["type"]]
        own["constraints"] = {key: value for key, value in limits.items() if key in allowed}
    own.pop("labels", None)


SPOILERS: tuple[tuple[Callable[[Spoiler, random.Random], None], int], ...] = (
    (spoil_cell, 10),
    (spoil_key, 5),
    (spoil_rows, 6),
    (spoil_bytes, 3),
    (spoil_plan, 1),
    (spoil_schema, 5),
)


def spoil(spoiler: Spoiler, seed: int) -> None:
    """The checkout of a seed: sound but for one to four faults."""
    rng = random.Random(seed)
    spoiler.restore()
    ways, weights = zip(*SPOILERS, strict=True)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 4))):
        rng.choices(ways, weights)[0](spoiler, rng)
