"""Loads a whole checkout: shared lists, every plan, and what was wrong with their files."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from zoneledger.catalogue.decoding import LINK
from zoneledger.catalogue.reader import read_csv
from zoneledger.catalogue.records import Record, Row, Table
from zoneledger.catalogue.schemas import PLAN, REFERENCE, TableSchema, load_schemas
from zoneledger.catalogue.yaml_files import read_yaml
from zoneledger.layout import Layout
from zoneledger.problems import Place, Problem, Rule, Text

UNKNOWN_FILE = Rule(
    "file-unknown",
    Text("数据文件夹里只有模式所列的表", "A data folder holds only the schema's tables"),
    Text("改成表名加 .csv，或把文件移走。", "Name it after its table with .csv, or move it away."),
    why=Text(
        "名字不对的文件不会被读入，里面的行会无声无息地缺失。",
        "A file under another name would not be read, and its rows would be missing without a word.",
    ),
)
PLAN_FOLDER = Rule(
    "plan-folder",
    Text("每个计划一个文件夹，名为其编号，内有 plan.yml", "A plan is a folder named by its id, with a plan.yml"),
    Text("文件夹名与 plan.yml 的 id 保持一致。", "Keep the folder's name and the id in plan.yml the same."),
    why=Text(
        "文件夹名就是计划编号，各行的 plan_id 由它而来。",
        "The folder's name is the plan's id; every row takes its plan_id from it.",
    ),
)


@dataclass
class Catalogue:
    """Everything under ``datasets/``, with the schemas that rule it.

    Args:
        layout: the checkout.
        schemas: every table's schema by name.
        dataset: ``dataset.yml``.
        plan_files: each plan's ``plan.yml`` by plan id, in id order.
        tables: every table by name; those without rows are there too.
        problems: what was wrong with the files themselves.
        unread: the folders of plans that were left out on purpose.
    """

    layout: Layout
    schemas: dict[str, TableSchema]
    dataset: dict[str, Any] = field(default_factory=dict)
    plan_files: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)

    @property
    def as_of(self) -> str:
        """The date of the data, as ``dataset.yml`` says it; empty where that cannot be read."""
        return str(self.dataset.get("as_of", ""))

    def rows(self, table: str, plan_id: str | None = None) -> list[Row]:
        """Typed rows of a table, of one plan or of all."""
        if plan_id is None:
            return self.tables[table].rows
        return self._by_plan.get((table, plan_id), [])

    def row(self, table: str, key: object) -> Row | None:
        """The row of a table whose single-column primary key has this value."""
        return self._by_key.get(table, {}).get(key)

    @cached_property
    def words_elsewhere(self) -> frozenset[str]:
        """Every cell of the plans left out, as bare words: enough to know that a shared row is used there."""
        files = (path for folder in self.unread for path in folder.iterdir() if path.is_file())
        texts = (path.read_text(encoding="utf-8", errors="replace") for path in files)
        return frozenset(word for text in texts for word in re.split(r'[,\r\n": ]+', text))

    @cached_property
    def _by_plan(self) -> dict[tuple[str, str], list[Row]]:
        grouped: dict[tuple[str, str], list[Row]] = {}
        for name, schema in self.schemas.items():
            if schema.group == PLAN:
                for row in self.tables[name].rows:
                    grouped.setdefault((name, row.text("plan_id")), []).append(row)
        return grouped

    @cached_property
    def _by_key(self) -> dict[str, dict[object, Row]]:
        single = {name: schema.primary_key[0] for name, schema in self.schemas.items() if len(schema.primary_key) == 1}
        return {name: {row[key]: row for row in self.tables[name].rows} for name, key in single.items()}


def load(root: Path, plans: Collection[str] | None = None) -> Catalogue:
    """Reads a checkout; faults of the files are collected, never raised.

    Args:
        root: the checkout's top folder.
        plans: the ids of the plans to read, besides the shared lists; all by default.
    """
    layout = Layout(root.resolve())
    catalogue = Catalogue(layout, load_schemas(layout.schemas))
    catalogue.tables = {name: Table(schema) for name, schema in catalogue.schemas.items()}
    catalogue.problems += _folders(layout)
    if catalogue.problems:
        return catalogue
    _load_dataset(catalogue)
    _load_folder(catalogue, layout.reference, REFERENCE)
    folders = (
        sorted(path for path in layout.plans.iterdir() if not path.name.startswith("."))
        if layout.plans.is_dir()
        else []
    )
    for folder in folders:
        if plans is not None and folder.name not in plans:
            catalogue.unread += [folder] if folder.is_dir() and not folder.is_symlink() else []
        elif folder.is_dir() and not folder.is_symlink():
            _load_plan(catalogue, folder)
        else:
            catalogue.problems.append(_unexpected(layout.relative(folder), PLAN_FOLDER))
    return catalogue


def _folders(layout: Layout) -> list[Problem]:
    """The folders of the data must be folders: a link would lead readers out of the repository, or round in it."""
    found = []
    for folder in (layout.datasets, layout.reference, layout.plans, layout.receipts):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            message = Text("这里应是文件夹，不是链接或文件。", "This must be a folder, no link and no file.")
            found.append(Problem(LINK, Place(layout.relative(folder)), folder.name, message, fix=LINK.tip))
    return found


def _load_dataset(catalogue: Catalogue) -> None:
    layout = catalogue.layout
    shown = layout.relative(layout.dataset_file)
    if not layout.dataset_file.is_file():
        message = Text("缺少 dataset.yml。", "dataset.yml is missing.")
        catalogue.problems.append(Problem(UNKNOWN_FILE, Place(shown), "", message, fix=UNKNOWN_FILE.tip))
        return
    schema = layout.schemas / "dataset.schema.json"
    content, problems = read_yaml(layout.dataset_file, shown, layout.root, schema)
    catalogue.problems += problems
    catalogue.dataset = content or {}


def _load_plan(catalogue: Catalogue, folder: Path) -> None:
    layout = catalogue.layout
    path = folder / "plan.yml"
    shown = layout.relative(path)
    if not path.is_file():
        message = Text("文件夹里没有 plan.yml。", "The folder has no plan.yml.")
        catalogue.problems.append(Problem(PLAN_FOLDER, Place(shown), "", message, fix=PLAN_FOLDER.tip))
    else:
        content, problems = read_yaml(path, shown, layout.root, layout.schemas / "plan.schema.json")
        catalogue.problems += problems
        if content is not None and content["id"] != folder.name:
            message = Text(f"文件夹名为 {folder.name}。", f"The folder is named {folder.name}.")
            fix = Text(f"写成 id: {folder.name}", f"Write id: {folder.name}")
            place = Place(shown, _line_of_id(path), "id")
            allowed = Text(folder.name, folder.name)
            catalogue.problems.append(Problem(PLAN_FOLDER, place, content["id"], message, allowed, fix))
        elif content is not None:
            catalogue.plan_files[folder.name] = content
            catalogue.tables["plans"].records.append(Record(shown, 1, plan_cells(content), folder.name))
    _load_folder(catalogue, folder, PLAN, folder.name)


def _line_of_id(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.startswith("id:")), 1)


def _load_folder(catalogue: Catalogue, folder: Path, group: str, plan_id: str = "") -> None:
    layout = catalogue.layout
    known = {f"{name}.csv": name for name, schema in catalogue.schemas.items() if schema.group == group}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        shown = layout.relative(path)
        if path.name in known:
            name = known[path.name]
            records, problems = read_csv(path, shown, layout.root, catalogue.schemas[name], plan_id)
            catalogue.tables[name].records += records
            catalogue.problems += problems
        elif path.name != "plan.yml" and not path.name.startswith("."):
            catalogue.problems.append(_unexpected(shown, UNKNOWN_FILE, sorted(known)))


def _unexpected(shown: str, rule: Rule, allowed: list[str] | None = None) -> Problem:
    listed = ", ".join(allowed or [])
    message = Text("这里不该有这个文件。", "This file does not belong here.")
    return Problem(rule, Place(shown), shown.rsplit("/", 1)[-1], message, Text(listed, listed), rule.tip)


def plan_cells(content: dict[str, Any]) -> dict[str, str]:
    """A ``plan.yml`` as the cells of its row in the published ``plans`` table."""
    source = content["source"]
    return {
        "id": content["id"],
        "title_zh": content["title"]["zh"],
        "title_en": content["title"]["en"],
        "short_title_zh": content["short_title"]["zh"],
        "short_title_en": content["short_title"]["en"],
        "doc_number": content.get("doc_number", ""),
        "issuers_zh": "；".join(issuer["zh"] for issuer in content["issuers"]),
        "issuers_en": "; ".join(issuer["en"] for issuer in content["issuers"]),
        "issuers_basis": content["issuers_basis"],
        "issued_on": content.get("issued_on", ""),
        "published_on": content.get("published_on", ""),
        "jurisdiction_code": content["jurisdiction"],
        "zone_id": content.get("zone", ""),
        "period": content.get("period", ""),
        "source_file": source["file"],
        "source_sha256": source["sha256"],
        "official_url": content.get("official_url", ""),
        "completeness": "|".join(content["completeness"]),
        "script": content["script"],
        "status": content["status"],
    }
