"""``zoneledger serve``: the site as a host would serve it, built again when a cell changes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PATIENCE = 240


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode(), answer.headers["Content-Security-Policy"]
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers["Content-Security-Policy"]
    except OSError:
        return 0, "", ""


def until(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.3)


@pytest.fixture
def served(copy_of_datasets: Path) -> Iterator[tuple[Path, str]]:
    port = free_port()
    command = [sys.executable, "-m", "zoneledger", "serve", "--root", str(copy_of_datasets), "--port", str(port)]
    quiet = subprocess.DEVNULL
    # A shell starts what it runs in the background deaf to Ctrl+C, and so would be what the tests start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, env=os.environ, stdout=quiet, stderr=quiet) as process:
        signal.signal(signal.SIGINT, before)
        try:
            yield copy_of_datasets, f"http://127.0.0.1:{port}"
            process.send_signal(signal.SIGINT)
            process.wait(30)
        finally:
            process.kill()


def test_it_serves_and_follows_a_change(served: tuple[Path, str]) -> None:
    root, host = served
    page = f"{host}/zoneledger/plans/ganzhou-2020/"
    until(lambda: fetch(page)[0] == 200)
    status, _, policy = fetch(f"{host}/")
    assert status == 200
    assert "default-src 'none'" in policy
    assert fetch(f"{host}/zoneledger/no-such-page/")[0] == 404
    assert "/zoneledger/assets/" in fetch(f"{host}/zoneledger/no-such-page/")[1]
    assert fetch(f"{host}/../pyproject.toml")[0] == 404

    plan = root / "datasets" / "plans" / "ganzhou-2020" / "plan.yml"
    old = plan.read_text(encoding="utf-8")
    assert "赣州开发区三年倍增" in old
    plan.write_text(old.replace("赣州开发区三年倍增", "赣州开发区改过的"), encoding="utf-8")
    until(lambda: "赣州开发区改过的" in fetch(page)[1])

    # a fault keeps the last good build on show
    plan.write_text("id: [", encoding="utf-8")
    time.sleep(3)
    assert "赣州开发区改过的" in fetch(page)[1]


def test_a_taken_port_is_wrong_use(copy_of_datasets: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "zoneledger", "serve", "--root", str(copy_of_datasets), "--port", port]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert port in result.stderr
    assert "Traceback" not in result.stderr
