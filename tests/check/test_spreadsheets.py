"""A file that went through a spreadsheet is called that, and the way to repair it is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from checkout import PLAN, Checkout

TARGETS = f"{PLAN}/targets.csv"


@pytest.mark.parametrize(
    ("mangle", "code", "said"),
    [
        (lambda data: data.replace(b"\n", b"\r\n"), "canonical-line-ends", ("CRLF", r"\r\n", "Excel")),
        (lambda data: data.replace(b"\n", b"\r"), "canonical-line-ends", ("old Macs", r"\r")),
        (lambda data: b"\xef\xbb\xbf" + data, "canonical-byte-order-mark", ("CSV UTF-8", "U+FEFF")),
        (lambda data: data.decode().encode("gbk"), "file-encoding", ("GBK", "Chinese Windows")),
        (lambda data: data.decode().encode("utf-16"), "file-encoding", ("UTF-16", "Unicode text")),
        (lambda data: data.replace(b",", b";"), "file-separator", ("semicolons",)),
        (lambda data: data.replace(b",", b"\t"), "file-separator", ("tabs",)),
        (lambda data: data + b"," * data.splitlines()[0].count(b",") + b"\n", "row-blank", ("blank",)),
    ],
)
def test_a_file_is_recognised(
    mangle: Callable[[bytes], bytes], code: str, said: tuple[str, ...], small: Checkout
) -> None:
    path = small.path("targets")
    path.write_bytes(mangle(path.read_bytes()))
    _, found, output = small.check()
    assert {finding.code for finding in found} == {code}, output
    assert all(word in output for word in said), output
    assert f"    fix: Run zoneledger fix {TARGETS}\n" in output


@pytest.mark.parametrize(
    ("column", "cell", "code", "said"),
    [
        ("due", "2022/6/1", "cell-pattern", "rewritten by a spreadsheet: 2022-06-01 or 2022-06"),
        ("due", "Jun-21", "cell-pattern", "rewritten by a spreadsheet: 2021-06"),
        ("value", "1E+05", "cell-form", "scientific notation"),
        ("measure_id", "3.60E+05", "cell-pattern", "scientific notation"),
        ("note_url", "#NAME?", "cell-pattern", "error mark"),
    ],
)
def test_a_cell_is_recognised(column: str, cell: str, code: str, said: str, small: Checkout) -> None:
    small.cell("targets", 1, **{column: cell})
    _, found, output = small.check()
    assert code in {finding.code for finding in found}
    assert said in output
    assert "    fix: Run zoneledger fix" in output


@pytest.mark.parametrize(("column", "cell"), [("due", "２０２３"), ("measure_id", "anshi-2021-m０1")])
def test_digits_of_another_script_fit_no_pattern(column: str, cell: str, small: Checkout) -> None:
    small.cell("targets", 1, **{column: cell})
    assert ("cell-pattern", column) in {(finding.code, finding.column) for finding in small.check()[1]}


def test_several_columns_that_are_off_are_one_problem(small: Checkout) -> None:
    small.edit("targets", lambda text: text.replace("strength", "strenght", 1).replace(",locator", ",place,note", 1))
    _, found, output = small.check()
    assert [(finding.code, finding.line, finding.column) for finding in found] == [("file-header", 1, "")]
    for word in ("4 things are off", "strenght", "no column place", "no column note", "locator is missing"):
        assert word in output, output


def test_a_computed_column_is_named_as_that(small: Checkout) -> None:
    small.edit("target_zones", lambda text: "plan_id," + text.replace("\n", "\nanshi-2021,").removesuffix("anshi-2021,"))
    _, found, output = small.check()
    assert [(finding.code, finding.column) for finding in found] == [("file-header", "plan_id")]
    assert "written on publication" in output
