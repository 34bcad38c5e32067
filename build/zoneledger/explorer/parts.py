"""A table in parts, for datasets of many plans: what a page needs first is small, everything else is fetched when asked for.

``<table>.json`` says what there is: columns, the values of short lists with their numbers of rows, the most frequent
values of long lists. Below ``parts/<table>/``:

- ``rows/N.json``: the blocks of some plans, one behind the other, for the rows that are shown, read or downloaded;
- ``columns/ID.json``: the codes of a facet (or the figures of a number) over all rows, for filters, counts and order;
- ``names/ID/N.json``: keys and names of a long list in blocks; ``names/ID/zh.json``, ``en.json``: its names alone;
- ``grams/N.json``: in which files of rows a piece of text occurs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from zoneledger.explorer.block import Block
from zoneledger.explorer.gathering import Gathered
from zoneledger.explorer.grams import bucket
from zoneledger.explorer.packing import LARGEST, character

#: How many of the most frequent values of a long list are told at once: as many as the chart has bars.
TOP = 30


@dataclass(frozen=True)
class Sizes:
    """How large the parts are.

    Args:
        rows: characters of a file of rows: a page of 50 scattered rows must not read too much, and files not be too many.
        names: names in a block.
        places: places in a file of grams, on average.
    """

    rows: int = 40_000
    names: int = 500
    places: int = 12_000


@dataclass
class Parts:
    """Writes the parts of one table while blocks come in, plan by plan.

    Args:
        folder: ``explore/`` of the site.
        table: its name.
        shared: what all plans share.
        sizes: of the parts.
    """

    folder: Path
    table: str
    shared: Mapping[str, Any]
    sizes: Sizes = Sizes()
    lengths: list[int] = field(default_factory=list)
    shards: list[list[int]] = field(default_factory=list)
    characters: int = 0

    def __post_init__(self) -> None:
        self.place = self.folder / "parts" / self.table
        columns = self.shared["tables"][self.table]
        self.gathered = {c["head"]["id"]: Gathered(c) for c in columns if c["head"]["kind"].startswith("choice")}
        self.figures: dict[str, list[Any]] = {c["head"]["id"]: [] for c in columns if c["head"]["kind"] == "number"}
        self.grams: defaultdict[str, list[int]] = defaultdict(list)
        self._blocks: list[str] = []
        self._spans: list[int] = []
        self._grams: set[str] = set()

    def add(self, block: Block) -> None:
        """Takes in the rows of the next plan; a plan without rows leaves no trace."""
        if not block["rows"]:
            return
        for name, gathered in self.gathered.items():
            gathered.add(block["columns"][name])
        for name, figures in self.figures.items():
            figures.extend(block["columns"][name]["values"])
        self.lengths.append(block["rows"])
        self._spans.append(block["rows"])
        self._grams.update(block["grams"].split("\n"))
        self._blocks.append(_text({"rows": block["rows"], "columns": block["columns"]}))
        if sum(map(len, self._blocks)) >= self.sizes.rows:
            self._close_shard()

    def _close_shard(self) -> None:
        number = len(self.shards)
        text = f"[{','.join(self._blocks)}]"
        _write(self.place / "rows" / f"{number}.json", text)
        self.characters += len(text)
        self.shards.append(self._spans)
        for gram in self._grams - {""}:
            self.grams[gram].append(number)
        self._blocks, self._spans, self._grams = [], [], set()

    def close(self) -> int:
        """Writes what is known only at the end.

        Returns:
            The number of rows.
        """
        if self._blocks:
            self._close_shard()
        columns = [self._column(column) for column in self.shared["tables"][self.table]]
        rows = sum(self.lengths)
        content = {
            "version": 2,
            "table": self.table,
            "dataset": self.shared["dataset"],
            "rows": rows,
            "parts": {
                "shards": self.shards,
                "characters": self.characters,
                "names": self.sizes.names,
                "grams": self._write_grams(),
            },
            "columns": columns,
        }
        _write(self.folder / f"{self.table}.json", _text(content))
        return rows

    def _column(self, column: Mapping[str, Any]) -> dict[str, Any]:
        """What the table's own file says of a column; the rest of it goes into files of its own."""
        head = dict(column["head"])
        name = head["id"]
        if column["by"]:
            return {**head, "by": column["by"], "values": [[key, *words] for key, words in column["names"].items()]}
        if name in self.figures:
            _write(self.place / "columns" / f"{name}.json", _text({"values": self.figures[name]}))
        if name not in self.gathered:
            return head
        gathered = self.gathered[name]
        names = gathered.names()
        _write(self.place / "columns" / f"{name}.json", _text(gathered.content(names)))
        counts = gathered.counts(names)
        values = [[key, *words] for key, words in names.items()]
        if not gathered.many:
            return {**head, "values": values, "counts": counts}
        starts = self._write_names(name, values)
        most = sorted(range(len(values)), key=lambda code: (code == gathered.none(names), -counts[code], code))[:TOP]
        told = {"size": len(values), "none": gathered.none(names), "starts": starts}
        return {**head, **told, "top": [[code, counts[code], *values[code]] for code in sorted(most)]}

    def _write_names(self, name: str, values: Sequence[Sequence[str]]) -> list[str]:
        """The names of a long list, in blocks and alone.

        Returns:
            The first key of each block.
        """
        folder, size = self.place / "names" / name, self.sizes.names
        blocks = [values[first : first + size] for first in range(0, len(values), size)]
        for number, block in enumerate(blocks):
            _write(folder / f"{number}.json", _text(block))
        for place, lang in ((1, "zh"), (2, "en")):
            _write(folder / f"{lang}.json", _text([value[place] for value in values]))
        return [block[0][0] for block in blocks]

    def _write_grams(self) -> int:
        """In which files of rows each gram occurs, as steps from one to the next.

        Returns:
            The number of files.
        """
        buckets = 1 + sum(map(len, self.grams.values())) // self.sizes.places
        files: list[dict[str, str]] = [{} for _ in range(buckets)]
        for gram in sorted(self.grams):
            files[bucket(gram, buckets)][gram] = steps(self.grams[gram])
        for number, content in enumerate(files):
            _write(self.place / "grams" / f"{number}.json", _text(content))
        return buckets


def steps(numbers: Sequence[int]) -> str:
    """Rising numbers as characters: each as the step from the one before.

    Raises:
        ValueError: a step is too large.
    """
    if numbers and numbers[-1] > LARGEST:
        raise ValueError(f"{numbers[-1]} files of rows are too many for an index of grams")
    return "".join(_step(number - before) for before, number in zip((0, *numbers), numbers, strict=False))


_step = cache(character)


def _text(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
