"""The command: a run over a tiny checkout, and what it says to wrong use, in both languages."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from zoneledger.bench.figure import COUNT, Figure
from zoneledger.bench.measuring import Measuring
from zoneledger.bench.process_tree import MeasureError
from zoneledger.bench.record import Record
from zoneledger.problems import Text


def bench(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "zoneledger.commands.bench", "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def own_root(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny checkout that may be written to."""
    copy = tmp_path_factory.mktemp("bench") / "checkout"
    shutil.copytree(small_root, copy)
    return copy


@pytest.fixture(scope="module")
def first(own_root: Path) -> subprocess.CompletedProcess[str]:
    """One run of the quickest measure."""
    return bench(own_root, "1", "--only", "check", "--lang", "en", "--json", str(own_root / "out" / "bench.json"))


def test_a_run_prints_a_table_and_writes_json(own_root: Path, first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0, first.stderr
    assert "1 plan: Checking with Frictionless" in first.stderr
    assert "Checking every table, CPU" in first.stdout
    assert "≥ 1 × (up to 999 plans)" in first.stdout
    content = json.loads((own_root / "out" / "bench.json").read_text(encoding="utf-8"))
    (size,) = content["sizes"]
    assert (size["plans"], size["synthetic"]) == (1, False)
    figures = size["figures"]
    assert {name.partition(".")[0] for name in figures} == {"check"}
    assert figures["check.ratio"] == pytest.approx(
        figures["check.frictionless_cpu"] / figures["check.screen_cpu"], rel=0.01
    )
    assert figures["check.judging_ratio"] == pytest.approx(
        figures["check.judging_frictionless_cpu"] / figures["check.judging_cpu"], rel=0.01
    )
    assert "check.judging_bare_ratio" not in figures  # of one plan it would say nothing
    assert "Judging alone, Frictionless against the program’s screen" in first.stdout
    assert figures["check.rows_per_second"] == pytest.approx(size["rows"] / figures["check.screen_cpu"], rel=0.01)
    assert content["machine"]["cores"] >= 1
    assert set(content["packages"]) >= {"frictionless", "mkdocs-material"}


def test_it_leaves_nothing_and_names_no_path(own_root: Path, first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0
    assert list((own_root / "dist" / "bench").iterdir()) == []
    written = (own_root / "out" / "bench.json").read_text(encoding="utf-8")
    assert str(own_root) not in first.stdout + written
    assert str(Path(sys.executable).parent) not in first.stdout + written


def test_figures_are_added_to_those_of_the_same_code(own_root: Path, first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0
    file = own_root / "out" / "added.json"
    content = json.loads((own_root / "out" / "bench.json").read_text(encoding="utf-8"))
    content["sizes"][0]["figures"] |= {"build.cpu": 4.5, "check.ratio": 99.0}
    file.write_text(json.dumps(content))
    done = bench(own_root, "1", "--only", "check", "--lang", "zh", "--json", str(file), "--add")
    assert done.returncode == 0, done.stderr
    assert "1 份计划：检查" in done.stderr
    assert "生成，CPU" in done.stdout  # measured before
    figures = json.loads(file.read_text(encoding="utf-8"))["sizes"][0]["figures"]
    assert figures["build.cpu"] == 4.5
    assert figures["check.ratio"] != 99.0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("0",), "0"),
        (("many",), "many"),
        (("--only", "check,speed"), "没有 speed；有 check, build"),
        (("--only", "check,speed"), "no speed; there are check, build"),
        (("1", "--add"), "needs --json with a file that exists"),
        (("1", "--add", "--json", "nowhere.json"), "要与 --json 合用"),
        (("1", "--seconds"), "--seconds"),
    ],
)
def test_wrong_use_ends_with_2(own_root: Path, arguments: tuple[str, ...], said: str) -> None:
    done = bench(own_root, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_figures_of_other_code_are_not_added_to(own_root: Path, first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0
    file = own_root / "out" / "other.json"
    content = json.loads((own_root / "out" / "bench.json").read_text(encoding="utf-8"))
    content["packages"]["mkdocs-material"] = "1.0"
    file.write_text(json.dumps(content))
    done = bench(own_root, "1", "--only", "check", "--json", str(file), "--add")
    assert done.returncode == 2
    assert "别的代码" in done.stderr and "other code" in done.stderr
    file.write_text('{"sizes": 1}')
    assert bench(own_root, "1", "--json", str(file), "--add").returncode == 2


class Broken:
    """A measured thing of which one figure is found before it fails."""

    NAME = "broken"
    TITLE = Text("坏的", "Broken")
    FIGURES = (Figure("kept", Text("有", "kept"), COUNT), Figure("lost", Text("无", "lost"), COUNT))

    def measure(self, run: object) -> object:
        yield "kept", 12.3456
        raise MeasureError("zoneledger build", 1, "why")


def test_what_fails_is_told_and_the_rest_is_kept(small_root: Path, tmp_path: Path) -> None:
    told: list[Text] = []
    record = Record({})
    written: list[int] = []
    measuring = Measuring([Broken()], record, told.append, lambda: written.append(1))  # type: ignore[list-item]
    assert measuring.size(small_root, 1, tmp_path / "bench") is False
    assert record.sizes[1].figures == {"broken.kept": 12.35}
    assert written == [1]
    assert told[-1] == Text("没有量成：zoneledger build: 1\nwhy", "Could not be measured: zoneledger build: 1\nwhy")
