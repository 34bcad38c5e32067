"""What a part is made from, as one short name: whatever differs there gives another key."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import zoneledger
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.folder import contents
from zoneledger.catalogue.restriction import GROWING
from zoneledger.layout import Layout

_BYTES = 16
#: Packages whose releases may write other bytes.
_MAKERS = (
    "altair", "icalendar", "jinja2", "markupsafe", "mkdocs", "mkdocs-material", "opencc", "pandas", "pyarrow", "pylopdf-fonts-zh-cn",
    "pypinyin", "pyyaml", "vl-convert-python", "xlsxwriter",
)  # fmt: skip


class Keys:
    """Keys of one checkout.

    Args:
        layout: the checkout.
        settings: what else decides how parts are made.
    """

    def __init__(self, layout: Layout, settings: Iterable[object] = ()) -> None:
        self._layout = layout
        self._plans: dict[str, str] = {}
        self.frame = digest([program(), *map(repr, settings), *_sources(layout)])
        shared = [path for path in sorted(layout.reference.glob("*.csv")) if path.stem not in GROWING]
        self._common = digest([self.frame, *_contents(layout.reference, shared)])

    def of_plan(self, catalogue: Catalogue, plan_id: str, beside: Iterable[object] = ()) -> str:
        """The key of a plan's part.

        Args:
            catalogue: holds this plan and what it leads to, and nothing of other plans.
            plan_id: the plan.
            beside: the little that the part knows of the whole.
        """
        receipt = self._layout.receipts / f"{plan_id}.json"
        proof = receipt.read_bytes() if receipt.is_file() else b""
        # where a row of a list stands in its file is of no interest to a plan: a row added there changes no other part
        rows = [repr(row) for name in GROWING for read in catalogue.tables[name].files for row in read.rows]
        return digest([self._common, "plan", *map(repr, beside), self._plan(plan_id), proof, *rows])

    def of_places(self, catalogue: Catalogue, beside: Iterable[object]) -> str:
        """The key of the pages of organisations and zones.

        Args:
            catalogue: holds the plans that name them, they themselves and what all of these lead to.
            beside: which they are, and the little that the pages know of the whole.
        """
        files = [read for name in GROWING for read in catalogue.tables[name].files]
        rows = [repr(line) for read in files for line in zip(read.lines, read.rows, strict=True)]
        plans = [self._plan(plan_id) for plan_id in catalogue.plan_files]
        return digest([self._common, "places", *map(repr, beside), "", *plans, *rows])

    def _plan(self, plan_id: str) -> str:
        """A name for what stands in a plan's folder."""
        if plan_id not in self._plans:
            found = contents(self._layout.plans / plan_id)
            pieces: list[str | bytes] = [plan_id]
            for name, data in found.items():
                if data is not None and not name.startswith("."):
                    pieces += (name, data)
            self._plans[plan_id] = digest(pieces)
        return self._plans[plan_id]


def digest(parts: Iterable[str | bytes]) -> str:
    """A name for a sequence of texts; where one ends and the next begins counts."""
    found = blake2b(digest_size=_BYTES)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        found.update(len(content).to_bytes(8, "big"))
        found.update(content)
    return found.hexdigest()


@cache
def program() -> str:
    """A name for the program as it runs: its own files, data among them, and the releases of what it writes with."""
    folder = Path(zoneledger.__file__).parent
    versions = [f"{name} {metadata.version(name)}" for name in _MAKERS]
    own = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    written = _contents(folder, sorted(own))
    return digest([sys.version, zlib.ZLIB_RUNTIME_VERSION, *versions, *written])


def _sources(layout: Layout) -> Iterable[str | bytes]:
    """What every page is made from beside the data: schemas, the site's sources and settings, facts of the dataset."""
    files = [layout.root / "mkdocs.yml", layout.dataset_file]
    for folder in (layout.schemas, layout.site):
        files += sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return _contents(layout.root, [path for path in files if path.is_file()])


def _contents(root: Path, files: Iterable[Path]) -> list[str | bytes]:
    return [part for path in files for part in (path.relative_to(root).as_posix(), path.read_bytes())]
