"""How the repository's host words its addresses: GitHub by default, another host by patterns in ``mkdocs.yml``."""

from __future__ import annotations

from dataclasses import dataclass

#: GitHub answers longer addresses with an error; correct.js cuts off what does not fit and marks it with an ellipsis.
MAX_ADDRESS = 7500


@dataclass(frozen=True)
class Host:
    """Patterns of addresses; words in braces are filled in, each value encoded; those of a row by
    ``correct.js``.

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
