"""A stand-in for the repository's host: its REST interface, and the other machine that keeps the artifacts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import archives

REPOSITORY, FORK, TOKEN = "zl/zl", "someone/zl", "the-token"


def pull(number: int, **changed: Any) -> dict[str, Any]:
    """An open pull request as the host tells of it; keywords replace the head's commit or repository, or the base."""
    head = {"sha": changed.get("sha", archives.SHA), "repo": {"full_name": changed.get("repository", FORK)}}
    return {"number": number, "head": head, "base": {"repo": {"full_name": changed.get("base", REPOSITORY)}}}


def comment(number: int, author: str, body: str) -> dict[str, Any]:
    """A comment, or an issue, as the host tells of it."""
    return {"id": number, "number": number, "user": {"login": author}, "body": body}


@dataclass
class Host:
    """What the host holds, and what was asked of it.

    Args:
        archive: the bytes of the artifact ``review``; None where the run left none.
        pulls: the open pull requests.
        comments: the comments of every pull request.
        issues: the repository's issues.
        says: a status to answer everything with instead.
    """

    archive: bytes | None = field(default_factory=archives.honest)
    pulls: list[dict[str, Any]] = field(default_factory=lambda: [pull(7)])
    comments: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    says: int = 0
    said_size: int = 1_000
    address: str = ""
    storage: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    written: list[tuple[str, str, Any]] = field(default_factory=list)
    strangers_saw_token: bool = False

    def answer(self, path: str) -> Any:
        """The JSON at a path; None where there is nothing."""
        parts = urlsplit(path)
        query = parse_qs(parts.query)
        match parts.path.removeprefix(f"/repos/{REPOSITORY}/"):
            case "pulls":
                return self.pulls
            case "actions/runs/5/artifacts":
                review = {"id": 41, "name": "review", "expired": False, "size_in_bytes": self.said_size}
                old = review | {"id": 40, "size_in_bytes": 10**9}
                expired = review | {"id": 43, "expired": True}
                preview = review | {"id": 42, "name": "preview", "size_in_bytes": 10**9}
                return {"artifacts": [expired, preview] + ([] if self.archive is None else [review, old])}
            case "issues/7/comments":
                page = int(query["page"][0])
                return self.comments[100 * (page - 1) : 100 * page]
            case "issues":
                return self.issues
        return None


class _Handler(BaseHTTPRequestHandler):
    host: Host

    def do_GET(self) -> None:
        self.host.asked.append(("GET", self.path))
        name = self.headers["Host"].partition(":")[0]
        if name == "localhost":
            self.host.strangers_saw_token |= "Authorization" in self.headers
            self._send(200, self.host.archive or b"")
        elif self.host.says or self.headers["Authorization"] != f"Bearer {TOKEN}":
            self._send(self.host.says or 401, b"<h1>@someone</h1>")
        elif self.path.endswith("/actions/artifacts/41/zip"):
            self.send_response(302)
            self.send_header("Location", f"{self.host.storage}/stored")
            self.end_headers()
        else:
            answer = self.host.answer(self.path)
            self._send(404 if answer is None else 200, json.dumps(answer).encode())

    def _write(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.host.written.append((self.command, self.path.removeprefix(f"/repos/{REPOSITORY}/"), body))
        self._send(self.host.says or 200, b"{}")

    do_POST = do_PATCH = _write

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is about tests."""


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    """Serves on this machine while the block runs; artifacts stand under another name of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"host": host}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    host.storage = f"http://localhost:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
