"""What the comparison page loads: names once, and a file a plan, so that two plans cost two files.

The plans to choose from stand beside the names while they are few; of very many there is a list in each language, which
is loaded when a reader begins to search in it. The files' form is known to this package and to
``site/theme/overrides/assets/javascripts/compare/`` alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.compare.names import columns, entry, names
from zoneledger.compare.plan import plan
from zoneledger.scale import Scale

__all__ = ["FOLDER", "extract_shared", "gather", "write", "write_plan"]

#: Where the files lie below the site's root; both languages read the same ones.
FOLDER = "compare"


def write_plan(catalogue: Catalogue, plan_id: str, site: Path) -> dict[str, Any]:
    """Writes a plan's file.

    Args:
        catalogue: checked datasets; of the plans, no more than this one need be there.
        plan_id: its id.
        site: the site's top folder.

    Returns:
        Its line in the list of plans.

    Raises:
        KeyError: there is no such plan.
    """
    folder = site / FOLDER / "plans"
    folder.mkdir(parents=True, exist_ok=True)
    _dump(folder / f"{plan_id}.json", plan(catalogue, plan_id))
    return entry(catalogue, plan_id)


def extract_shared(catalogue: Catalogue) -> dict[str, Any]:
    """The names that all plans share, and up to how many plans are listed beside them.

    Args:
        catalogue: checked datasets; no plan need be there.
    """
    return {"names": names(catalogue), "listed": Scale.of(catalogue.layout).explorer_files}


def gather(
    entries: Sequence[Mapping[str, Any]],
    shared: Mapping[str, Any],
    site: Path,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Writes ``names.json``, and the lists of plans where they are too many for it.

    Args:
        entries: each plan's line, in the order of plan ids.
        shared: as ``extract_shared`` gives it.
        site: the site's top folder.
        progress: told each file's path below ``site`` once it is written.
    """
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if len(entries) <= shared["listed"]:
        _dump(folder / "names.json", {"plans": entries, **shared["names"]})
    else:
        _dump(folder / "names.json", {"listed": len(entries), **shared["names"]})
        for place, lang in enumerate(("zh", "en")):
            _dump(folder / f"plans.{lang}.json", columns(entries, place))
    progress(f"{FOLDER}/names.json")


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> None:
    """Writes every plan's file, then what they share.

    Args:
        catalogue: checked datasets.
        site: the site's top folder.
        progress: told each file's path below ``site`` once it is written.
    """
    entries = [write_plan(catalogue, plan_id, site) for plan_id in catalogue.plan_files]
    progress(f"{FOLDER}/plans/")
    gather(entries, extract_shared(catalogue), site, progress)


def _dump(file: Path, content: Mapping[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
