"""A script of another site reads the API, as the page's example does, because the host's headers let it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from page_types import LANGUAGES
from playwright.sync_api import Browser, Error, Page
from static_host import serve

from zoneledger import api
from zoneledger.catalogue import Catalogue, load
from zoneledger.layout import Layout
from zoneledger.revision import site_address
from zoneledger.site.headers import write_headers


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is about tests."""


@pytest.fixture(scope="module")
def datasets(root: Path) -> Catalogue:
    return load(root)


@pytest.fixture(scope="module")
def api_host(datasets: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host that sends what ``_headers`` states, with the API's files made for its address."""
    site = tmp_path_factory.mktemp("published")
    write_headers(site)
    (site / "404.html").write_text("<!doctype html><title>404</title>")
    (site / "plans.json").write_text("{}")
    with serve(site) as address:
        api.write(datasets, site, address)
        yield address


@pytest.fixture
def elsewhere(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of another site, without a policy of its own."""
    (tmp_path / "index.html").write_text("<!doctype html><title>elsewhere</title>")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        context.close()
        server.shutdown()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_javascript_of_the_page(
    root: Path, api_host: str, elsewhere: Page, datasets: Catalogue, language: str
) -> None:
    text = (root / "site" / "pages" / language / "api.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```javascript\n(.*?)```", text, re.DOTALL)
    address = site_address(Layout(root))
    assert code.count(address) == 1
    printed: list[str] = []
    elsewhere.on("console", lambda message: printed.append(message.text) if message.type == "log" else None)
    elsewhere.evaluate(f"async () => {{ {code.replace(address, api_host)} }}")
    rows = [row for row in datasets.rows("targets") if row["indicator_id"] == "high-tech-enterprises"]
    expected = [
        [row.text(name) for name in ("plan_id", "comparator", "value", "unit_id")] + [row.text("due") or "undefined"]
        for row in rows
    ]
    assert [line.split(" ") for line in printed] == expected
    assert len(expected) > 3


def test_only_what_is_open_can_be_read(api_host: str, elsewhere: Page) -> None:
    read = "async address => (await fetch(address)).status"
    assert elsewhere.evaluate(read, f"{api_host}api/v1/index.json") == 200
    with pytest.raises(Error, match="Failed to fetch"):
        elsewhere.evaluate(read, f"{api_host}plans.json")
