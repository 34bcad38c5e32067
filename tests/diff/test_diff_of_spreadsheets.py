"""What a spreadsheet does to a file is form; what somebody typed is content."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

import pytest

from zoneledger.diff import Difference
from zoneledger.diff.formats import text
from zoneledger.diff.sheets import decode

TARGETS = "datasets/plans/anshi-2021/targets.csv"
Files = dict[str, bytes]


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def saved(rows: list[list[str]], encoding: str, delimiter: str = ",", blank: int = 2) -> bytes:
    """As Excel saves: everything quoted, CRLF, columns and rows moved, blank rows and a blank column at the end."""
    order = list(range(len(rows[0])))
    random.Random(1).shuffle(order)
    body = [[row[place] for place in order] for row in rows]
    head, *rest = body
    random.Random(2).shuffle(rest)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, delimiter=delimiter)
    writer.writerows([*row, ""] for row in [head, *rest])
    writer.writerows([[""] * (len(head) + 1)] * blank)
    return stream.getvalue().encode(encoding)


SAVINGS = [("utf-8-sig", ","), ("utf-8", ","), ("gb18030", ","), ("gbk", ","), ("utf-16", "\t"), ("utf-8", ";")]


@pytest.mark.parametrize(("encoding", "delimiter"), SAVINGS)
def test_two_cells_changed_reads_two_cells_changed(
    files: Files, unedited: Files, differ: Callable[..., Difference], encoding: str, delimiter: str
) -> None:
    rows = rows_of(files[TARGETS])
    value, english = rows[0].index("value"), rows[0].index("scope_en")
    rows[1][value], rows[7][english] = "1300", "zones of\nthe province"
    files[TARGETS] = saved(rows, encoding, delimiter)
    difference = differ(unedited, files)
    assert difference.summary["cells"] == 2
    said = {(row.key["id"], cell.column, cell.new) for row in difference.tables[0].changed for cell in row.cells}
    assert said == {
        ("anshi-2021-t001", "value", "1300"),
        ("anshi-2021-t007", "scope_en", "zones of\nthe province"),
    }
    counts = difference.summary
    assert not any(counts[name] for name in ("added", "removed", "id_changes", "renamed_columns", "files", "documents"))
    assert difference.format_only == ()
    assert text.write(difference, "zh").splitlines()[-1].startswith("改动 2 个单元格")
    assert text.write(difference, "en").splitlines()[-1].startswith("2 cells changed")


@pytest.mark.parametrize(("encoding", "delimiter"), SAVINGS)
def test_no_cell_changed_is_a_change_of_form(
    files: Files, unedited: Files, differ: Callable[..., Difference], encoding: str, delimiter: str
) -> None:
    files[TARGETS] = saved(rows_of(files[TARGETS]), encoding, delimiter)
    difference = differ(unedited, files)
    assert difference.format_only == (TARGETS,)
    assert not difference.content and not difference.tables


def test_line_is_the_physical_one(files: Files, unedited: Files, differ: Callable[..., Difference]) -> None:
    data = files[TARGETS].replace(b",1500,", b",1501,").replace("全市开发区".encode(), '"全市\n开发区"'.encode(), 1)
    files[TARGETS] = data
    first, second = differ(unedited, files).tables[0].changed
    assert (first.base_line, first.line) == (2, 2)
    assert (second.base_line, second.line) == (3, 4)
    assert data.split(b"\n")[second.line - 1].startswith(b"anshi-2021-t002,")


def test_gbk_and_other_oddities_are_said(files: Files, unedited: Files, differ: Callable[..., Difference]) -> None:
    files[TARGETS] = saved(rows_of(files[TARGETS]), "gbk")
    assert [(trouble.side, trouble.file, trouble.code) for trouble in differ(unedited, files).problems] == [
        ("head", TARGETS, "encoding-gb18030")
    ]


def test_one_damaged_byte_does_not_turn_the_file_into_gbk(
    files: Files, unedited: Files, differ: Callable[..., Difference]
) -> None:
    data = files[TARGETS]
    at = data.index("白河".encode())
    files[TARGETS] = data[:at] + data[at + 1 :]
    difference = differ(unedited, files)
    assert difference.summary["cells"] == 1
    assert [trouble.code for trouble in difference.problems] == ["encoding-damaged"]


def test_damaged_utf_8_that_would_pass_for_gbk_is_not_taken_for_it() -> None:
    data = "确保营收增,力争\n".encode()
    damaged = [data[:at] + data[at + 1 :] for at in range(15)]
    for passing in damaged:
        passing.decode("gb18030")
        shown, faults = decode(passing)
        assert [code for _, code, _ in faults] == ["encoding-damaged"]
        assert shown.endswith(",力争\n")


def test_short_gbk_is_gbk() -> None:
    for words in ("确保", "力争到2023年", "，"):
        assert decode(words.encode("gbk"))[0] == words
