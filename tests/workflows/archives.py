"""What a check leaves behind, in honest and in hostile forms."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
from typing import Any

SHA = "0123456789abcdef0123456789abcdef01234567"

PROBLEM: dict[str, Any] = {
    "code": "unit-unknown",
    "severity": "error",
    "file": "datasets/plans/ganzhou-2020/targets.csv",
    "line": 12,
    "column": "unit_id",
    "value": "yi-yuann",
    "message": {"zh": "单位不在清单里。", "en": "The unit is not in the list."},
    "allowed": {"zh": "units.csv 中的编号", "en": "an id of units.csv"},
    "fix": {"zh": "改成 yi-yuan。", "en": "Type yi-yuan."},
    "page": "rules/unit-unknown/",
}
PROBLEMS: dict[str, Any] = {
    "version": 1,
    "as_of": "2026-11-21",
    "errors": 1,
    "warnings": 0,
    "problems": [PROBLEM],
    "not_listed": {},
}
CHANGED: dict[str, Any] = {
    "key": {"plan_id": "ganzhou-2020", "id": "ganzhou-2020-t001"},
    "file": "datasets/plans/ganzhou-2020/targets.csv",
    "line": 2,
    "anchor": {"locator": "三、(一)", "printed": "营业收入超5000亿元"},
    "cells": [{"column": "value", "old": "5000", "new": "6000"}],
}
CHANGES: dict[str, Any] = {
    "version": 1,
    "base": "a",
    "head": "b",
    "summary": {"added": 0, "removed": 0, "cells": 1, "documents": 1, "format_only": 0},
    "tables": [{"table": "targets", "plan": "ganzhou-2020", "added": [], "removed": [], "changed": [CHANGED]}],
    "format_only": [],
    "documents": [{"file": "datasets/dataset.yml", "path": "version", "old": "0.1.0", "new": "0.2.0"}],
    "pages": [],
}
CLAIM: dict[str, Any] = {"version": 1, "number": 7, "sha": SHA}


def files(**changed: object) -> dict[str, bytes]:
    """The three files; a keyword such as ``problems`` replaces one by raw bytes or by JSON, None leaves it out."""
    contents: dict[str, object] = {"problems": PROBLEMS, "diff": CHANGES, "pull_request": CLAIM} | changed
    return {
        name.replace("_", "-") + ".json": content if isinstance(content, bytes) else json.dumps(content).encode()
        for name, content in contents.items()
        if content is not None
    }


def zipped(contents: dict[str, bytes]) -> bytes:
    """An archive of these files."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return raw.getvalue()


def honest(**changed: object) -> bytes:
    """An archive of the three files; keywords as in ``files``."""
    return zipped(files(**changed))


def with_symlink() -> bytes:
    """problems.json is a link to a file of the machine that opens it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        link = zipfile.ZipInfo("problems.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return raw.getvalue()


def bomb(said: int | None = None) -> bytes:
    """problems.json is a gigabyte of blanks in a megabyte; with a size, its headers lie about that."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("problems.json", "w") as file:
        for _ in range(64 if said is None else 16):
            file.write(b" " * 1024 * 1024)
    written = raw.getvalue()
    if said is None:
        return written
    # The uncompressed size in the central directory, 24 bytes after its signature.
    at = written.rindex(b"PK\x01\x02") + 24
    return written[:at] + struct.pack("<I", said) + written[at + 4 :]


def encrypted() -> bytes:
    """problems.json says it is encrypted."""
    written = bytearray(honest())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        written[written.index(signature) + offset] |= 1
    return bytes(written)


def twice() -> bytes:
    """Two files of one name: readers differ in which they take."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("problems.json", json.dumps(PROBLEMS))
        archive.filelist[0].filename = archive.NameToInfo.pop("problems.json").filename
        archive.writestr("problems.json", "{}")
    return raw.getvalue()


def escaping() -> bytes:
    """Names that lead out of the folder, beside honest files."""
    return zipped(files() | {"../../problems.json": b"{}", "/etc/passwd": b"x", "a\\..\\b": b"x"})
