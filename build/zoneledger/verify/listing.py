"""``/data/manifest.json`` against the files: each of those listed is there and untouched, and no other lies beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zoneledger.packages import checksums, descriptor, manifest
from zoneledger.problems import Text
from zoneledger.verify.fault import Findings, UnusableError, read, read_object

DATA = "data"
PATH = f"{DATA}/{manifest.FILE_NAME}"
#: Below ``/data/`` without being data.
_BESIDE = {PATH, f"{DATA}/index.html"}
_KEYS = ("path", "plan", "kind", "format", "table", "bytes", "rows", "sha256")

Entry = Mapping[str, Any]


def entries(top: Path) -> list[Entry]:
    """The lines of the manifest.

    Raises:
        UnusableError: it has another form, or lists a file twice.
        ValueError: it is no JSON.
    """
    listed = read_object(top, PATH).get("files")
    if not isinstance(listed, list) or not all(isinstance(each, dict) and each.keys() >= set(_KEYS) for each in listed):
        raise UnusableError(Text("不是本站的文件清单", "is no manifest of this site"))
    paths = [str(each["path"]) for each in listed]
    if len(set(paths)) < len(paths):
        raise UnusableError(Text("同一文件列了两次", "lists a file twice"))
    return listed


def check(top: Path, listed: list[Entry], findings: Findings) -> None:
    """Recomputes every checksum of the manifest, and looks for files that it does not list.

    The unpacked packages are held to their own ``SHA256SUMS`` and ``datapackage.json`` instead; see ``packages``.
    """
    for entry in listed:
        path = f"{DATA}/{entry['path']}"
        with findings.reading(path):
            content = read(top, path)
            findings.files += 1
            if len(content) != entry["bytes"]:
                findings.add(
                    path,
                    f"有 {len(content)} 字节，清单说有 {entry['bytes']}",
                    f"has {len(content)} bytes; the manifest says {entry['bytes']}",
                )
            elif checksums.sha256(content) != entry["sha256"]:
                findings.add(path, "校验和与清单不符", "its checksum is not the one in the manifest")
    known = {f"{DATA}/{entry['path']}" for entry in listed} | _BESIDE
    folders = set(package_folders(listed))
    for path in _files(top):
        if path in known:
            continue
        if path.rpartition("/")[0] in folders:
            findings.files += 1  # what its package says of it is checked there
        else:
            findings.add(path, "不在清单里", "is not listed in the manifest")


def package_folders(listed: list[Entry]) -> list[str]:
    """The folders of all packages, the whole first, by the descriptors that the manifest lists."""
    ends = f"/{descriptor.FILE_NAME}"
    return [f"{DATA}/{entry['path']}".removesuffix(ends) for entry in listed if str(entry["path"]).endswith(ends)]


def _files(top: Path) -> Iterator[str]:
    for folder, _, names in os.walk(top / DATA):
        place = Path(folder).relative_to(top).as_posix()
        yield from (f"{place}/{name}" for name in sorted(names))
