"""What an audit proved, written down: which source, rows, anchors, figures and duties, and nothing that changes by itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from zoneledger.audit import receipt_shape
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.json_files import parse_object, read_text
from zoneledger.catalogue.records import FileRows
from zoneledger.layout import Layout

FORMAT = 2
#: Later reports have sources of their own; nothing of them stands in the plan.
NOT_IN_SOURCE = frozenset(("outcomes", "rejected_evidence"))
#: So many hexadecimal digits tell a row's versions apart.
_DIGITS = 12


@dataclass(frozen=True)
class Figures:
    """What became of the figures that a plan prints.

    Args:
        found: how many there are.
        carried: how many a row carries, by table.
        excluded: how many are excluded by name, by reason.
        open: how many are neither.
    """

    found: int = 0
    carried: dict[str, int] = field(default_factory=dict)
    excluded: dict[str, int] = field(default_factory=dict)
    open: int = 0


@dataclass(frozen=True)
class Duties:
    """The organisations in printed lists of those responsible: how many there are, and how many rows carry."""

    found: int = 0
    carried: int = 0


@dataclass(frozen=True)
class FaultRun:
    """A run of planted faults.

    Args:
        seed: what it began from; the same one plants the same faults.
        planted: faults planted, by kind.
        caught: those of them that the audit caught, by kind.
    """

    seed: int
    planted: dict[str, int]
    caught: dict[str, int]


@dataclass(frozen=True)
class Receipt:
    """The result of auditing one plan.

    Args:
        plan_id: the plan.
        source_file: its source file's name.
        source_sha256: that file's checksum.
        rows: rows by table.
        anchors: rows looked for in the source, by table.
        found: those of them that were found, by table.
        digests: a digest of every row by table and key; ``plan.yml`` is the one row of ``plans``.
        figures: what became of the figures of its text.
        duties: the organisations in its printed lists.
        reading_notes: how many rows depart from the machine's reading and say why.
        faults: the last run of planted faults on these very rows, if there was one.
    """

    plan_id: str
    source_file: str
    source_sha256: str
    rows: dict[str, int]
    anchors: dict[str, int]
    found: dict[str, int]
    digests: dict[str, dict[str, str]]
    figures: Figures = Figures()
    duties: Duties = Duties()
    reading_notes: int = 0
    faults: FaultRun | None = None

    @cached_property
    def tables_sha256(self) -> str:
        """One digest of all the plan's audited rows."""
        tables = ((encode_basestring(name), _compact(self._marked[name])) for name in sorted(self.digests))
        return hashlib.sha256(f"{{{','.join(map(':'.join, tables))}}}".encode()).hexdigest()

    @cached_property
    def _marked(self) -> dict[str, str]:
        """The digests of each table as JSON that can be made compact or laid out; reading a receipt needs both."""
        return {name: _marked(rows) for name, rows in self.digests.items()}

    @property
    def complete(self) -> bool:
        """Whether every anchor was found, every figure dealt with and every printed duty carried."""
        return self.anchors == self.found and self.figures.open == 0 and self.duties.found == self.duties.carried

    def same_rows(self, other: Receipt) -> bool:
        """Whether another receipt is of the same rows and the same source."""
        return (self.source_sha256, self.tables_sha256) == (other.source_sha256, other.tables_sha256)

    @property
    def summary(self) -> str:
        """The result in one line of figures."""
        return f"{sum(self.found.values())}/{sum(self.anchors.values())}"

    @property
    def outline(self) -> dict[str, Any]:
        """All but the digests of rows, as JSON holds it: what is shown of a receipt, in a tenth of the room."""
        return asdict(replace(self, digests={}))

    @classmethod
    def of_outline(cls, outline: Mapping[str, Any]) -> Receipt:
        """A receipt without digests: it can be shown, but neither compared nor written.

        Args:
            outline: as ``outline`` gave it.
        """
        figures, duties, faults = (outline[name] for name in ("figures", "duties", "faults"))
        parts = {"figures": Figures(**figures), "duties": Duties(**duties), "faults": FaultRun(**faults) if faults else None}
        return cls(**{**outline, **parts})

    def to_json(self) -> str:
        """Canonical JSON: keys sorted, one line break at the end."""
        # all but the tables, which are nearly everything and whose keys come last
        head: dict[str, Any] = {
            "format": FORMAT,
            "plan": self.plan_id,
            "source": {"file": self.source_file, "sha256": self.source_sha256},
            "figures": vars(self.figures),
            "duties": vars(self.duties),
            "reading_notes": self.reading_notes,
            "faults": vars(self.faults) if self.faults else None,
        }
        compact, shown = self._tables()
        own = self.tables_sha256
        whole = f'{_canonical(head)[:-1]},"tables":{compact},"tables_sha256":"{own}"}}'
        head["sha256"] = hashlib.sha256(whole.encode()).hexdigest()
        return f'{_indented(head)[:-2]},\n "tables": {shown},\n "tables_sha256": "{own}"\n}}\n'

    def _tables(self) -> tuple[str, str]:
        """The tables as JSON: compact, and as they stand in the file."""
        compact, shown = [], []
        for name in sorted(self.rows):
            key, digests = encode_basestring(name), self._marked[name]
            anchors, found, rows = self.anchors.get(name, 0), self.found.get(name, 0), self.rows[name]
            compact.append(f'{key}:{{"anchors":{anchors},"digests":{_compact(digests)},"found":{found},"rows":{rows}}}')
            parts = f'"anchors": {anchors}', f'"digests": {_laid_out(digests, 3)}', f'"found": {found}', f'"rows": {rows}'
            shown.append(f"{key}: {_listed(parts, 2)}")
        return f"{{{','.join(compact)}}}", _listed(shown, 1)

    @classmethod
    def from_json(cls, text: str) -> Receipt:
        """Reads a receipt back.

        Raises:
            ValueError: it is no receipt of this format, its digest does not fit its rows, or it was edited by hand.
        """
        content = parse_object(text)
        if content.get("format") != FORMAT:
            raise ValueError("not a receipt of this format")
        receipt_shape.require(content)
        tables: dict[str, Any] = content["tables"]
        receipt = cls(
            content["plan"],
            content["source"]["file"],
            content["source"]["sha256"],
            {name: int(table["rows"]) for name, table in tables.items()},
            {name: int(table["anchors"]) for name, table in tables.items()},
            {name: int(table["found"]) for name, table in tables.items()},
            {name: table["digests"] for name, table in tables.items()},
            Figures(**content["figures"]),
            Duties(**content["duties"]),
            int(content["reading_notes"]),
            FaultRun(**content["faults"]) if content["faults"] else None,
        )
        if receipt.tables_sha256 != content["tables_sha256"]:
            raise ValueError("the receipt's digest does not fit its rows")
        if receipt.to_json() != text:
            raise ValueError("the receipt was edited by hand")
        return receipt


def digests_of(catalogue: Catalogue, plan_id: str) -> dict[str, dict[str, str]]:
    """A digest of every audited row of a plan, by table and key; tables without rows are left out."""
    found: dict[str, dict[str, str]] = {}
    if plan_id in catalogue.plan_files:
        found["plans"] = {plan_id: _digest(catalogue.plan_files[plan_id])}
    for name, schema in catalogue.schemas.items():
        if schema.group == "plan" and name not in NOT_IN_SOURCE:
            keys = [key for key in schema.primary_key if key != "plan_id"]
            rows: dict[str, str] = {}
            for read in catalogue.tables[name].files:
                if read.plan_id == plan_id:
                    rows |= _digests(read, keys)
            if rows:
                found[name] = rows
    return found


def changed_since(receipt: Receipt, catalogue: Catalogue, plan_id: str) -> int:
    """How many of a plan's rows were added, removed or edited since its receipt was written."""
    now = _flat(digests_of(catalogue, plan_id))
    then = _flat(receipt.digests)
    return sum(now.get(key) != then.get(key) for key in now.keys() | then.keys())


def load_receipt(layout: Layout, plan_id: str) -> Receipt | None:
    """A plan's committed receipt; None where it has none.

    Raises:
        ValueError: it is no receipt, was edited by hand, or is not named after its plan.
    """
    path = layout.receipts / f"{plan_id}.json"
    return _read(layout, path) if path.is_file() else None


def _read(layout: Layout, path: Path) -> Receipt:
    try:
        receipt = Receipt.from_json(read_text(path))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{layout.relative(path)}: {error}") from error
    if receipt.plan_id != path.stem:
        raise ValueError(f"{layout.relative(path)}: it is the receipt of {receipt.plan_id}")
    return receipt


def _flat(digests: dict[str, dict[str, str]]) -> dict[tuple[str, str], str]:
    return {(table, key): digest for table, rows in digests.items() for key, digest in rows.items()}


def _digests(read: FileRows, keys: list[str]) -> dict[str, str]:
    """The digests of a file's rows by key: of each, as ``_canonical`` writes its cells by column, all cells being texts."""
    columns = sorted(read.where)
    heads = (encode_basestring(name).replace("%", "%%") for name in columns)
    shape = ",".join(f"{head}:%s" for head in heads)
    cells = zip(*(map(encode_basestring, read.column(name)) for name in columns), strict=True)
    named = zip(*(read.column(key) if key in read.where else [""] * len(read.rows) for key in keys), strict=True)
    return {"|".join(key): _shortened(f"{{{shape % row}}}") for key, row in zip(named, cells, strict=True)}


def _digest(content: object) -> str:
    return _shortened(_canonical(content))


def _shortened(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
#: JSON with a line break after every comma and a tab after every colon. Within a text neither is ever written as such, so
#: what is encoded once (at the speed that JSON has without ``indent``) can be laid out in any way.
_marked = json.JSONEncoder(ensure_ascii=False, separators=(",\n", ":\t"), sort_keys=True).encode


def _compact(marked: str) -> str:
    """``_canonical`` of what was marked."""
    return marked.replace("\n", "").replace("\t", "")


def _laid_out(marked: str, level: int) -> str:
    """``_indented`` of what was marked, where that holds no object or list in turn."""
    return _listed((marked[1:-1].replace("\t", " ").replace("\n", "\n" + " " * (level + 1)),), level) if marked != "{}" else "{}"


def _listed(entries: Collection[str], level: int) -> str:
    """An object with its entries one below the other."""
    margin = "\n" + " " * (level + 1)
    return f"{{{margin}{f',{margin}'.join(entries)}{margin[:-1]}}}" if entries else "{}"


def _indented(content: object, level: int = 0) -> str:
    """``json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)`` at the speed it has without ``indent``."""
    if isinstance(content, str):
        return encode_basestring(content)
    if type(content) is int:
        return str(content)
    if not isinstance(content, dict) or not content:
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
        return text.replace("\n", "\n" + " " * level)
    if {dict, list}.isdisjoint(map(type, content.values())):
        return _laid_out(_marked(content), level)
    entries = [f"{encode_basestring(key)}: {_indented(content[key], level + 1)}" for key in sorted(content)]
    return _listed(entries, level)
