"""Rows written column by column are what the library's own writer gives, whatever stands in the cells."""

from __future__ import annotations

import random

import pytest

from zoneledger.packages import csv_lines

_CELLS = ("", " ", "a", "开发区", '"', '""', ",", "a,b", 'a"b', "，", "\ufeff", "'=1", "50%", "%s", "x;y", "\t", "\\")
_BREAKING = (*_CELLS, "\n", "\r", "a\r\nb")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("cells", [_CELLS, _BREAKING])
def test_columns_are_written_as_rows_are(ending: str, cells: tuple[str, ...]) -> None:
    rng = random.Random(7)
    for _ in range(300):
        rows, width = rng.randrange(0, 5), rng.randrange(1, 5)
        columns = [[rng.choice(cells) for _ in range(rows)] for _ in range(width)]
        for row in zip(*columns, strict=True):
            assert csv_lines.line(row, ending) == csv_lines.by_row([row], ending)
        assert csv_lines.written(columns, ending) == csv_lines.by_row(zip(*columns, strict=True), ending)
