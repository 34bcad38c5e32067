"""``zoneledger fix`` as people run it: what it touches, what it says, how it ends."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from workbench import PLAN, Workbench

from zoneledger.fix.replacement import replace_file

TARGETS = f"{PLAN}/targets.csv"


def test_sound_data_are_left_alone(bench: Workbench) -> None:
    before = {path: path.stat().st_mtime_ns for path in bench.root.rglob("datasets/**/*.*")}
    assert bench.run() == (0, [], "0 files fixed, 0 left for you.\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_only_the_touched_row_changes(bench: Workbench) -> None:
    bench.edit("targets", 3, value="1,200.50", due="2022/6/15", occurrence="1.0", scope_en=" All zones ")
    exit_code, told, _ = bench.run(TARGETS)
    assert exit_code == 0
    assert {(line.line, line.column) for line in told} == {(4, name) for name in ("value", "due", "occurrence", "scope_en")}
    assert {line.text for line in told if line.column == "due"} == {"2022/6/15 → 2022-06-15"}
    hunks = [line for line in bench.git("diff", "--unified=0").splitlines() if line.startswith("@@")]
    assert [hunk.split(" @@")[0] for hunk in hunks] == ["@@ -4 +4"]


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_check_writes_nothing_and_says_that_it_would(option: str, bench: Workbench) -> None:
    bench.edit("targets", 1, value="5000.0")
    before = bench.path("targets").read_bytes()
    exit_code, told, output = bench.run(option)
    assert (exit_code, [line.code for line in told]) == (1, ["cell-form"])
    assert "to fix [cell-form]" in output
    assert output.endswith("1 file would change, 0 left for you.\n")
    assert bench.path("targets").read_bytes() == before
    assert bench.run()[0] == 0
    assert bench.run(option) == (0, [], "0 files would change, 0 left for you.\n")


def test_what_is_left_ends_with_1_each_time(bench: Workbench) -> None:
    bench.edit("targets", 1, due="2022/6/1")
    for _ in range(2):
        exit_code, told, output = bench.run()
        assert (exit_code, [(line.done, line.code, line.column) for line in told]) == (1, [(False, "spreadsheet-date", "due")])
        assert "    allowed: 2022-06-01, 2022-06" in output
    assert bench.cell("targets", 1, "due") == "2022/6/1"


def test_the_committed_value_is_offered_and_taken_on_demand(bench: Workbench) -> None:
    committed = bench.cell("targets", 1, "value")
    bench.edit("targets", 1, value="3.60E+05")
    bench.edit("targets", 2, value="7")
    _, _, output = bench.run()
    assert f"committed last: {committed}" in output
    assert f"zoneledger fix {TARGETS} --restore value" in output
    assert bench.run(TARGETS, "--restore", "value")[0] == 0
    assert bench.cell("targets", 1, "value") == committed
    assert bench.cell("targets", 2, "value") == "7"


def test_a_plan_or_a_file_may_be_named(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.edit("targets", 1, value="5000.0")
    bench.edit("measures", 1, position="1.0")
    monkeypatch.chdir(bench.root / PLAN)
    assert [line.file for line in bench.run("measures.csv")[1]] == [f"{PLAN}/measures.csv"]
    assert [line.file for line in bench.run("anshi-2021")[1]] == [TARGETS]
    assert bench.run(PLAN) == (0, [], "0 files fixed, 0 left for you.\n")


@pytest.mark.parametrize(
    "arguments", [["no-such-plan"], ["../outside.csv"], ["README.md"], ["--restore", "no_such_column"], ["--nonsense"]]
)
def test_wrong_use_ends_with_2(arguments: list[str], bench: Workbench) -> None:
    (bench.root / "README.md").write_text("x")
    (bench.root.parent / "outside.csv").write_text("x")
    assert bench.run(*arguments)[0] == 2


def test_a_link_is_refused(bench: Workbench) -> None:
    path = bench.path("targets")
    outside = bench.root.parent / "outside.csv"
    outside.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    path.unlink()
    path.symlink_to(outside)
    for arguments in ([], [TARGETS]):
        exit_code, told, _ = bench.run(*arguments)
        assert (exit_code, [line.code for line in told]) == (1, ["file-link"])
    assert path.is_symlink()
    assert outside.read_bytes().startswith(b"\xef\xbb\xbf")
    with pytest.raises(OSError, match="symbolic link"):
        replace_file(path, b"")


def test_the_mode_is_kept_and_nothing_stays_beside_the_file(bench: Workbench) -> None:
    path = bench.path("targets")
    path.chmod(0o640)
    bench.edit("targets", 1, value="5000.0")
    names = sorted(entry.name for entry in path.parent.iterdir())
    assert bench.run()[0] == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in path.parent.iterdir()) == names


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "targets.csv"
    path.write_bytes(b"newer")
    with pytest.raises(OSError, match="changed by another program"):
        replace_file(path, b"repaired", expected=b"older")
    assert [entry.name for entry in tmp_path.iterdir()] == ["targets.csv"]
    assert path.read_bytes() == b"newer"


def test_plan_yml_keeps_its_order_and_comments(bench: Workbench) -> None:
    path = bench.root / PLAN / "plan.yml"
    right = "# a remark\n" + path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + right.rstrip("\n").replace("\n", "\r\n").encode())
    exit_code, told, _ = bench.run()
    assert (exit_code, path.read_text(encoding="utf-8")) == (0, right)
    assert {line.code for line in told} == {"canonical-byte-order-mark", "canonical-line-ends"}
    path.write_bytes(right.encode("gbk"))
    assert (bench.run()[0], path.read_text(encoding="utf-8")) == (0, right)


def test_a_plan_yml_that_cannot_be_parsed_is_left(bench: Workbench) -> None:
    path = bench.root / PLAN / "plan.yml"
    broken = b"\xef\xbb\xbf" + path.read_bytes() + b'title: "no end\n'
    path.write_bytes(broken)
    exit_code, told, _ = bench.run()
    assert (exit_code, [line.code for line in told], path.read_bytes()) == (1, ["yaml-syntax"], broken)


def test_without_git_it_works_and_offers_nothing(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.edit("targets", 1, value="3.60E+05", occurrence="1.0")
    monkeypatch.setenv("PATH", str(bench.root))
    exit_code, told, output = bench.run()
    assert (exit_code, {line.code for line in told}) == (1, {"spreadsheet-scientific", "cell-form"})
    assert "committed" not in output


def test_git_is_asked_about_this_checkout_inside_a_hook_too(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    bench.edit("targets", 1, value="3.60E+05")
    assert "committed last" in bench.run()[2]


def test_it_speaks_both_languages(bench: Workbench) -> None:
    bench.edit("targets", 1, value="5000.0", due="2022/6/1")
    _, _, chinese = bench.run("--check", lang="zh")
    assert "可修复 [cell-form] 5000.0 → 5000" in chinese
    assert "会改写 1 个文件，1 处待人处理。" in chinese
    _, _, english = bench.run(lang="en")
    assert "fixed [cell-form] 5000.0 → 5000" in english
    assert "1 file fixed, 1 left for you." in english


def test_a_hostile_cell_cannot_act_on_the_terminal(bench: Workbench) -> None:
    bench.edit("targets", 1, note_zh="\u001b[31m\u202e ", note_en="x ")
    assert not any(char in bench.run()[2] for char in ("\u001b", "\u202e"))
