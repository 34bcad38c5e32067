"""Repairs of a file as a whole: bytes, separators, columns and rows; each with what is certain and what is left."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from workbench import PLAN, Workbench, cells_of

from zoneledger.fix import tables

TARGETS = f"{PLAN}/targets.csv"


def text_of(change: Callable[[str], str]) -> Callable[[bytes], bytes]:
    return lambda data: change(data.decode("utf-8")).encode("utf-8")


def columns(change: Callable[[list[str]], list[str]]) -> Callable[[bytes], bytes]:
    """Changes every line's cells; the table used has no quoted ones."""
    return text_of(lambda text: "".join(",".join(change(line.split(","))) + "\n" for line in text.splitlines()))


# rule, table, how it is mangled; afterwards the file is as it was
CERTAIN: list[tuple[str, str, Callable[[bytes], bytes]]] = [
    ("canonical-byte-order-mark", "targets", lambda data: b"\xef\xbb\xbf" + data),
    ("canonical-line-ends", "targets", lambda data: data.replace(b"\n", b"\r\n")),
    ("canonical-line-ends", "targets", lambda data: data.replace(b"\n", b"\r")),
    ("canonical-line-ends", "targets", lambda data: data[:-1]),
    ("file-encoding", "measures", lambda data: data.decode().encode("gbk")),
    ("file-encoding", "measures", lambda data: data.decode().encode("gb18030")),
    ("file-encoding", "measures", lambda data: data.decode().encode("utf-16")),
    ("file-separator", "target_zones", text_of(lambda text: text.replace(",", ";"))),
    ("file-separator", "target_zones", text_of(lambda text: text.replace(",", "\t"))),
    ("file-separator", "target_zones", text_of(lambda text: "sep=;\n" + text.replace(",", ";"))),
    ("file-separator", "target_zones", text_of(lambda text: "sep=,\n" + text)),
    ("file-quoting", "target_zones", text_of(lambda text: text.replace("target_id", '"target_id"', 1))),
    ("file-header", "target_zones", text_of(lambda text: text.replace("zone_id", " Zone_ID", 1))),
    ("file-header", "target_zones", text_of(lambda text: text.replace("zone_id", "ｚｏｎｅ_ｉｄ", 1))),
    ("file-header", "target_zones", columns(lambda cells: [*cells, "", ""])),
    ("file-header", "target_zones", columns(lambda cells: [cells[0], "", cells[1]])),
    ("file-header", "target_zones", columns(lambda cells: ["plan_id" if cells[0] == "target_id" else "anshi-2021", *cells])),
    ("row-blank", "target_zones", text_of(lambda text: text + ",\n\n,\n")),
    ("canonical-column-order", "target_zones", columns(lambda cells: cells[::-1])),
    ("canonical-row-order", "targets", text_of(lambda text: "".join([text.splitlines(True)[0], *text.splitlines(True)[:0:-1]]))),
]  # fmt: skip

# rule, table, how it is mangled; afterwards the file is as it was mangled, byte for byte
LEFT: list[tuple[str, str, Callable[[bytes], bytes]]] = [
    ("file-encoding", "measures", lambda data: data.replace("目".encode(), "目".encode()[:2], 1)),
    ("file-encoding", "measures", lambda data: data.decode().encode("utf-16-le")),
    ("file-encoding", "measures", lambda data: data.decode("utf-8").encode("shift-jis", "ignore") + b"\xff\x80"),
    ("file-quoting", "targets", lambda data: data.replace(b"anshi-2021-t001", b'"anshi-2021-t001', 1)),
    ("file-header", "targets", lambda data: data.replace(b"strength", b"strenght", 1)),
    ("file-header", "targets", lambda data: b""),
    ("file-header", "target_zones", columns(lambda cells: [cells[0]])),
    ("file-header", "target_zones", columns(lambda cells: [*cells, "" if cells[0] == "target_id" else "note"])),
    ("file-header", "target_zones", columns(lambda cells: ["plan_id" if cells[0] == "target_id" else "other-2021", *cells])),
    ("file-header", "target_zones", columns(lambda cells: [*cells, cells[1]])),
    ("row-width", "target_zones", text_of(lambda text: text.replace("\n", ",x\n").replace(",x", "", 1))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "table", "mangle"), CERTAIN)
def test_it_is_put_right(code: str, table: str, mangle: Callable[[bytes], bytes], bench: Workbench) -> None:
    path = bench.path(table)
    before = path.read_bytes()
    path.write_bytes(mangle(before))
    assert path.read_bytes() != before
    exit_code, told, output = bench.run("anshi-2021")
    assert path.read_bytes() == before, output
    assert exit_code == 0, output
    assert (path.relative_to(bench.root).as_posix(), True, code) in {(line.file, line.done, line.code) for line in told}
    assert bench.run()[0] == 0
    assert bench.git("status", "--porcelain") == ""


@pytest.mark.parametrize(("code", "table", "mangle"), LEFT)
def test_it_is_left_byte_for_byte(code: str, table: str, mangle: Callable[[bytes], bytes], bench: Workbench) -> None:
    path = bench.path(table)
    mangled = mangle(path.read_bytes())
    path.write_bytes(mangled)
    exit_code, told, output = bench.run()
    assert path.read_bytes() == mangled
    assert exit_code == 1
    assert {(line.file, line.done, line.code) for line in told} == {(f"{PLAN}/{table}.csv", False, code)}, output
    assert "\n    fix: " in output


def test_every_table_repair_is_seen_at_work() -> None:
    seen = {code for code, _, _ in CERTAIN} | {"column-emptied", "spreadsheet-lost-character", "spreadsheet-rewritten-mark"}
    repairs = (*tables.SHAPES, *tables.BEFORE_CELLS, *tables.AFTER_CELLS)
    assert {repair.RULE.code for repair in repairs} <= seen
    modules = {path.stem for path in Path(str(tables.__file__)).parent.glob("*.py")} - {"__init__"}
    assert len(set(repairs)) == len(modules)


def test_an_emptied_column_is_told_with_the_command_that_restores_it(bench: Workbench) -> None:
    path = bench.path("targets")
    before = path.read_bytes()
    rows = len(bench.rows(path))
    for number in range(1, rows + 1):
        bench.edit("targets", number, locator="")
    emptied = path.read_bytes()
    exit_code, told, output = bench.run(TARGETS)
    assert (exit_code, [(line.code, line.column) for line in told]) == (1, [("column-emptied", "locator")])
    assert path.read_bytes() == emptied
    assert f"Run zoneledger fix {TARGETS} --restore locator" in output
    assert f"in the last commit {rows} of these rows had it filled" in output
    exit_code, told, _ = bench.run(TARGETS, "--restore", "locator")
    assert (exit_code, path.read_bytes()) == (0, before)
    assert {line.code for line in told} == {"column-restored"}


def test_a_column_with_few_values_may_be_emptied_on_purpose(bench: Workbench) -> None:
    """Two notes deleted are an edit; a required column is never empty on purpose."""
    for number, row in enumerate(bench.rows(bench.path("targets")), 1):
        if row["note_zh"]:
            bench.edit("targets", number, note_zh="", note_en="", note_basis="")
    assert bench.run()[0] == 0
    bench.git("rm", "--quiet", "--cached", "-r", "datasets")
    bench.git("-c", "user.name=Test", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "none known")
    for number in range(1, len(bench.rows(bench.path("targets"))) + 1):
        bench.edit("targets", number, locator="")
    _, told, _ = bench.run()
    assert [(line.code, line.column) for line in told] == [("column-emptied", "locator")]


def test_a_character_that_gbk_lacks_comes_back(bench: Workbench) -> None:
    bench.edit("targets", 1, note_zh="3 km²以内", note_en="within 3 km²", note_basis="coding")
    bench.git("-c", "user.name=Test", "-c", "user.email=t@example.org", "commit", "--quiet", "-am", "with a square")
    before = bench.path("targets").read_bytes()
    bench.path("targets").write_bytes(before.decode().encode("gbk", "replace"))
    _, told, _ = bench.run()
    assert bench.path("targets").read_bytes() == before
    assert [line.column for line in told if line.code == "spreadsheet-lost-character"] == ["note_zh", "note_en"]
    # A question mark of one's own stays: nothing shows that a spreadsheet was at work.
    bench.edit("targets", 1, note_en="within 3 km?")
    assert bench.run()[0:2] == (0, [])


@pytest.mark.parametrize(("by_spreadsheet", "comes_back"), [(True, True), (False, False)])
def test_list_marks_come_back_only_from_a_spreadsheet(by_spreadsheet: bool, comes_back: bool, bench: Workbench) -> None:
    for number in (1, 2):
        bench.edit("measures", number, number_printed=f"({number})")
    bench.git("-c", "user.name=Test", "-c", "user.email=t@example.org", "commit", "--quiet", "-am", "marks")
    before = bench.path("measures").read_bytes()
    for number in (1, 2):
        bench.edit("measures", number, number_printed=f"-{number}")
    path = bench.path("measures")
    changed = path.read_bytes()
    if by_spreadsheet:
        path.write_bytes(changed.replace(b"\n", b"\r\n"))
    bench.run()
    assert path.read_bytes() == (before if comes_back else changed)


def test_one_mark_changed_by_hand_is_no_spreadsheets_work(bench: Workbench) -> None:
    for number in (1, 2):
        bench.edit("measures", number, number_printed=f"{number}.")
    bench.git("-c", "user.name=Test", "-c", "user.email=t@example.org", "commit", "--quiet", "-am", "marks")
    bench.edit("measures", 1, number_printed="1")
    path = bench.path("measures")
    changed = path.read_bytes()
    path.write_bytes(changed.replace(b"\n", b"\r\n"))
    bench.run()
    assert path.read_bytes() == changed


def test_rows_with_one_key_keep_their_order_and_both_stay(bench: Workbench) -> None:
    path = bench.path("targets")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[2], lines[1].replace("anshi-2021-t001", "anshi-2021-t002"), *lines[3:]]), encoding="utf-8")
    before = path.read_bytes()
    assert bench.run()[0] == 0
    assert path.read_bytes() == before
    assert cells_of(before) == cells_of(path.read_bytes())


def test_a_comma_of_two_meanings_keeps_its_file_as_evidence(bench: Workbench) -> None:
    """Where semicolons separate, 1,200 may be one and a fifth; in a file with commas it would be twelve hundred."""
    bench.edit("targets", 1, value="1,200")
    path = bench.path("targets")
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", delimiter=";").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    before = path.read_bytes()
    for _ in range(2):
        exit_code, told, _ = bench.run()
        assert (exit_code, [(line.code, line.column) for line in told]) == (1, [("cell-form", "value")])
        assert path.read_bytes() == before


def test_numbers_in_ids_are_counted_not_spelled(bench: Workbench) -> None:
    """m99 stands before m100."""
    path = bench.path("target_zones")
    header = path.read_text(encoding="utf-8").splitlines()[0]
    right = f"{header}\nanshi-2021-t999,qingshi-etdz\nanshi-2021-t1000,qingshi-etdz\n"
    path.write_text("\n".join([header, *right.splitlines()[:0:-1]]) + "\n", encoding="utf-8")
    assert bench.run()[1][0].code == "canonical-row-order"
    assert path.read_text(encoding="utf-8") == right
