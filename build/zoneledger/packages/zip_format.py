"""ZIP archives that come out the same, byte for byte, whenever and wherever the same files go in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_COMPRESSION_LEVEL = 9
# Compressed already: to do it again takes time and saves nothing.
_COMPRESSED = (".parquet", ".xlsx")
_UNIX = 3
_REGULAR_FILE = 0o100644


def encode(files: Mapping[str, bytes], day: date) -> bytes:
    """An archive with the files at its top, by name.

    Args:
        files: content by file name.
        day: the date every entry carries, at midnight; the clock is never asked.

    Raises:
        ValueError: the date is before 1980, which ZIP cannot hold.
    """
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            # Without these three the entry would tell which system wrote it.
            entry.create_system = _UNIX
            entry.external_attr = _REGULAR_FILE << 16
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_COMPRESSED) else zipfile.ZIP_DEFLATED
            writer.writestr(entry, files[name], compresslevel=_COMPRESSION_LEVEL)
    return archive.getvalue()
