"""How the repository's host words its addresses: GitHub by default, another host by patterns in ``mkdocs.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

#: GitHub answers longer addresses with an error; what does not fit is cut off and marked with an ellipsis.
MAX_ADDRESS = 7500

#: Characters of a percent-encoded value that a static address spends on each part.
MOST = {"title": 600, "row": 600, "anchor": 2400}

_RESERVED = re.compile(r"[^A-Za-z0-9._~\u0080-\U0010ffff-]")


@dataclass(frozen=True)
class Host:
    """Patterns of addresses; words in braces are filled in, each value encoded.

    Args:
        line: one line of a file: ``{base}``, ``{revision}``, ``{file}``, ``{line}``.
        edit: the host's editor: ``{base}``, ``{branch}``, ``{file}``.
        report: a new issue about a row: ``{base}``, ``{title}``, ``{row}``, ``{anchor}``.
        cell: what is added to ``report`` once the cell is known: ``{column}``, ``{present}``.
    """

    line: str = "{base}/blob/{revision}/{file}?plain=1#L{line}"
    edit: str = "{base}/edit/{branch}/{file}"
    report: str = "{base}/issues/new?template=wrong-value.yml&title={title}&row={row}&anchor={anchor}"
    cell: str = "&column={column}&present={present}"


GITHUB = Host()


def encoded(value: str, most: int) -> str:
    """A value for the query of an address that stands in a UTF-8 page.

    Characters that act unseen (controls, bidirectional marks, line breaks) are taken out, reserved ones are
    percent-encoded. Letters beyond ASCII stay: browsers encode them (URL Standard, query state), and the page weighs
    a third of what it otherwise would.

    Args:
        value: any text.
        most: characters it may have once a browser has encoded it.
    """
    text = "".join(char for char in " ".join(value.split()) if char.isprintable())
    if len(quote(text, safe="")) > most:
        text = _cut(text, most - len(quote("…")))
    return _RESERVED.sub(lambda found: quote(found[0], safe=""), text)


def _cut(text: str, most: int) -> str:
    spent, kept = 0, 0
    for char in text:
        spent += len(quote(char, safe=""))
        if spent > most:
            break
        kept += 1
    return text[:kept] + "…"
