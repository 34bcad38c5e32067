"""What is wrong with a published file, and how a file is read of which nothing is known yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from zoneledger.problems import Text


@dataclass(frozen=True, order=True)
class Fault:
    """One finding.

    Args:
        path: the file, below the site's top folder; with ``!`` and a name for a member of an archive.
        message: what is wrong with it.
    """

    path: str
    message: Text


class UnusableError(Exception):
    """A file cannot be used at all.

    Args:
        message: why.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass
class Findings:
    """What a run has found so far.

    Args:
        faults: in the order they were met.
        files: how many files were read.
        rows: how many rows were compared, all formats together.
        packages: how many packages.
        calendars: how many calendars.
    """

    faults: list[Fault] = field(default_factory=list)
    files: int = 0
    rows: int = 0
    packages: int = 0
    calendars: int = 0

    def add(self, path: str, zh: str, en: str) -> None:
        """Notes a fault."""
        self.faults.append(Fault(path, Text(zh, en)))

    @contextmanager
    def reading(self, path: str) -> Iterator[None]:
        """Turns whatever reading a damaged file raises into a fault: each format's reader has errors of its own."""
        try:
            yield
        except UnusableError as error:
            self.faults.append(Fault(path, error.message))
        except Exception as error:  # any reader, any damage: a fault in a file is a finding, never a crash
            said = " ".join(str(error).split())[:200] or type(error).__name__
            self.add(path, f"无法读取：{said}", f"cannot be read: {said}")


def inside(top: Path, path: str) -> Path:
    """A file named by another file.

    Args:
        top: the folder that path must not lead out of.
        path: with slashes.

    Raises:
        UnusableError: it leads elsewhere, through a link or by its name, or there is no such file.
    """
    parts = PurePosixPath(path)
    if not path or parts.is_absolute() or ".." in parts.parts or "\\" in path or "\0" in path:
        raise UnusableError(Text("指向网站文件夹之外，不予读取", "leads out of the site’s folder: not read"))
    place = top / path
    if not place.resolve().is_relative_to(top.resolve()):
        raise UnusableError(Text("是指向别处的链接，不予读取", "is a link to another place: not read"))
    if not place.is_file():
        raise UnusableError(Text("文件不存在", "is missing"))
    return place


def read(top: Path, path: str) -> bytes:
    """The content of a file; see ``inside``."""
    return inside(top, path).read_bytes()


def read_object(top: Path, path: str) -> dict[str, Any]:
    """The content of a JSON file that holds an object; see ``as_object``."""
    return as_object(read(top, path))


def as_object(written: bytes) -> dict[str, Any]:
    """JSON that is an object.

    Raises:
        UnusableError: it is something else.
        ValueError: it is no JSON.
    """
    content = json.loads(written)
    if not isinstance(content, dict):
        raise UnusableError(Text("应是一个 JSON 对象", "must be a JSON object"))
    return content
