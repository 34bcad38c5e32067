"""A strict reader of one BibTeX entry: braces must balance as BibTeX counts them, escapes be known ones."""

from __future__ import annotations

import re

_NAMES = {
    "\\textbackslash{}": "\\", "\\textbraceleft{}": "{", "\\textbraceright{}": "}", "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^", "\\&": "&", "\\%": "%", "\\$": "$", "\\#": "#", "\\_": "_",
}  # fmt: skip
_ESCAPE = re.compile("|".join(re.escape(name) for name in _NAMES))


def entry(text: str) -> tuple[str, dict[str, str]]:
    """The key and the fields as written, without their outer braces."""
    head = re.match(r"@misc\{([A-Za-z0-9][A-Za-z0-9-]*),\n", text)
    assert head and text.endswith("\n}"), text
    fields: dict[str, str] = {}
    rest = text[head.end() : -1]
    while rest.strip():
        name = re.match(r"  ([a-z]+) += ", rest)
        assert name and name[1] not in fields, rest
        rest = rest[name.end() :]
        if rest.startswith("{"):
            end = _closing(rest)
            fields[name[1]], rest = rest[1:end], rest[end + 1 :]
        else:
            bare = re.match(r"[a-z]{3}", rest)
            assert bare, rest
            fields[name[1]], rest = bare[0], rest[3:]
        assert rest.startswith((",\n", "\n")), rest
        rest = rest.removeprefix(",").removeprefix("\n")
    return head[1], fields


def _closing(text: str) -> int:
    """BibTeX counts every brace, whatever stands before it."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return place
    raise AssertionError(f"unbalanced: {text!r}")


def typeset(value: str) -> str:
    """What LaTeX would print: escapes resolved, protecting braces taken off; any other special character is a fault."""
    value = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    bare = _ESCAPE.sub("", value)
    assert not re.search(r"[\\{}~^&%$#_]", bare), bare
    return _ESCAPE.sub(lambda found: _NAMES[found[0]], value)
