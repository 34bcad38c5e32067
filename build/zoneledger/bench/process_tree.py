"""CPU and memory of a command with all the processes it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

import zoneledger

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")
_MEBIBYTE = 2**20
#: Seconds between looks at the tree's memory, and how many times longer than a look it rests: a look costs CPU too.
_PAUSE, _REST = 0.1, 10
_TAIL = 12
#: Of a command that runs a module: its name and what it is asked to do.
_NAMED = slice(3, 5)
#: Holds the package that runs now.
_SOURCE = Path(zoneledger.__file__).parents[1]


class MeasureError(Exception):
    """A command that was to be measured failed.

    Args:
        command: what was run, without the program's path.
        code: its exit code.
        said: its last lines.
    """

    def __init__(self, command: str, code: int, said: str) -> None:
        super().__init__(f"{command}: {code}\n{said}")


@dataclass(frozen=True)
class Usage:
    """What a command took.

    Args:
        cpu: seconds of user and system time, of the command and of every process below it that it waited for.
        wall: seconds from its start to its end; only good for telling how many processes were at work.
        peak: the most memory the whole tree held at one time, in bytes; 0 where the system does not tell. Shares of
            pages that several processes hold are added up once (proportional set size), for forked workers share most.
        said: what it printed on standard output.
    """

    cpu: float
    wall: float
    peak: int
    said: str

    @property
    def mebibytes(self) -> float:
        """The peak in MiB."""
        return self.peak / _MEBIBYTE


def module(name: str) -> list[str]:
    """The command that runs a module; what lies in the folder it is run in is not taken for one."""
    return [sys.executable, "-P", "-m", name]


def environment() -> dict[str, str]:
    """The environment in which commands run this very program, wherever they are started."""
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(_SOURCE)}


def run(command: Sequence[str], cwd: Path, accept: Sequence[int] = (0,)) -> Usage:
    """Runs a command to its end.

    What was left to be written to the disk is written first: else writing it would be reckoned to the command.

    Args:
        command: the program and its arguments.
        cwd: where it runs.
        accept: exit codes that are no failure.

    Raises:
        MeasureError: it ended with another code.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        os.sync()
        began = time.monotonic()
        # a session of its own: when this is interrupted, all of it can be ended
        process = subprocess.Popen(command, cwd=cwd, env=environment(), stdout=out, stderr=err, start_new_session=True)
        try:
            peak, usage = _watch(process)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        wall = time.monotonic() - began
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
        if process.returncode not in accept:
            err.seek(0)
            last = (said + err.read().decode("utf-8", "replace")).splitlines()[-_TAIL:]
            raise MeasureError(" ".join(command[_NAMED]), process.returncode, "\n".join(last))
    return Usage(usage.ru_utime + usage.ru_stime, wall, peak, said)


def _watch(process: subprocess.Popen[bytes]) -> tuple[int, struct_rusage]:
    """Waits for the end, looking at the tree's memory now and then."""
    peak = 0
    while True:
        began = time.monotonic()
        peak = max(peak, held(process.pid))
        looked = time.monotonic() - began
        until = time.monotonic() + max(_PAUSE, looked * _REST)
        while time.monotonic() < until:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return peak, usage
            time.sleep(0.02)


def tree(pid: int) -> list[int]:
    """A process and all that descend from it, as far as they live; empty where there is no ``/proc``."""
    parents: dict[int, list[int]] = {}
    for entry in _PROC.glob("[0-9]*"):
        fields = _stat(int(entry.name))
        if fields:
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid] if (_PROC / str(pid)).exists() else []
    for each in found:
        found.extend(parents.get(each, ()))
    return found


def held(pid: int) -> int:
    """Memory that a process and its descendants hold now, in bytes: the sum of their proportional set sizes."""
    return sum(_proportional(each) for each in tree(pid))


def spent(pid: int) -> float:
    """CPU seconds of a running process and its descendants so far, those that ended and were waited for included."""
    total = 0
    for each in tree(pid):
        fields = _stat(each)
        total += sum(int(number) for number in fields[11:15]) if fields else 0
    return total / _TICKS


def _stat(pid: int) -> list[str]:
    """The fields behind the name of a process, which may hold spaces; from its state on. Empty where it has gone."""
    try:
        return (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _proportional(pid: int) -> int:
    try:
        for line in (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:  # it has just ended
        pass
    return 0
