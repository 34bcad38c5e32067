"""Tables as CSV: UTF-8 without byte order mark, LF, quotes only where needed, cells untouched."""

from __future__ import annotations

import csv
import io

from zoneledger.packages.tables import PublishedTable

MEDIATYPE = "text/csv"


def encode(table: PublishedTable) -> bytes:
    """A table with its header as the bytes of a CSV file; one without rows is its header alone."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(table.header)
    writer.writerows(table.lines())
    return text.getvalue().encode("utf-8")
