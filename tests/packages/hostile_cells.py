"""A package whose cells are what a spreadsheet, a parser or a shell might take for something else than text."""

from __future__ import annotations

import dataclasses

from publishing import Published

from zoneledger.catalogue.records import Record
from zoneledger.packages.package import Package, packages
from zoneledger.packages.tables import PublishedTable

#: What a spreadsheet would evaluate.
FORMULAS = (
    "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+1", "-1+1", "=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", "\t=1+1",
    "\u200b=1+1", " =1+1", '=HYPERLINK("https://evil.example","点,我")',
)  # fmt: skip
#: What a spreadsheet would turn into a date, a number or a truth value.
CONVERTED = ("2022-06", "1-2", "3/4", "007", "1E5", "12345678901234567890", "TRUE", "2019-1")
#: What only has to survive.
PLAIN = (
    "第一行\n第二行", 'x,"y"', "'quoted", "''", "长" * 10_000, "零\u200b宽\u200d字\ufeff", "_x0041_", "\u202eabc", "链长制",
    "https://evil.example", " 前后有空格 ", "{=1}", "a\\nb", "null", "\U00020000",
)  # fmt: skip
CELLS = (*FORMULAS, *CONVERTED, *PLAIN)


def hostile(published: Published) -> Package:
    """The whole dataset's package, with these cells as the names of agency types."""
    package = next(iter(packages(published.catalogue)))
    schema = published.catalogue.schemas["agency_types"]
    blank = {field.name: "某物" for field in schema.fields}
    given = next(table.records for table in package.tables if table.name == "agency_types")
    records = tuple(Record("file", 2, {**blank, "id": f"h{n}", "name_zh": cell}) for n, cell in enumerate(CELLS))
    made = PublishedTable(schema, given + records)
    tables = tuple(made if table.name == "agency_types" else table for table in package.tables)
    return dataclasses.replace(package, tables=tables)


def names(rows: list[tuple[str, ...]]) -> list[str]:
    """The hostile cells among the rows of agency types, in order."""
    return [row[1] for row in rows if row[0].startswith("h") and row[0][1:].isdigit()]
