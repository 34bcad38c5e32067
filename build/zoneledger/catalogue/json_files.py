"""Reads JSON that anybody may have written: an ordinary file, not too large or too deep, of finite numbers and whole characters."""

from __future__ import annotations

import json
import math
import stat
from pathlib import Path
from typing import Any, NoReturn

MAX_BYTES = 8 * 1024 * 1024
#: Deeper than any schema or receipt, and far from where a reader of it would run out of stack.
MAX_DEPTH = 60


def read_text(path: Path) -> str:
    """The text of an ordinary file.

    Raises:
        ValueError: it is a link, a folder or a pipe, it is too large, or it is not UTF-8.
        OSError: it is not there.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("not an ordinary file")
    if found.st_size > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES} bytes")
    return path.read_text(encoding="utf-8")


def parse_object(text: str) -> dict[str, Any]:
    """A JSON object.

    Raises:
        ValueError: the text is no JSON, or no object; or it holds a number beyond all bounds, half a character, or more
            levels than ``MAX_DEPTH``. ``json.JSONDecodeError``, which knows the line, where it is no JSON.
    """
    try:
        content = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        # nothing is nested deeper than there are brackets
        if text.count("{") + text.count("[") > MAX_DEPTH and _depth(content) > MAX_DEPTH:
            raise ValueError("nested too deeply")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(content, dict):
        raise ValueError("not an object")
    # Half of a surrogate pair can be read, but never written.
    text.encode("utf-8")
    if "\\u" in text:
        json.dumps(content, ensure_ascii=False).encode("utf-8")
    return content


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object of a file.

    Raises:
        ValueError: as ``read_text`` and ``parse_object`` do.
        OSError: it is not there.
    """
    return parse_object(read_text(path))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:40]} is beyond all bounds")
    return number


def _depth(content: object) -> int:
    children = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    # most children are texts and numbers: no call for each of those
    return 1 + max((_depth(child) if isinstance(child, dict | list) else 1 for child in children), default=0)
