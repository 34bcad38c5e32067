"""``/data/manifest.json``: every download with its size, rows and checksum, for programs that fetch or verify them.

The tables of an unpacked Data Package are listed by the ``datapackage.json`` beside them, and so not once more here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.packages import licence
from zoneledger.packages.download import TABLE, Download
from zoneledger.packages.formats import CANONICAL

FILE_NAME = "manifest.json"


def encode(catalogue: Catalogue, downloads: Iterable[Download]) -> bytes:
    """The manifest as the bytes of its file, one download a line.

    Args:
        catalogue: for the dataset's name, version and date.
        downloads: what was written below ``/data/``.
    """
    dataset = catalogue.dataset
    head = {
        "name": dataset["name"],
        "version": dataset["version"],
        "as_of": dataset["as_of"],
        "licence": {"name": licence.NAME, "address": licence.ADDRESS},
    }
    listed = (each for each in downloads if not (each.kind == TABLE and each.format == CANONICAL.id))
    lines = ",\n".join(json.dumps(_entry(each), ensure_ascii=False) for each in listed)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "files": [\n{lines}\n]}}\n'.encode()


def _entry(download: Download) -> dict[str, str | int | None]:
    return {
        "path": download.path,
        "plan": download.plan_id,
        "kind": download.kind,
        "format": download.format,
        "table": download.table,
        "bytes": download.bytes,
        "rows": download.rows,
        "sha256": download.sha256,
    }


def write(catalogue: Catalogue, downloads: Iterable[Download], data: Path) -> None:
    """Writes the manifest.

    Args:
        catalogue: checked datasets.
        downloads: what was written below ``/data/``.
        data: the folder served as ``/data/``.
    """
    data.mkdir(parents=True, exist_ok=True)
    (data / FILE_NAME).write_bytes(encode(catalogue, downloads))
