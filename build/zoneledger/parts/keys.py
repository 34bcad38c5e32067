"""What a part is made from, as one short name: whatever differs there gives another key."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import zoneledger
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import FileRows
from zoneledger.catalogue.restriction import GROWING
from zoneledger.layout import Layout

#: Rows of growing lists, by list.
Lists = Mapping[str, Sequence[FileRows]]

_BYTES = 16
#: Packages whose releases may write other bytes.
_MAKERS = (
    "altair", "icalendar", "jinja2", "markupsafe", "mkdocs", "mkdocs-material", "opencc", "pandas", "pyarrow", "pylopdf-fonts-zh-cn",
    "pypinyin", "pyyaml", "vl-convert-python", "xlsxwriter",
)  # fmt: skip


class Keys:
    """Keys of one checkout.

    A plan's files count as the catalogue read them: what is edited since then is of the next build.

    Args:
        catalogue: everything that was loaded.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        layout = catalogue.layout
        self._layout, self._plans = layout, catalogue.digests
        self.frame = digest([program(), *_sources(layout)])
        shared = [path for path in sorted(layout.reference.glob("*.csv")) if path.stem not in GROWING]
        self._common = digest([self.frame, *_contents(layout.reference, shared)])

    def of_plan(self, plan_id: str, lists: Lists, beside: Iterable[object] = ()) -> str:
        """The key of a plan's part.

        Args:
            plan_id: the plan.
            lists: the rows of growing lists that it leads to, by list (``Restrictions.lists``).
            beside: the little that the part knows of the whole.
        """
        receipt = self._layout.receipts / f"{plan_id}.json"
        proof = receipt.read_bytes() if receipt.is_file() else b""
        # where a row of a list stands in its file is of no interest to a plan: a row added there changes no other part
        rows = repr([row for name in GROWING for read in lists[name] for row in read.rows])
        return digest([self._common, "plan", *map(repr, beside), plan_id, self._plans[plan_id], proof, rows])

    def of_places(self, plans: Iterable[str], lists: Lists, beside: Iterable[object]) -> str:
        """The key of the pages of organisations and zones.

        Args:
            plans: the ids of the plans that name them, in order.
            lists: they themselves and what all of these lead to, by list.
            beside: which they are, and the little that the pages know of the whole.
        """
        files = [read for name in GROWING for read in lists[name]]
        rows = repr([line for read in files for line in zip(read.lines, read.rows, strict=True)])
        known = [piece for plan_id in plans for piece in (plan_id, self._plans[plan_id])]
        return digest([self._common, "places", *map(repr, beside), "", *known, rows])


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
