"""Shows the built site on localhost and builds it again when something it is made of changes."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from zoneledger import build
from zoneledger.layout import Layout
from zoneledger.problems import Text
from zoneledger.report import Setting, text
from zoneledger.revision import site_address
from zoneledger.site.headers import headers_of
from zoneledger.site.markdown import RenderError
from zoneledger.site.media_types import MEDIA_TYPES

# Editors write a file in several steps; wait until they are done.
QUIET_SECONDS = 0.3


class SiteHandler(SimpleHTTPRequestHandler):
    """Static files with the headers a host should send, and the site's own page for what is not there.

    Args:
        prefix: the path the site stands under, as on its host: its 404 page names files from there.
        ahead: a folder that may hold files of a build under way; they are shown in place of the last build's.
    """

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {f".{end}": media for end, media in MEDIA_TYPES.items()}

    def __init__(self, *arguments: Any, prefix: str, ahead: Path | None = None, **options: Any) -> None:
        self.prefix, self.ahead = prefix, ahead
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Leads from the top of the host to the site."""
        if self.path == "/" and self.prefix != "/":
            self.send_response(302)
            self.send_header("Location", self.prefix)
            self.end_headers()
            return
        super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file behind a path below the prefix; nothing stands outside it."""
        inside = path.startswith(self.prefix)
        found = super().translate_path(f"/{path.removeprefix(self.prefix)}" if inside else "/nothing-stands-here")
        if self.ahead is not None:
            newer = self.ahead / Path(found).relative_to(self.directory)
            if newer.is_file() or (newer / "index.html").is_file():
                return f"{newer}/" if newer.is_dir() else str(newer)
        return found

    def end_headers(self) -> None:
        """Adds the policy and forbids caching, so that a reload shows the last build."""
        for name, value in headers_of(getattr(self, "path", "").removeprefix(self.prefix)):
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers 404 with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for builds and problems."""


class _Changes(FileSystemEventHandler):
    """Sets a flag when a watched file is written, moved or removed."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Reading a file is no change; everything else is."""
        if event.event_type not in ("opened", "closed_no_write") and not event.is_directory:
            self.happened.set()


def run(root: Path, port: int, lang: str) -> None:
    """Builds, serves ``dist/site`` on 127.0.0.1 and builds again on every change, until interrupted.

    Args:
        root: the checkout's top folder.
        port: where to listen.
        lang: language of messages.
    """
    layout = Layout(root)
    (layout.dist / "site").mkdir(parents=True, exist_ok=True)
    changes = _Changes()
    observer = Observer()
    for folder in (layout.datasets, layout.schemas, layout.site):
        observer.schedule(changes, str(folder), recursive=True)
    observer.schedule(changes, str(root / "mkdocs.yml"))
    prefix = urlsplit(site_address(layout)).path
    ahead = layout.dist / build.CACHE / "ahead"
    handler = partial(SiteHandler, directory=str(layout.dist / "site"), prefix=prefix, ahead=ahead)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise click.UsageError(f"端口 {port} 不可用 / port {port} cannot be used: {error.strerror}") from None
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _build(layout, lang, ahead)
        address = f"http://127.0.0.1:{port}{prefix}"
        click.echo(Text(f"预览：{address}（Ctrl+C 结束）", f"On {address} (Ctrl+C ends)").of(lang))
        while True:
            changes.happened.wait()
            while changes.happened.is_set():
                changes.happened.clear()
                threading.Event().wait(QUIET_SECONDS)
            try:
                _ahead(layout, lang, ahead)
                _build(layout, lang, ahead)
            except Exception:
                # what was checked is read again to be built; edited in between, it may be anything
                if not changes.happened.wait(QUIET_SECONDS):
                    raise
    except KeyboardInterrupt:
        click.echo("")
    finally:
        observer.stop()
        server.shutdown()


def _ahead(layout: Layout, lang: str, ahead: Path) -> None:
    """Shows the pages of what was edited, long before everything that counts it is built again."""
    try:
        build.run_ahead(layout.root, layout.dist, ahead, lambda message: click.echo(message.of(lang), err=True))
    except RenderError:
        return  # the build that follows tells it


def _build(layout: Layout, lang: str, ahead: Path) -> None:
    try:
        report = build.run(layout.root, layout.dist, lambda message: click.echo(message.of(lang), err=True))
    except RenderError as error:
        click.echo(str(error), err=True)
        return
    if report.ok:
        shutil.rmtree(ahead, ignore_errors=True)
    if report.problems:
        for line in text.lines(report, Setting(lang, site_address(layout))):
            click.echo(line)
    if not report.ok:
        click.echo(Text("仍显示上一次的结果。", "Still showing the last good build.").of(lang))
