"""Every download format, one module or folder each. The first is the canonical one: it has a descriptor and is validated."""

from zoneledger.packages.formats import csv_excel, csv_raw, jsonl, parquet, sqlite, xlsx
from zoneledger.packages.formats.format import Files, Format, Rows

CANONICAL = csv_raw.FORMAT
FORMATS: tuple[Format, ...] = (
    CANONICAL,
    csv_excel.FORMAT,
    xlsx.FORMAT,
    parquet.FORMAT,
    sqlite.FORMAT,
    jsonl.FORMAT,
)

__all__ = ["CANONICAL", "FORMATS", "Files", "Format", "Rows"]
