"""CPU and memory of a command are those of all its processes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from zoneledger.bench import process_tree
from zoneledger.bench.process_tree import MeasureError

#: Burns CPU until the process has used so much of it, whatever else the machine does.
BURN = "import time\nwhile time.process_time() < {}: pass\n"
MEBIBYTE = 2**20


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_cpu_of_children_counts(tmp_path: Path) -> None:
    child = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BURN.format(0.4)!r}])\n"
    alone = process_tree.run(python(BURN.format(0.3)), tmp_path)
    both = process_tree.run(python(child + BURN.format(0.3)), tmp_path)
    assert 0.3 <= alone.cpu < 0.6
    assert 0.7 <= both.cpu < 1.1
    assert both.wall >= 0.35


def test_one_run_does_not_count_for_the_next(tmp_path: Path) -> None:
    process_tree.run(python(BURN.format(0.5)), tmp_path)
    assert process_tree.run(python("pass"), tmp_path).cpu < 0.3


def test_memory_of_forked_processes_is_shared_not_summed(tmp_path: Path) -> None:
    hold = "import os, time\nheld = bytes(range(256)) * (160 * 4096)\n"
    forked = hold + "pids = [os.fork() for _ in range(1)]\ntime.sleep(2.5)\n"
    own = "import subprocess, sys\n" + hold + f"subprocess.run([sys.executable, '-c', {hold + 'time.sleep(2.5)'!r}])\n"
    shared, apart = (process_tree.run(python(code), tmp_path).peak / MEBIBYTE for code in (forked, own))
    assert 160 < shared < 240
    assert 320 < apart < 420


def test_a_failure_says_what_was_run_and_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(MeasureError, match=r"json\.tool --nonsense: 2\n(.|\n)*--nonsense"):
        process_tree.run([*process_tree.module("json.tool"), "--nonsense"], tmp_path)
    assert process_tree.run(python("raise SystemExit(1)"), tmp_path, accept=(0, 1)).said == ""


def test_what_is_printed_is_kept(tmp_path: Path) -> None:
    assert process_tree.run(python("print('开发区')"), tmp_path).said == "开发区\n"


def test_children_run_this_very_program(tmp_path: Path) -> None:
    (tmp_path / "zoneledger").mkdir()
    (tmp_path / "zoneledger" / "__main__.py").write_text("print('another')")
    said = process_tree.run([*process_tree.module("zoneledger"), "--version"], tmp_path).said
    assert "version" in said


def test_a_running_tree_tells_what_it_has_spent() -> None:
    wait = "import sys, time\nprint(flush=True)\ntime.sleep(60)\n"
    grandchild = BURN.format(0.4) + wait
    ended = f"subprocess.run([sys.executable, '-c', {BURN.format(0.3)!r}])\n"
    code = (
        BURN.format(0.3)
        + "import subprocess, sys\n"
        + ended
        + f"subprocess.run([sys.executable, '-c', {grandchild!r}])\n"
    )
    with subprocess.Popen(python(code), stdout=subprocess.PIPE, start_new_session=True) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            assert len(process_tree.tree(process.pid)) == 2
            assert 0.95 <= process_tree.spent(process.pid) < 1.5
            assert process_tree.held(process.pid) > 2 * MEBIBYTE
        finally:
            for pid in reversed(process_tree.tree(process.pid)):
                subprocess.run(["kill", "-9", str(pid)], check=True)
    assert process_tree.tree(process.pid) == []


def test_an_interrupted_measure_leaves_nothing_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def interrupted(process: subprocess.Popen[bytes]) -> None:
        started.append(process.pid)
        raise KeyboardInterrupt

    monkeypatch.setattr(process_tree, "_watch", interrupted)
    before = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        process_tree.run(python("import time\ntime.sleep(60)"), tmp_path)
    assert process_tree.tree(started[0]) == []
    assert time.monotonic() - before < 30
