"""What the explorer pages load: each table as one file of columns, every distinct value written once.

One module a table: ``targets``, ``duties``. The files' form is known to ``columns.py`` and to
``site/theme/overrides/assets/javascripts/explorer/table.js`` alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.explorer import duties, targets
from zoneledger.explorer.columns import encode

__all__ = ["FOLDER", "TABLES", "write"]

#: Where the files lie below the site's root; both languages read the same ones.
FOLDER = "explore"

TABLES = {"targets": targets.columns, "duties": duties.columns}


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> dict[str, int]:
    """Writes one file a table.

    Args:
        catalogue: checked datasets.
        site: the site's top folder.
        progress: told each file's path below ``site`` once it is written.

    Returns:
        The number of rows by table.
    """
    counts = {}
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in TABLES.items():
        content = encode(name, columns(catalogue), catalogue.dataset)
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
        counts[name] = content["rows"]
        progress(f"{FOLDER}/{name}.json")
    return counts
