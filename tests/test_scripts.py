"""The commands people type, on a machine made of stand-ins: a Python, a pip and an apt-get that only note their use."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

#: Makes an environment whose python notes installs in $LOG instead of doing them, and hands the rest to the real one.
FAKE_PYTHON = r"""#!/bin/bash
typed="$*" last="${@: -1}"
case "$typed" in
"-m venv"*)
  rm -rf "$last" && mkdir -p "$last/bin" && cp "$COMMANDS"/* "$last/bin" && cp "$0" "$last/bin/python"
  echo "venv" >>"$LOG" ;;
*" install "*)
  echo "pip ${typed#* install }" >>"$LOG"
  sleep "${PIP_SECONDS:-0}"
  case "$typed" in *"${PIP_FAILS_AT:-nothing}"*) echo "pip: no route to host"; exit 1 ;; esac ;;
"-m pytest"*) echo "3 passed in 0.1s ($ZONELEDGER_CHROMIUM) ${*:3}" ;;
*) exec REAL_PYTHON "$@" ;;
esac
"""
FAKE_COMMAND = '#!/bin/bash\necho "${0##*/} $*"\nexit "${NAME_EXIT:-0}"\n'
FAKE_FONTS = '#!/bin/bash\ncat "$MACHINE/fonts" 2>/dev/null || true\n'
FAKE_APT = r"""#!/bin/bash
echo "apt-get $*" >>"$LOG"
case "$*" in
*fonts-noto-cjk*) echo NotoSansCJK >"$MACHINE/fonts" ;;
*chromium*) printf '#!/bin/bash\necho Chromium 1\n' >"$MACHINE/bin/chromium" && chmod +x "$MACHINE/bin/chromium" ;;
esac
"""
SYSTEM_COMMANDS = ("bash", "env", "cat", "cp", "dirname", "flock", "mkdir", "rm", "sleep", "chmod")


@dataclass
class Machine:
    """A checkout with its scripts, and a PATH that holds stand-ins and a few system commands, nothing else."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "a checkout"

    @property
    def environment(self) -> dict[str, str]:
        folder = str(self.folder)
        return {
            "PATH": f"{folder}/bin",
            "LOG": f"{folder}/log",
            "MACHINE": folder,
            "COMMANDS": f"{folder}/commands",
            "PLAYWRIGHT_BROWSERS_PATH": f"{folder}/browsers",
        }

    def put(self, name: str, text: str, folder: str = "bin") -> None:
        path = self.folder / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def start(self, script: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start a script from a foreign folder, with no HOME at all."""
        return subprocess.Popen(
            [str(self.checkout / "scripts" / script), *arguments],
            cwd=self.folder,
            env=self.environment | environment,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, script: str, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        process = self.start(script, *arguments, **environment)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def log(self) -> list[str]:
        """What was installed since this was last asked."""
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Machine:
    """A machine where all is there but the environment."""
    machine = Machine(tmp_path)
    shutil.copytree(root / "scripts", machine.checkout / "scripts")
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(root / name, machine.checkout)
    for name in SYSTEM_COMMANDS:
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or pytest.fail(f"no {name} here"))
    machine.put("python3.11", FAKE_PYTHON.replace("REAL_PYTHON", sys.executable))
    for name in ("zoneledger", "ruff", "mypy"):
        machine.put(name, FAKE_COMMAND.replace("NAME", name.upper()), "commands")
    machine.put("fc-list", FAKE_FONTS)
    machine.put("id", '#!/bin/bash\necho "${USER_ID:-1000}"\n')
    machine.put("chromium", "#!/bin/bash\necho Chromium 1\n")
    (tmp_path / "fonts").write_text("NotoSansCJK\n")
    return machine


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


@pytest.mark.parametrize(("missing", "package"), [("fonts", "fontconfig fonts-noto-cjk"), ("bin/chromium", "chromium")])
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
