"""A file behind a checksum is read as it was written, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger import checksummed

CONTENT = "一\n二\n".encode() + b"\0"

HARM: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda written: written[:-1],
    "longer": lambda written: written + b"\n",
    "other": lambda written: written.replace("二".encode(), "三".encode()),
    "no line": lambda written: written.replace(b"\n", b""),
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("content", [CONTENT, b"", b"\n"])
def test_what_was_written_is_read(tmp_path: Path, content: bytes) -> None:
    for each in (b"before", content):
        checksummed.write(tmp_path / "kept", b"frame", each)
        assert checksummed.read(tmp_path / "kept", b"frame") == each
    assert [path.name for path in tmp_path.iterdir()] == ["kept"], "nothing stays beside it"


@pytest.mark.parametrize("harm", HARM)
def test_what_was_harmed_is_not(tmp_path: Path, harm: str) -> None:
    file = tmp_path / "kept"
    checksummed.write(file, b"frame", CONTENT)
    file.write_bytes(HARM[harm](file.read_bytes()))
    assert checksummed.read(file, b"frame") is None


def test_nor_is_what_was_written_in_another_frame_or_never(tmp_path: Path) -> None:
    checksummed.write(tmp_path / "kept", b"frame", CONTENT)
    assert checksummed.read(tmp_path / "kept", b"other") is None
    assert checksummed.read(tmp_path / "none", b"frame") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"a file")
    checksummed.write(tmp_path / "folder" / "kept", b"frame", CONTENT)
    assert checksummed.read(tmp_path / "folder" / "kept", b"frame") is None
