"""Reads archives of which nothing is known yet, and the lists of checksums in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from zoneledger.packages import checksums
from zoneledger.problems import Text
from zoneledger.verify.fault import Findings, UnusableError

#: A member that claims to grow more than this is no table: repeated rows of text grow thirtyfold.
MOST_GROWTH = 250
_SMALL = 1 << 20
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def members(content: bytes) -> dict[str, bytes]:
    """Every file of an archive by name; each is held against the archive's own check sums while it is read.

    Raises:
        UnusableError: a name leads out of the archive or stands twice, or a member is far larger than it can be.
        zipfile.BadZipFile: it is no archive, or damaged.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if len(set(names)) < len(names):
            raise UnusableError(Text("压缩包里有同名文件", "two members of the archive have one name"))
        for entry in entries:
            if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)*", entry.filename):
                said = ascii(entry.filename)
                raise UnusableError(Text(f"压缩包里有不该有的文件名 {said}", f"a member has the name {said}"))
            if entry.file_size > max(_SMALL, entry.compress_size * MOST_GROWTH):
                said = f"{entry.filename} ({entry.compress_size} → {entry.file_size} B)"
                raise UnusableError(Text(f"解开后大得可疑，不予解开：{said}", f"grows too much to be unpacked: {said}"))
        return {entry.filename: archive.read(entry) for entry in entries}


def check_sums(files: Mapping[str, bytes], place: str, findings: Findings) -> None:
    """Recomputes a folder's or an archive's ``SHA256SUMS``; every other file must stand in it.

    Args:
        files: content by name.
        place: what to put before a name in a finding.
        findings: where to note faults.
    """
    path = f"{place}{checksums.FILE_NAME}"
    if checksums.FILE_NAME not in files:
        findings.add(path, "文件不存在", "is missing")
        return
    stated: dict[str, str] = {}
    for line in files[checksums.FILE_NAME].decode("utf-8", "replace").splitlines():
        if found := _LINE.fullmatch(line):
            stated[found[2]] = found[1]
        else:
            findings.add(path, f"有一行不是校验和：{line[:80]!r}", f"a line is no checksum: {line[:80]!r}")
    for name, digest in stated.items():
        if name not in files:
            findings.add(f"{place}{name}", "列在 SHA256SUMS 里，但不存在", "is listed in SHA256SUMS but missing")
        elif checksums.sha256(files[name]) != digest:
            findings.add(f"{place}{name}", "校验和与 SHA256SUMS 不符", "its checksum is not the one in SHA256SUMS")
    for name in sorted(files.keys() - stated.keys() - {checksums.FILE_NAME}):
        findings.add(f"{place}{name}", "不在 SHA256SUMS 里", "is not listed in SHA256SUMS")
