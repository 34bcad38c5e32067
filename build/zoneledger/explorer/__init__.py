"""What the explorer pages load. One module a table: ``targets``, ``duties``.

Each plan is read on its own (``extract``), then all plans' rows are put together, table by table (``gather_table``): while
plans are few, each table is one file of columns (``whole``), with many plans it is written in parts (``parts``). The files'
form is known to this package and to ``site/theme/overrides/assets/javascripts/explorer/`` alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.explorer import duties, targets
from zoneledger.explorer.block import Block, block
from zoneledger.explorer.parts import Parts, Sizes
from zoneledger.explorer.whole import encode
from zoneledger.scale import Scale

__all__ = ["FOLDER", "SOURCES", "TABLES", "extract", "extract_shared", "gather", "gather_table", "write"]

#: Where the files lie below the site's root; both languages read the same ones.
FOLDER = "explore"

TABLES = {"targets": targets.columns, "duties": duties.columns}

#: The table of the datasets whose rows each explorer shows.
SOURCES = {"targets": "targets", "duties": "responsibilities"}

Extract = Mapping[str, Any]


def extract(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """One plan's rows of each table; ``block`` says in which form.

    Args:
        catalogue: checked datasets; of the plans, no more than this one need be there.
        plan_id: its id.

    Returns:
        A value that JSON can hold and gives back the same.
    """
    return {
        name: block(columns(catalogue, plan_id), catalogue.rows(SOURCES[name], plan_id))
        for name, columns in TABLES.items()
    }


def extract_shared(catalogue: Catalogue) -> dict[str, Any]:
    """What all plans share: the columns, the names of the lists that all use, and what the dataset says of itself.

    Args:
        catalogue: checked datasets; no plan need be there.
    """
    return {
        "dataset": {key: catalogue.dataset[key] for key in ("title", "version", "as_of", "licence")},
        "tables": {name: [column.shared() for column in columns(catalogue)] for name, columns in TABLES.items()},
        "plans_in_one_file": Scale.of(catalogue.layout).explorer_files,
    }


def gather(
    extracts: Iterable[Extract],
    shared: Mapping[str, Any],
    site: Path,
    progress: Callable[[str], None] = lambda _: None,
    sizes: Sizes | None = None,
) -> dict[str, int]:
    """Writes the files of all tables.

    Args:
        extracts: one a plan, in the order of plan ids.
        shared: as ``extract_shared`` gives it.
        site: the site's top folder.
        progress: told each file's path below ``site`` once it is written.
        sizes: of the parts, where there are such.

    Returns:
        The number of rows by table.
    """
    every = list(extracts)
    rows = {}
    for name in TABLES:
        rows[name] = gather_table(name, (plan[name] for plan in every), shared, site, sizes)
        progress(f"{FOLDER}/{name}.json")
    return rows


def gather_table(
    name: str, blocks: Iterable[Block], shared: Mapping[str, Any], site: Path, sizes: Sizes | None = None
) -> int:
    """Writes the files of one table.

    Args:
        name: the table.
        blocks: its rows, one block a plan, in the order of plan ids; read once, one after the other.
        shared: as ``extract_shared`` gives it.
        site: the site's top folder.
        sizes: of the parts, where there are such.

    Returns:
        The number of rows.
    """
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "parts" / name, ignore_errors=True)
    coming = iter(blocks)
    first = list(islice(coming, shared["plans_in_one_file"] + 1))
    if len(first) <= shared["plans_in_one_file"]:
        return _one_file(name, shared, first, folder)
    parts = Parts(folder, name, shared, sizes or Sizes())
    for rows in chain(first, coming):
        parts.add(rows)
    return parts.close()


def _one_file(name: str, shared: Mapping[str, Any], blocks: list[Block], folder: Path) -> int:
    content = encode(name, shared, blocks)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return int(content["rows"])


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> dict[str, int]:
    """Extracts every plan, then gathers.

    Args:
        catalogue: checked datasets.
        site: the site's top folder.
        progress: told each file's path below ``site`` once it is written.

    Returns:
        The number of rows by table.
    """
    extracts = (extract(catalogue, plan_id) for plan_id in catalogue.plan_files)
    return gather(extracts, extract_shared(catalogue), site, progress)
