"""Reads the archive that the check uploaded. Its author may be anybody: nothing is unpacked to disk, all is limited."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from zoneledger.problems import Text
from zoneledger.review import json_text, shapes
from zoneledger.review.json_text import Unusable

MEBIBYTE = 1024 * 1024
MAX_ARCHIVE = 2 * MEBIBYTE
MAX_FILE = 8 * MEBIBYTE
MAX_ENTRIES = 10

FILES = {
    "problems.json": shapes.PROBLEMS,
    "diff.json": shapes.CHANGES,
    "pull-request.json": shapes.PULL_REQUEST,
}
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
# What the zip format and its decompressor raise on damaged or lying archives.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


@dataclass(frozen=True)
class Results:
    """What the check left behind.

    Args:
        files: the content of every file that could be used, by name.
        faults: why the others could not, by name; a file that is missing is a fault too.
    """

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: dict[str, Text] = field(default_factory=dict)

    @property
    def claimed_number(self) -> int:
        """The pull request that the archive claims to be of; 0 where it says nothing. A claim, not a fact."""
        return int(self.files.get("pull-request.json", {}).get("number", 0))


def read(archive: bytes) -> Results:
    """Reads the files of an archive that have a known name; everything else in it is left alone.

    Args:
        archive: a zip file.

    Raises:
        Unusable: the archive as a whole is too large, damaged, or built to deceive.
    """
    if len(archive) > MAX_ARCHIVE:
        raise Unusable(f"超过 {MAX_ARCHIVE // MEBIBYTE} MiB", f"is larger than {MAX_ARCHIVE // MEBIBYTE} MiB")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return _read(opened)
    except _DAMAGE as error:
        raise Unusable("不是完好的 zip 文件", "is not a sound zip file") from error


def _read(opened: zipfile.ZipFile) -> Results:
    entries = opened.infolist()
    if len(entries) > MAX_ENTRIES:
        raise Unusable(f"文件多于 {MAX_ENTRIES} 个", f"holds more than {MAX_ENTRIES} files")
    if any(count > 1 for count in Counter(entry.filename for entry in entries).values()):
        raise Unusable("同名文件出现两次", "holds two files of one name")
    files, faults = {}, {}
    for name, schema in FILES.items():
        try:
            files[name] = json_text.read(_content(opened, name), schema)
        except Unusable as error:
            faults[name] = error.text
    return Results(files, faults)


def _content(opened: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one entry, asked for by its exact name, so that no path in the archive is ever followed."""
    try:
        entry = opened.getinfo(name)
    except KeyError as error:
        raise Unusable("缺失", "is missing") from error
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        raise Unusable("不是普通文件", "is not a plain file")
    too_large = Unusable(f"超过 {MAX_FILE // MEBIBYTE} MiB", f"is larger than {MAX_FILE // MEBIBYTE} MiB")
    if entry.file_size > MAX_FILE:
        raise too_large
    try:
        with opened.open(entry) as file:
            # The stated size may lie; a bomb is cut off here.
            content = file.read(MAX_FILE + 1)
    except _DAMAGE as error:
        raise Unusable("已损坏", "is damaged") from error
    if len(content) > MAX_FILE:
        raise too_large
    return content
