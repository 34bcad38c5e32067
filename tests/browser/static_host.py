"""A static host as a reader meets it: the site under a sub-path, with the headers its ``_headers`` file states."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

SUB_PATH = "/zoneledger/"


def stated_headers(site: Path) -> dict[str, dict[str, str]]:
    """The headers that ``_headers`` states, by the addresses they are for (``/*``, ``/data/*``, ``/*.csv``).

    Raises:
        ValueError: a line is neither an address with one ``*`` nor a header.
    """
    stated: dict[str, dict[str, str]] = {}
    block: dict[str, str] = {}
    for line in filter(None, (site / "_headers").read_text(encoding="utf-8").splitlines()):
        if line.startswith("/") and line.count("*") == 1:
            block = stated.setdefault(line, {})
        elif line.startswith("  ") and stated:
            name, _, value = line.strip().partition(": ")
            block[name] = value
        else:
            raise ValueError(f"_headers: {line!r}")
    return stated


class _Handler(SimpleHTTPRequestHandler):
    """Serves files below SUB_PATH alone, and 404.html for everything else."""

    def __init__(self, *args: object, headers: dict[str, dict[str, str]], **options: object) -> None:
        self._stated = headers
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "outside the site")
        return super().translate_path(path.removeprefix(SUB_PATH.rstrip("/")))

    def list_directory(self, path: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def guess_type(self, path: object) -> str:
        return dict(self._stated_here()).get("Content-Type") or super().guess_type(str(path))

    def end_headers(self) -> None:
        for name, value in self._stated_here():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def _stated_here(self) -> Iterator[tuple[str, str]]:
        own = "/" + urlsplit(self.path).path.removeprefix(SUB_PATH)
        for address, headers in self._stated.items():
            before, after = address.split("*")
            if own.startswith(before) and own.endswith(after):
                yield from headers.items()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes() if code == HTTPStatus.NOT_FOUND else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is about tests."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a site until the block ends.

    Args:
        site: its top folder.

    Yields:
        The home page's address, with the slash at its end.
    """
    handler = partial(_Handler, directory=str(site), headers=stated_headers(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        finally:
            server.shutdown()
