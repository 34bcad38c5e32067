"""What a receipt is made of: every part of the type it must have, so that whoever shows a receipt need not ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

#: More rows, figures or faults than any plan will ever have.
MOST = 1_000_000_000

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DIGITS = 12
_DIGEST = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")
_LONGEST = 500
_NAME = re.compile(r"[a-z][a-z0-9_ -]{0,60}")
_COUNTS = ("carried", "excluded", "planted", "caught")


def require(content: Mapping[str, Any]) -> None:
    """Checks the types of a receipt's parts; its digests are for the reader of receipts to compare.

    Args:
        content: the JSON object of a receipt's file.

    Raises:
        ValueError: a part is of another type, or out of all bounds.
        KeyError: a part is missing.
    """
    _text("plan", content["plan"])
    _text("source.file", _mapping("source", content["source"])["file"])
    _matches("source.sha256", content["source"]["sha256"], _SHA256)
    for name, table in _mapping("tables", content["tables"]).items():
        _matches("tables", name, _NAME)
        for part in ("rows", "anchors", "found"):
            _count(f"{name}.{part}", _mapping(name, table)[part])
        _digests(f"{name}.digests", _mapping(f"{name}.digests", table["digests"]))
    _matches("tables_sha256", content["tables_sha256"], _SHA256)
    _numbers("figures", content["figures"])
    _numbers("duties", content["duties"])
    _count("reading_notes", content["reading_notes"])
    if content["faults"] is not None:
        _numbers("faults", content["faults"])


def _numbers(where: str, part: object) -> None:
    """Counts, and counts by kind."""
    for key, value in _mapping(where, part).items():
        if key in _COUNTS and isinstance(value, dict):
            for kind, number in value.items():
                _matches(f"{where}.{key}", kind, _NAME)
                _count(f"{where}.{key}", number)
        elif key in ("excluded", "planted") or (key in _COUNTS and where != "duties"):
            raise ValueError(f"{where}.{key} is no list of counts")
        else:
            _count(f"{where}.{key}", value)


def _digests(where: str, rows: Mapping[str, Any]) -> None:
    """A digest a row: looked at together, and one by one where something is wrong, to say what."""
    digests = list(rows.values())
    fit = set(map(type, digests)) == {str} and set(map(len, digests)) == {_DIGITS} and _hexadecimal("".join(digests))
    if rows and not (fit and "".join(rows).isprintable() and max(map(len, rows)) <= _LONGEST):
        for key, digest in rows.items():
            _text(where, key)
            _matches(where, digest, _DIGEST)


def _hexadecimal(text: str) -> bool:
    """Whether a text is digits from 0 to f and nothing else, an even number of them: as ``[0-9a-f]*``, six times faster."""
    try:
        return bytes.fromhex(text).hex() == text
    except ValueError:
        return False


def _mapping(where: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{where} is no object")
    return value


def _text(where: str, value: object) -> None:
    if not isinstance(value, str) or not value.isprintable() or len(value) > _LONGEST:
        raise ValueError(f"{where} is no plain text")


def _matches(where: str, value: object, form: re.Pattern[str]) -> None:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError(f"{where} has a wrong form")


def _count(where: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        raise ValueError(f"{where} is no count")
