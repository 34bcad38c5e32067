"""The commands people type, on a machine made of stand-ins."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from machine import FAKE_APT, FAKE_PYTHON, Machine


def test_build_sets_up_once(machine: Machine) -> None:
    code, out, err = machine.run("build", "--strict", "a b")
    assert (code, out) == (0, "zoneledger build --strict a b\n")
    assert "正在安装 Python 依赖" in err and "Installing Python dependencies" in err
    venv, locked, itself = machine.log()
    assert venv == "venv"
    assert locked == "pip --require-hashes --requirement requirements.lock"
    assert itself == f"pip --no-deps --no-build-isolation --no-index --editable {machine.checkout}"
    assert machine.run("build") == (0, "zoneledger build\n", "")
    assert machine.log() == []


def test_serve_and_help_are_passed_on(machine: Machine) -> None:
    assert machine.run("build", "--serve", "--port", "8000")[1] == "zoneledger serve --port 8000\n"
    assert machine.run("build", "--help")[1] == "zoneledger build --help\n"


def test_exit_code_is_passed_on(machine: Machine) -> None:
    assert machine.run("build", ZONELEDGER_EXIT="1")[0] == 1


def test_tests_add_to_the_environment_of_the_build(machine: Machine) -> None:
    machine.run("build")
    machine.log()
    machine.run("test")
    assert machine.log()[0] == "pip --require-hashes --requirement requirements-dev.lock"
    machine.run("build")
    machine.run("test")
    assert machine.log() == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_changed_pins_start_from_nothing(machine: Machine, name: str) -> None:
    machine.run("build")
    machine.log()
    path = machine.checkout / name
    path.write_text(path.read_text("utf-8").replace("altair", "altair2"), "utf-8")
    machine.run("build")
    assert machine.log()[0] == "venv"


def test_linter_settings_reinstall_nothing(machine: Machine) -> None:
    machine.run("build")
    machine.log()
    with (machine.checkout / "pyproject.toml").open("a") as file:
        file.write('\n[tool.other]\nsetting = "new"\n')
    assert machine.run("build")[0] == 0
    assert machine.log() == []


@pytest.mark.parametrize("step", ["--require-hashes", "--editable"])
def test_failed_set_up_shows_why_and_is_taken_up_again(machine: Machine, step: str) -> None:
    code, out, err = machine.run("build", PIP_FAILS_AT=step)
    assert (code, out) == (2, "")
    assert "pip: no route to host" in err and "错误：" in err and "Error: " in err
    machine.log()
    assert machine.run("build")[0] == 0
    assert machine.log()[0] == "venv"


def wait_for_pip(machine: Machine, process: subprocess.Popen[str]) -> None:
    """Return once an install is under way."""
    log = machine.folder / "log"
    while not (log.exists() and "pip" in log.read_text()):
        assert process.poll() is None
        time.sleep(0.02)


@pytest.mark.parametrize("ready", [False, True], ids=["fresh", "from build to test"])
def test_killed_set_up_is_taken_up_again(machine: Machine, ready: bool) -> None:
    if ready:
        machine.run("build")
        machine.log()
    process = machine.start("test", PIP_SECONDS="60")
    wait_for_pip(machine, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    machine.log()
    assert machine.run("build")[0] == 0
    assert machine.log()[0] == "venv"


def test_two_runs_at_once_install_once(machine: Machine) -> None:
    first = machine.start("build", PIP_SECONDS="1")
    wait_for_pip(machine, first)
    code, out, err = machine.run("build")
    assert (code, out) == (0, "zoneledger build\n")
    assert "等待中" in err and "waiting" in err
    assert first.wait() == 0
    first.communicate()
    assert machine.log().count("venv") == 1


def test_what_a_linked_environment_leads_to_is_left_alone(machine: Machine) -> None:
    other = machine.folder / "of another checkout"
    other.mkdir()
    (other / "precious").write_text("kept")
    (machine.checkout / ".venv").symlink_to(other)
    assert machine.run("build")[0] == 0
    assert [path.name for path in other.iterdir()] == ["precious"]
    assert (machine.checkout / ".venv" / "bin" / "python").is_file()


def test_environment_of_a_moved_checkout_is_made_anew(machine: Machine) -> None:
    machine.run("build")
    machine.log()
    moved = machine.checkout.rename(machine.folder / "moved")
    (machine.folder / "a checkout").symlink_to(moved)
    assert machine.run("build")[0] == 0
    assert machine.log()[0] == "venv"


def test_last_line_is_the_summary_of_the_tests(machine: Machine) -> None:
    code, out, _ = machine.run("test", "-k", "lock")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["ruff", "ruff", "mypy", "mypy", "3"]
    assert out.splitlines()[-1] == f"3 passed in 0.1s ({machine.folder}/bin/chromium) -k lock"


@pytest.mark.parametrize("tool", ["RUFF", "MYPY"])
def test_code_checks_stop_the_tests(machine: Machine, tool: str) -> None:
    code, out, err = machine.run("test", **{f"{tool}_EXIT": "1"})
    assert code == 1
    assert out.splitlines()[-1] == "1 passed, 1 failed"
    assert "测试未运行" in err and "tests were not run" in err


@pytest.mark.parametrize(
    ("missing", "script", "package"),
    [
        ("fonts", "test", "fonts-noto-cjk"),
        ("bin/chromium", "test", "chromium"),
        ("bin/soffice", "test", "libreoffice-calc-nogui"),
        ("bin/pdftotext", "test", "poppler-utils"),
        ("bin/java", "test", "default-jre-headless"),
        ("bin/python3.11", "build", "python3-venv"),
    ],
)
def test_what_is_missing_is_named_in_both_languages(machine: Machine, missing: str, script: str, package: str) -> None:
    (machine.folder / missing).unlink()
    code, out, err = machine.run(script)
    assert (code, out) == (2, "")
    chinese, english = err.splitlines()[-2:]
    assert chinese.startswith("错误：") and "apt-get install" in chinese and package in chinese
    assert english.startswith("Error: ") and "apt-get install" in english and package in english


def test_a_build_needs_no_font(machine: Machine) -> None:
    (machine.folder / "fonts").unlink()
    assert machine.run("build")[0] == 0


@pytest.mark.parametrize(
    ("missing", "package"),
    [
        ("fonts", "fontconfig fonts-noto-cjk"),
        ("bin/chromium", "chromium"),
        ("bin/soffice", "libreoffice-calc-nogui"),
        ("bin/pdftotext", "poppler-utils"),
        ("bin/npm", "nodejs npm default-jre-headless"),
    ],
)
def test_root_gets_what_is_missing(machine: Machine, missing: str, package: str) -> None:
    machine.put("apt-get", FAKE_APT)
    machine.run("test")
    machine.log()
    (machine.folder / missing).unlink()
    code, out, _ = machine.run("test", USER_ID="0")
    assert (code, out.splitlines()[-1][:8]) == (0, "3 passed")
    assert machine.log() == [
        "apt-get update -qq",
        f"apt-get install -qq --yes --no-install-recommends {package}",
    ]
    machine.run("test", USER_ID="0")
    assert machine.log() == []


def test_named_browser_must_run(machine: Machine) -> None:
    code, _, err = machine.run("test", ZONELEDGER_CHROMIUM="/nowhere/chromium")
    assert code == 2
    assert "ZONELEDGER_CHROMIUM" in err


@pytest.mark.parametrize("lack", ["sys.version_info = (3, 10)", "sys.modules['ensurepip'] = None"])
def test_unfit_python_is_not_taken(machine: Machine, lack: str) -> None:
    machine.put("python3.11", f'#!/bin/bash\nexec {sys.executable} -c "import sys; {lack}; $2"\n')
    assert machine.run("build")[0] == 2
    machine.put("python3", FAKE_PYTHON.replace("REAL_PYTHON", sys.executable))
    assert machine.run("build")[0] == 0


def test_ci_runs_the_tests(machine: Machine, root: Path) -> None:
    shutil.copytree(root / ".ci", machine.checkout / ".ci")
    machine.put("test", '#!/bin/bash\necho "scripts/test $*"\n', "a checkout/scripts")
    ran = subprocess.run(
        [str(machine.checkout / ".ci" / "run"), "-x"],
        cwd=machine.folder,
        env=machine.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "scripts/test -x\n"


def test_validators_have_an_environment_of_their_own(machine: Machine) -> None:
    machine.run("test")
    made, filled = (line for line in machine.log()[3:5])
    assert (made, filled) == ("venv", f"pip --require-hashes --requirement {machine.checkout}/tests/standards/requirements.lock")
    (machine.checkout / ".venv" / "validators" / "installed").unlink()
    machine.run("test")
    assert machine.log() == [made, filled]


def test_page_checkers_are_installed_once_and_taken_up_again(machine: Machine) -> None:
    code, _, err = machine.run("test", NPM_FAILS="1")
    assert code == 2
    assert "npm: no route to host" in err and "错误：" in err and "Error: " in err
    machine.log()
    machine.run("test")
    (installed,) = machine.log()
    assert installed.startswith("npm ci --prefix /a checkout/.venv/page-checks ") and "--ignore-scripts" in installed
    machine.run("test")
    assert machine.log() == []
    manifest = machine.checkout / "tests/browser/npm/package-lock.json"
    manifest.write_text(manifest.read_text("utf-8").replace("vnu-jar", "vnu-jar2"), "utf-8")
    machine.run("test")
    assert [line[:6] for line in machine.log()] == ["npm ci"]
