"""Makes text from a dataset safe to print: on one line, and as literal text in Markdown."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What starts an inline construct, a table cell or an HTML tag anywhere in a line (CommonMark 0.31, GFM tables).
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#!])")
# What starts a block at the beginning of a line: list markers, numbered or not, and setext underlines.
_LEADING = re.compile(r"^([-+=]|\d+(?=[.)]))")
# What GFM turns into a link by itself.
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp):|\bwww\.|@")
# Unicode's categories of control and format characters.
_INVISIBLE = ("Cc", "Cf")


def one_line(text: str) -> str:
    """The text without line breaks, control characters or invisible direction marks, single-spaced."""
    line = " ".join(text.split())
    if line.isprintable():  # such characters never are, and hardly a text has one
        return line
    visible = (
        character for character in text if character.isspace() or unicodedata.category(character) not in _INVISIBLE
    )
    return " ".join("".join(visible).split())


@lru_cache(maxsize=256)  # the titles of tables stand in the README of every plan
def markdown(text: str) -> str:
    """The text as Markdown that shows exactly its characters: nothing in it is markup, a link or HTML."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    escaped = _AUTOLINK.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", escaped)
    return _LEADING.sub(lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", escaped)


def markdown_address(address: str) -> str:
    """A web address as a Markdown autolink; as literal text where it is not a web address.

    Args:
        address: an address without spaces; characters that could end the link are percent-encoded.
    """
    if not re.fullmatch(r"https?://\S+", address):
        return markdown(address)
    safe = re.sub(r"""[<>\\`"|]""", lambda match: f"%{ord(match[0]):02X}", one_line(address))
    return f"<{safe}>"
