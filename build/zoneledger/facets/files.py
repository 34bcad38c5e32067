"""The files of facets: for each page, one CSV a table, with exactly the page's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.facets.extract import TABLES, Extract, extract
from zoneledger.facets.sheets import SHEETS
from zoneledger.facets.taking import ROWS_FILED
from zoneledger.packages import csv_lines


def write(catalogue: Catalogue, site: Path) -> int:
    """Extracts every plan, then gathers.

    Args:
        catalogue: checked datasets.
        site: the site's top folder.

    Returns:
        The number of files.
    """
    plans = Restrictions(catalogue)
    extracts = [extract(plans.to([plan_id])) for plan_id in catalogue.plan_files]
    return gather(lambda table: (found[table] for found in extracts), site)


def gather(extracts: Callable[[str], Iterable[Extract]], site: Path) -> int:
    """Writes the files of every facet's pages and of the ready questions that have a page of their own.

    The lines of one table are held at a time.

    Args:
        extracts: of a table, what each plan adds, in the order of plan ids; asked once a table.
        site: the site's top folder; both languages link to the same files.

    Returns:
        The number of files.
    """
    return sum(gather_table(table, extracts(table), site) for table in TABLES)


def gather_table(table: str, extracts: Iterable[Extract], site: Path) -> int:
    """Writes these files of one table. The form is that of the packages: UTF-8 without byte order mark.

    Args:
        table: one of ``TABLES``.
        extracts: what each plan adds, in the order of plan ids.
        site: the site's top folder; both languages link to the same files.

    Returns:
        The number of files.
    """
    pages: dict[str, list[str]] = {}
    for found in extracts:
        lines = found["lines"]
        for page, places in found["filed"].items():
            pages.setdefault(page, []).extend([lines[place] for place in places])
    header, file, written = csv_lines.line(SHEETS[table].header, "\n"), SHEETS[table].file, 0
    for page, rows in pages.items():
        if len(rows) <= ROWS_FILED:
            (site / page).mkdir(parents=True, exist_ok=True)
            (site / page / file).write_text("".join([header, *rows]), encoding="utf-8", newline="")
            written += 1
    return written
