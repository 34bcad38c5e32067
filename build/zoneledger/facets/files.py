"""The files of facets: for each page, one CSV a table, with exactly the page's rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import file
from zoneledger.facets.kinds import KINDS
from zoneledger.facets.questions import KIND as ASKED
from zoneledger.facets.questions import QUESTIONS
from zoneledger.facets.sheets import SHEETS, Sheet
from zoneledger.facets.taking import ROWS_FILED


def write(catalogue: Catalogue, site: Path, progress: Callable[[str], None] = lambda _: None) -> int:
    """Writes the files of every facet's pages and of the ready questions that have a page of their own.

    A line is made once and written into each file that holds the row; the lines of one table are held at a time. The
    form is that of the packages: UTF-8 without byte order mark, LF, quotes only where needed, cells untouched.

    Args:
        catalogue: checked datasets.
        site: the site's top folder; both languages link to the same files.
        progress: told each facet's folder before its files are written.

    Returns:
        The number of files.
    """
    filings = [(kind, file(catalogue, kind)) for kind in KINDS]
    own = {question.id for question in QUESTIONS if not question.address}
    filings.append((ASKED, {name: rows for name, rows in file(catalogue, ASKED).items() if name in own}))
    written = 0
    for table, sheet in SHEETS.items():
        if any(table in kind.tables for kind, _ in filings):
            progress(sheet.file)
            lines = {cells[0]: _line(cells) for cells in sheet.lines(catalogue)}
            for kind, filed in filings:
                rows = {value: tables[table] for value, tables in filed.items() if table in tables}
                rows = {value: content for value, content in rows.items() if len(content) <= ROWS_FILED}
                for value, content in rows.items():
                    _write(site / kind.folder / value, sheet, [lines[row.text("id")] for row in content])
                written += len(rows)
    return written


def _write(folder: Path, sheet: Sheet, lines: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / sheet.file).write_text("".join([_line(sheet.header), *lines]), encoding="utf-8", newline="")


def _line(cells: tuple[str, ...]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL).writerow(cells)
    return text.getvalue()
