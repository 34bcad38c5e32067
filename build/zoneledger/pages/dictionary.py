"""The data dictionary: every table and column from the schemas, and the rows of the shared lists.

Lists too long to stand there have pages of their own, ``dictionary/<table>/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zoneledger.pages.pager import Pager, parted
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.dictionary import TableView, dictionary

#: Rows of shared lists that the dictionary shows, all lists together; the longest leave it until no more are left.
ROWS_SHOWN = 130
#: Rows on each page of such a list; each takes less than 500 bytes.
ROWS_LISTED = 850


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The dictionary, and the lists that stand beside it, in each language."""
    tables = dictionary(renderers["zh"].catalogue)
    lists = {table.name: table for table in apart(tables)}
    folders = {name: f"dictionary/{name}/" for name in lists}
    for lang, renderer in renderers.items():
        words = renderer.words["dictionary"]
        values = {"tables": tables, "apart": folders}
        yield lang, renderer.page("dictionary.html", "dictionary/", words["title"], words["description"], **values)
        for table in lists.values():
            yield from ((lang, page) for page in _list(renderer, table, folders[table.name]))


def apart(tables: Sequence[TableView]) -> list[TableView]:
    """The tables whose rows are too many for the dictionary, the longest first."""
    found: list[TableView] = []
    total = sum(len(table.entries) for table in tables)
    for table in sorted(tables, key=lambda table: (-len(table.entries), table.name)):
        if total <= ROWS_SHOWN:
            break
        found.append(table)
        total -= len(table.entries)
    return found


def _list(renderer: Renderer, table: TableView, folder: str) -> Iterator[Page]:
    words = renderer.words["dictionary"]
    named = table.title.of(renderer.lang)
    named = named[:1].upper() + named[1:]
    about = words["list"].format(title=named, rows=len(table.entries))
    sheets = parted(table.entries, ROWS_LISTED)
    for number, entries in enumerate(sheets, start=1):
        pager = Pager(number, len(sheets), folder)
        title, said = pager.named(renderer.words, named), pager.named(renderer.words, about)
        values = {"table": table, "entries": entries, "pager": pager}
        yield renderer.page("dictionary_list.html", pager.address(number), title, said, **values)
