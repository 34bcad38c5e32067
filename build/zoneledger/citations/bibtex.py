"""A BibTeX entry: ``@misc``, which every style knows, with the fields that biblatex adds (``version``, ``urldate``)."""

from __future__ import annotations

import re

from zoneledger.citations.cited import Cited

#: BibTeX counts braces even behind a backslash, so that an odd one must be written by name; the others act in LaTeX.
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
#: Never plain in an address; between braces they would end the field or act.
_IN_ADDRESS = re.compile(r"[\\{}^~]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_REVISION = {"zh": "修订 {}：{}", "en": "Revision {}: {}"}
_LANGUAGE = {"zh": "chinese", "en": "british"}


def cite(cited: Cited, accessed: str = "") -> str:
    """The entry; lines end in LF, the last one without.

    Author and titles stand in a second pair of braces: a style must not take an organisation's name for first and last
    name, nor change the case of a title.

    Args:
        cited: what is cited.
        accessed: the day on which the reader looked, as ``2026-11-22``; left out where it is empty.
    """
    year, month, _ = cited.date.split("-")
    note = _REVISION[cited.lang].format(cited.revision, cited.fixed) if cited.revision else ""
    fields = {
        "author": f"{{{{{escape(cited.author)}}}}}",
        "title": f"{{{{{escape(cited.title)}}}}}",
        "howpublished": f"{{{escape(cited.container)}}}" if cited.container else "",
        "version": f"{{{escape(cited.version)}}}",
        "year": f"{{{year}}}",
        "month": _MONTHS[int(month) - 1],
        "note": f"{{{escape(note)}}}" if note else "",
        "url": f"{{{address(cited.address)}}}" if cited.address else "",
        "urldate": f"{{{accessed}}}" if accessed else "",
        "langid": f"{{{_LANGUAGE[cited.lang]}}}",
    }
    lines = [f"  {name:<12} = {value}" for name, value in fields.items() if value]
    return f"@misc{{{cited.key},\n" + ",\n".join(lines) + "\n}"


def escape(text: str) -> str:
    r"""Text as LaTeX sets it.

    >>> escape("50% & {a_b}")
    '50\\% \\& \\textbraceleft{}a\\_b\\textbraceright{}'
    """
    return _SPECIAL.sub(lambda found: ESCAPES[found[0]], text)


def address(text: str) -> str:
    """An address as the field ``url`` takes it: verbatim, without what would end the field."""
    return _IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", text)
