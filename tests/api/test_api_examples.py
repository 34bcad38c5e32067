"""The examples of the page are run as they stand there, the address alone replaced by that of a local host."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from zoneledger import api
from zoneledger.catalogue import Catalogue
from zoneledger.layout import Layout
from zoneledger.revision import site_address

LANGUAGES = ("zh", "en")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is about tests."""


@pytest.fixture(scope="module")
def host(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a local host with the API's files, made for that address."""
    site = tmp_path_factory.mktemp("host")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        api.write(catalogue, site, address)
        yield address
        server.shutdown()


def example(root: Path, lang: str, fence: str) -> str:
    """The one example of a page in one language of programming."""
    text = (root / "site" / "pages" / lang / "api.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"```{fence}\n(.*?)```", text, re.DOTALL)
    return str(found)


def here(root: Path, host: str, code: str) -> str:
    """An example with the local host's address in place of the site's, which stands in it once."""
    address = site_address(Layout(root))
    assert code.count(address) == 1
    return code.replace(address, host)


def run(command: list[str], folder: Path) -> str:
    """What a command prints; it must end well, and reach no further than this machine."""
    env = {**os.environ, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_curl(root: Path, host: str, tmp_path: Path, lang: str) -> None:
    run(["bash", "-c", here(root, host, example(root, lang, "shell"))], tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.name == "ganzhou-2020.json"
    assert json.loads(file.read_text(encoding="utf-8"))["result"]["row"]["id"] == "ganzhou-2020"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pandas(root: Path, host: str, catalogue: Catalogue, tmp_path: Path, lang: str) -> None:
    code = here(root, host, example(root, lang, "python"))
    assert "import pandas" in code
    printed = run([sys.executable, "-c", code], tmp_path)
    duties = catalogue.rows("responsibilities")
    assert len(duties) > 500, "the example should need more than one page"
    assert printed.startswith(f"{len(duties)} {len(duties)}\n")
    leads = sum(row["role"] == "lead" for row in duties)
    assert re.search(rf"^lead\s+{leads}$", printed, re.MULTILINE)


def test_both_languages_have_the_same_examples(root: Path) -> None:
    for fence in ("shell", "python", "javascript"):
        assert example(root, "zh", fence) == example(root, "en", fence)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_how_long_a_page_is(root: Path, lang: str) -> None:
    from zoneledger.api.paging import ROWS

    text = (root / "site" / "pages" / lang / "api.md").read_text(encoding="utf-8")
    assert re.search(rf"每{ROWS}行|of {ROWS} rows", text)
