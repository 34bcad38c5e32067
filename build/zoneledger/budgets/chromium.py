"""A Chromium and a local host to measure pages with."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what is printed are the measures."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a folder on this machine until the block ends.

    Yields:
        Its address, with a slash at the end.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@contextmanager
def opened() -> Iterator[Page]:
    """A page of a new Chromium: the one ``ZONELEDGER_CHROMIUM`` names, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("ZONELEDGER_CHROMIUM"), args=list(FLAGS))
        try:
            yield browser.new_page()
        finally:
            browser.close()
