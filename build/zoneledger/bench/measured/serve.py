"""``zoneledger serve``: what it takes from an edited cell to the page that shows it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from zoneledger.bench import checkouts, process_tree
from zoneledger.bench.figure import SECONDS, Figure, Promise
from zoneledger.bench.run import Run
from zoneledger.layout import Layout
from zoneledger.problems import Text
from zoneledger.revision import site_address

NAME = "serve"
TITLE = Text("本机预览", "Preview while editing")
FIGURES: tuple[Figure, ...] = (
    Figure(
        "cpu",
        Text("从改一格到网页显示，CPU", "From an edited cell to the page showing it, CPU"),
        SECONDS,
        (Promise(3, most=8),),
    ),
)
#: A preview is for those who write a plan by hand; what a build takes at larger sizes is measured elsewhere.
_MOST = 100
_PATIENCE, _PAUSE, _STEADY = 900, 0.1, 1.5


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Starts the preview on a free port, edits a cell and asks for the plan's page until it shows the edit."""
    if run.checkout.plans > _MOST:
        return
    run.tell(Text("启动本机预览", "Starting the preview"))
    run.built()
    port = _free_port()
    with _preview(run, port) as pid:
        prefix = urlsplit(site_address(Layout(run.checkout.root))).path
        _settled(pid, f"http://127.0.0.1:{port}{prefix}")
        run.tell(Text("改一格，等网页显示", "Editing a cell and waiting for its page"))
        before = process_tree.spent(pid)
        edit = checkouts.edit(run.checkout, "preview")
        _wait(f"http://127.0.0.1:{port}{prefix}en/plans/{edit.plan}/", edit.text)
        yield "cpu", process_tree.spent(pid) - before


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _preview(run: Run, port: int) -> Iterator[int]:
    """The running preview's process; it is ended with all it started."""
    command = [*process_tree.module("zoneledger"), "serve", "--port", str(port)]
    silent = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        cwd=run.checkout.root,
        env=process_tree.environment(),
        stdout=silent,
        stderr=silent,
        start_new_session=True,
    )
    try:
        yield process.pid
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _settled(pid: int, address: str) -> None:
    """Waits until the preview answers and has finished its first build: until it uses no CPU any more.

    Raises:
        TimeoutError: it never did.
    """
    _wait(address, "")
    until, last, still = time.monotonic() + _PATIENCE, -1.0, time.monotonic()
    while time.monotonic() < until:
        now = process_tree.spent(pid)
        if now != last:
            last, still = now, time.monotonic()
        elif time.monotonic() - still > _STEADY:
            return
        time.sleep(_PAUSE)
    raise TimeoutError("zoneledger serve")


def _wait(address: str, text: str) -> None:
    """Asks for a page until it holds a text.

    Raises:
        TimeoutError: it never did.
    """
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # not listening yet, or between two builds
        time.sleep(_PAUSE)
    raise TimeoutError(address)
