"""What the comparison page loads: names once, and a file a plan, so that two plans cost two files.

The files' form is known to ``plan.py``, ``names.py`` and ``site/theme/overrides/assets/javascripts/compare/`` alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.compare.names import names
from zoneledger.compare.plan import plan

__all__ = ["FOLDER", "write"]

#: Where the files lie below the site's root; both languages read the same ones.
FOLDER = "compare"


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> None:
    """Writes ``names.json`` and one file a plan.

    Args:
        catalogue: checked datasets.
        site: the site's top folder.
        progress: told each file's path below ``site`` once it is written.
    """
    folder = site / FOLDER / "plans"
    folder.mkdir(parents=True, exist_ok=True)
    _dump(site / FOLDER / "names.json", names(catalogue))
    progress(f"{FOLDER}/names.json")
    for plan_id in catalogue.plan_files:
        _dump(folder / f"{plan_id}.json", plan(catalogue, plan_id))
    progress(f"{FOLDER}/plans/")


def _dump(file: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
