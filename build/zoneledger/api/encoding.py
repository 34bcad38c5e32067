"""JSON as this interface writes it: sorted keys, no blanks, one row a line, nothing that could act inside a page.

The program's own encoder rather than ``json.dumps`` with a default: numbers are the very characters of their cells, so
that 0.3 never becomes 0.30000000000000004, and a row is written out once instead of being copied into a tree of values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_quoted = json.encoder.encode_basestring

#: ``<`` could end a script element, and two line separators a string of older JavaScript, where JSON is put into a page.
_ACTING = ("<", "\u2028", "\u2029")
_HARMLESS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in _ACTING})


class Json(str):
    """Text that is JSON already."""

    __slots__ = ()


NULL = Json("null")
_PLAIN = {None: NULL, True: Json("true"), False: Json("false")}


def string(text: str) -> Json:
    """A text as a JSON string."""
    quoted = _quoted(text)
    return Json(quoted.translate(_HARMLESS) if any(sign in quoted for sign in _ACTING) else quoted)


def strings(texts: Sequence[str]) -> Sequence[str]:
    """Texts as JSON strings, of which hardly any needs more than quotation marks: they are searched together."""
    joined = "".join(texts)
    if any(sign in joined for sign in _ACTING):
        return [string(text) for text in texts]
    return [_quoted(text) for text in texts]


def members(pairs: Iterable[tuple[str, str]]) -> Json:
    """An object of JSON texts.

    Args:
        pairs: names, which are the program's own, and JSON texts.
    """
    return Json("{" + ",".join(f'"{name}":{value}' for name, value in sorted(pairs)) + "}")


def encode(value: Any) -> Json:
    """A value as JSON.

    Args:
        value: None, a truth value, a whole number, text, a sequence or a mapping of these, or JSON already.

    Raises:
        TypeError: anything else, a float above all: it has lost what its cell said.
    """
    if isinstance(value, Json):
        return value
    if value is None or isinstance(value, int):
        return _PLAIN[value] if value is None or isinstance(value, bool) else Json(value)
    if isinstance(value, str):
        return string(value)
    if isinstance(value, Mapping):
        pairs = (f"{string(str(name))}:{encode(value[name])}" for name in sorted(value))
        return Json("{" + ",".join(pairs) + "}")
    if isinstance(value, Sequence):
        return _array(value)
    raise TypeError(f"no JSON for {type(value).__name__}: {value!r}")


def _array(values: Sequence[Any]) -> Json:
    """Rows stand one a line, so that they can be counted, searched and compared as lines; the rest takes no room."""
    if values and all(isinstance(value, Json) for value in values):
        return rows(values)
    return Json("[" + ",".join(encode(value) for value in values) + "]")


def rows(values: Iterable[str]) -> Json:
    """An array of JSON texts, none of which has a line break, each on a line of its own; empty where there are none."""
    written = ",\n".join(values)
    return Json(f"[\n{written}\n]" if written else "[]")
