"""Reads a checkout into a catalogue: all of it, or the shared lists once and the plans some at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.cells import places
from zoneledger.catalogue.decoding import LINK, decode, read_text
from zoneledger.catalogue.folder import Contents, contents, digest, digests
from zoneledger.catalogue.later import read_later
from zoneledger.catalogue.reader import read_csv
from zoneledger.catalogue.records import FileRows, Table
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE, REFERENCE, load_schemas
from zoneledger.catalogue.yaml_files import read_yaml
from zoneledger.layout import Layout
from zoneledger.problems import Place, Problem, Rule, Text
from zoneledger.remembered import Remembered

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


PLAN_YML = "plan.yml"


def load(
    root: Path,
    plans: Collection[str] | None = None,
    read: dict[Path, Contents] | None = None,
    known: Remembered | None = None,
) -> Catalogue:
    """Reads a checkout; faults of the files are collected, never raised.

    Args:
        root: the checkout's top folder.
        plans: the ids of the plans to read, besides the shared lists; all by default.
        read: what stands in plans' folders, as far as it is at hand; it is taken out as it is used.
        known: what an earlier build found no fault with, as ``remembered`` gives it.
    """
    catalogue, folders = load_shared(root)
    at_hand, known = {} if read is None else read, known or Remembered()
    for folder in folders:
        if plans is None or folder.name in plans:
            found = at_hand.pop(folder, None)
            _load_plan(catalogue, folder, contents(folder) if found is None else found, known)
        else:
            catalogue.unread.append(folder)
    known.close()
    return catalogue


def remembered(file: Path, layout: Layout) -> Remembered:
    """What each ``plan.yml`` said, by its folder's digest, of plans whose folder had no fault.

    A thousand of them take half a second as YAML, and the tables of such plans are read when they are first asked for.

    Args:
        file: where it is kept, by this release of the program alone.
        layout: the checkout; by other schemas everything is read anew.
    """
    return Remembered(file, digest(digests(contents(layout.schemas))).encode())


def load_shared(root: Path) -> tuple[Catalogue, list[Path]]:
    """Reads what concerns all plans: schemas, ``dataset.yml``, shared lists.

    Args:
        root: the checkout's top folder.

    Returns:
        A catalogue without plans, and the plans' folders in order.
    """
    layout = Layout(root.resolve())
    catalogue = Catalogue(layout, load_schemas(layout.schemas))
    catalogue.tables = {name: Table(schema) for name, schema in catalogue.schemas.items()}
    catalogue.problems += _folders(layout)
    if catalogue.problems:
        return catalogue, []
    _load_dataset(catalogue)
    _load_tables(catalogue, layout.reference, contents(layout.reference), REFERENCE)
    folders = []
    for folder in sorted(layout.plans.iterdir()) if layout.plans.is_dir() else []:
        if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith("."):
            folders.append(folder)
        elif not folder.name.startswith("."):
            catalogue.problems.append(_unexpected(layout.relative(folder), PLAN_FOLDER))
    return catalogue, folders


def load_plans(shared: Catalogue, folders: Iterable[Path], read: Mapping[Path, Contents] | None = None) -> Catalogue:
    """Reads some plans beside shared lists that were read before.

    Args:
        shared: as ``load_shared`` gives it.
        folders: the plans' folders.
        read: what stands in them, where that is at hand.
    """
    catalogue = Catalogue(shared.layout, shared.schemas, shared.dataset, shared=shared)
    catalogue.tables = {
        name: Table(table.schema) if table.schema.group in (PLAN, PLAN_FILE) else table
        for name, table in shared.tables.items()
    }
    for folder in folders:
        _load_plan(catalogue, folder, contents(folder) if read is None else read[folder], Remembered())
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


def _load_plan(catalogue: Catalogue, folder: Path, found: Contents, known: Remembered) -> None:
    files = catalogue.files[folder.name] = digests(found)
    name = catalogue.digests[folder.name] = digest(files)
    content = known.get(name)
    if content is not None and content["id"] == folder.name:
        _add_plan(catalogue, folder, content)
        _load_later(catalogue, folder, found)
        return
    problems = len(catalogue.problems)
    content = _read_plan_file(catalogue, folder, found)
    if content is not None:
        _add_plan(catalogue, folder, content)
    plain = _load_tables(catalogue, folder, found, PLAN, folder.name)
    if content is not None and plain and len(catalogue.problems) == problems:
        known.put(name, content)


def _add_plan(catalogue: Catalogue, folder: Path, content: dict[str, Any]) -> None:
    catalogue.plan_files[folder.name] = content
    cells = plan_cells(content)
    shown = catalogue.layout.relative(folder / PLAN_YML)
    row = FileRows(shown, folder.name, places(tuple(cells)), (1,), [tuple(cells.values())])
    catalogue.tables["plans"].add(row)


def _load_later(catalogue: Catalogue, folder: Path, found: Contents) -> None:
    """Adds the tables of a plan in whose folder an earlier build found no fault."""
    within = catalogue.layout.relative(folder)
    for file, data in found.items():
        table = catalogue.tables.get(file.removesuffix(".csv"))
        if table is not None and data is not None and file.endswith(".csv"):
            table.add(read_later(data, f"{within}/{file}", table.schema, folder.name))


def _read_plan_file(catalogue: Catalogue, folder: Path, found: Contents) -> dict[str, Any] | None:
    """What a plan's ``plan.yml`` says; None where it cannot be used."""
    layout = catalogue.layout
    path = folder / PLAN_YML
    shown = layout.relative(path)
    if found.get(PLAN_YML) is None and not path.is_file():
        message = Text("文件夹里没有 plan.yml。", "The folder has no plan.yml.")
        catalogue.problems.append(Problem(PLAN_FOLDER, Place(shown), "", message, fix=PLAN_FOLDER.tip))
        return None
    content, problems = read_yaml(path, shown, layout.root, layout.plan_schema, found.get(PLAN_YML))
    catalogue.problems += problems
    if content is not None and content["id"] != folder.name:
        message = Text(f"文件夹名为 {folder.name}。", f"The folder is named {folder.name}.")
        fix = Text(f"写成 id: {folder.name}", f"Write id: {folder.name}")
        place = Place(shown, _line_of_id(path), "id")
        allowed = Text(folder.name, folder.name)
        catalogue.problems.append(Problem(PLAN_FOLDER, place, content["id"], message, allowed, fix))
        return None
    return content


def _line_of_id(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.startswith("id:")), 1)


def _load_tables(catalogue: Catalogue, folder: Path, found: Contents, group: str, plan_id: str = "") -> bool:
    """Adds the tables of a folder, and tells whether every header is that of the schema."""
    layout, plain = catalogue.layout, True
    known = {f"{name}.csv": name for name, schema in catalogue.schemas.items() if schema.group == group}
    within = layout.relative(folder)
    for file, data in found.items():
        shown = f"{within}/{file}"
        if file in known:
            name = known[file]
            text, problems = read_text(folder / file, shown, layout.root) if data is None else decode(data, shown)
            catalogue.problems += problems
            if text is not None:
                rows, problems = read_csv(text, shown, catalogue.schemas[name], plan_id)
                catalogue.problems += problems
                if rows is not None:
                    catalogue.tables[name].add(rows)
                    plain = plain and rows.where == places(catalogue.schemas[name].columns)
        elif file != PLAN_YML and not file.startswith("."):
            catalogue.problems.append(_unexpected(shown, UNKNOWN_FILE, sorted(known)))
    return plain


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
