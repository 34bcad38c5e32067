"""Runs one command in a process of its own, forked from this one: nothing is imported twice, and what it breaks dies with it.

CPU time, address space and waiting are capped by the operating system, and the network is out of reach.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from zoneledger.cli import main

MEBIBYTE = 1024 * 1024
#: What a process that reached for the network ends with.
NETWORK = 71
_CRASHED = 70


@dataclass(frozen=True)
class Caps:
    """What one command may use.

    Args:
        cpu: seconds of CPU time.
        memory: MiB beyond what this process has mapped already.
        wait: seconds by the clock; only what waits for ever reaches it.
    """

    cpu: int = 10
    memory: int = 512
    wait: int = 90


@dataclass(frozen=True)
class Outcome:
    """What became of a command.

    Args:
        code: its exit code; None where a signal ended it.
        signal: that signal's name, else empty.
        cpu: seconds of CPU time.
        memory: MiB resident at its peak.
        out, err: what it printed.
    """

    code: int | None
    signal: str
    cpu: float
    memory: float
    out: bytes
    err: bytes


def run(arguments: list[str], folder: Path, caps: Caps) -> Outcome:
    """Runs ``zoneledger ARGUMENTS``.

    Args:
        arguments: as typed.
        folder: where its output is kept; outside anything the command is about.
        caps: what it may use.
    """
    out, err = folder / "out", folder / "err"
    child = os.fork()
    if child == 0:
        _become(arguments, out, err, caps)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(
        code if code >= 0 else None,
        signal.Signals(-code).name if code < 0 else "",
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * 1024 / MEBIBYTE,
        out.read_bytes(),
        err.read_bytes(),
    )


def _become(arguments: list[str], out: Path, err: Path, caps: Caps) -> NoReturn:
    """The child's whole life."""
    code = _CRASHED
    try:
        _cap(caps)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        # As strict as a terminal's: a lone surrogate must not reach it.
        sys.stdout = open(1, "w", encoding="utf-8", errors="strict", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        code = _command(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        os.write(2, traceback.format_exc().encode("utf-8", "backslashreplace"))
    finally:
        os._exit(code)


def _command(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else _CRASHED
    return 0


def _cap(caps: Caps) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(caps.wait)
    used = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + caps.cpu, used + caps.cpu + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    mapped = Path("/proc/self/statm")
    if mapped.exists() and caps.memory:
        limit = int(mapped.read_text().split()[0]) * resource.getpagesize() + caps.memory * MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    socket.socket.connect = socket.getaddrinfo = _no_network  # type: ignore[method-assign, assignment]


def _no_network(*_: Any, **__: Any) -> NoReturn:
    os.write(2, b"it reached for the network\n")
    os._exit(NETWORK)
