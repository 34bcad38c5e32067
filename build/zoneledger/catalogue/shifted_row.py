"""Where a row with a comma too many or too few goes out of step: the first cell that cannot be its column's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zoneledger.catalogue.schemas import Field, TableSchema

_FORMS = {
    "integer": re.compile(r"-?\d+"),
    "number": re.compile(r"-?\d+(?:\.\d+)?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}
_ID = re.compile(r"[a-z0-9-]+")


def first_misfit(cells: Sequence[str], header: Sequence[str], schema: TableSchema) -> tuple[str, str] | None:
    """The column from which on the cells do not fit, and what stands there; None where all could be their column's.

    The comma at fault is there or further left. Lists of values, numbers, dates and ids tell; free text may be anything.

    Args:
        cells: of the row, more or fewer than the header has.
        header: the file's column names.
        schema: the table's rules.
    """
    pointers = {key.column for key in schema.foreign_keys}
    for column, cell in zip(header, cells, strict=False):
        field = schema.by_name.get(column)
        if field is not None and not _may_be(cell, field, column in pointers):
            return column, cell
    return None


def _may_be(cell: str, field: Field, pointer: bool) -> bool:
    if not cell:
        return not field.required
    if field.enum:
        return cell in field.enum
    form = _ID if pointer else _FORMS.get(field.type)
    return form is None or form.fullmatch(cell) is not None
