"""What can be found of the site's pages: all text of hand-written ones, title and description of generated ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from html.parser import HTMLParser
from pathlib import Path

from zoneledger.remembered import Remembered
from zoneledger.search.records import Record

KIND = "page"

#: Folders that hold no page of their own, or pages whose rows are found instead.
_SKIPPED = (
    "en/", "plans/", "agencies/", "organizations/", "indicators/", "zones/", "data/", "assets/", "search/",
)  # fmt: skip
_HUBS = ("plans/", "agencies/", "indicators/", "zones/", "data/")
_SLOT = "zl-slot-title"

#: Elements that end a line of text; anything else runs on within one.
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_SILENT = frozenset(("head", "script", "style", "svg", "template", "noscript"))
_HEADING = re.compile(r"h[1-6]")


def webpages(site: Path, sources: Path, known: Remembered | None = None) -> Iterator[Record]:
    """A record of every page that is not the page of one plan, agency type, organisation, indicator or zone: those are rows.

    Args:
        site: the written site; Chinese pages at its top, English ones in ``en/``.
        sources: the folder of hand-written Chinese pages, to tell which those are.
        known: what was read of pages before.

    Raises:
        FileNotFoundError: a page has no English twin.
    """
    for file in sorted(_files(site)):
        path = file.parent.relative_to(site).as_posix().removeprefix(".")
        path = f"{path}/" if path else ""
        yield _record(site, path, _is_written(sources, path), known)


def _files(site: Path) -> Iterator[Path]:
    """The Chinese pages that are found as such; folders of thousands of plans are not even walked through."""
    yield from site.glob("index.html")
    for folder in filter(Path.is_dir, site.iterdir()):
        name = f"{folder.name}/"
        if name not in _SKIPPED:
            yield from folder.glob("**/index.html")
        elif name in _HUBS:
            yield from folder.glob("index.html")


def _record(site: Path, path: str, written: bool, known: Remembered | None) -> Record:
    zh, en = (read(site / prefix / path / "index.html", written, known) for prefix in ("", "en"))
    return Record(
        kind=KIND,
        plan_id="",
        due="",
        addresses=(path,),
        zh=tuple(text for text, _ in zh),
        en=tuple(text for text, _ in en),
        fragments=(tuple(anchor for _, anchor in zh), tuple(anchor for _, anchor in en)),
    )


def _is_written(sources: Path, path: str) -> bool:
    names = (f"{path}index.md", f"{path.rstrip('/')}.md")
    found = [sources / name for name in names if (sources / name).is_file()]
    return bool(found) and _SLOT not in found[0].read_text(encoding="utf-8")


def read(file: Path, whole: bool, known: Remembered | None = None) -> list[tuple[str, str]]:
    """The lines of a page, each with the anchor of the heading it stands under.

    Args:
        file: the written page.
        whole: with the article's text; otherwise the title and the description alone.
        known: what was read of pages before.

    Returns:
        Text and anchor; the title first, the anchor empty before the first heading that has one.
    """
    content = file.read_bytes()
    part = content if whole else _top(content)
    key = blake2b(b"%d %s" % (whole, part), digest_size=16).hexdigest()
    if known is not None and (found := known.get(key)) is not None:
        return [(text, anchor) for text, anchor in found]
    reader = _read(part)
    elsewhere = not whole and not reader.heading
    if elsewhere:
        reader = _read(content)
    # The browser's title ends in the site's name; the page's heading does not.
    heading = reader.heading or reader.title
    lines = [(heading, ""), (reader.description, "")]
    if whole:
        lines += reader.lines
    unique = list(dict.fromkeys(line for line in lines if line[0]))
    if known is not None and not elsewhere:
        known.put(key, unique)
    return unique


def _top(content: bytes) -> bytes:
    """A page's head, and its first heading in the element it stands in: what stands between them takes long to read.

    Of large pages the rest is not even decoded.
    """
    before, end, _ = content.partition(b"</h1>")
    head, close, rest = before.partition(b"</head>")
    heading = rest.rfind(b"<h1")
    article = rest.rfind(b"<article", 0, max(0, heading))
    if article < 0:
        return before + end
    return head + close + rest[article : rest.index(b">", article) + 1] + rest[heading:] + end


def _read(content: bytes) -> _Reader:
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Collects the title, the description and the lines of ``<article id="zl-content">``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = self.heading = self.description = ""
        self.lines: list[tuple[str, str]] = []
        self._anchor = ""
        self._pieces: list[str] = []
        self._silent = 0
        self._open = {"title": False, "h1": False, "article": False}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where text belongs, and end the line before a block."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name") == "description":
            self.description = " ".join(given.get("content", "").split())
        if tag in _BLOCKS:
            self._end_line()
        if tag in _SILENT:
            self._silent += 1
        if tag == "article" and given.get("id") == "zl-content":
            self._open["article"] = True
        if tag in ("title", "h1"):
            self._open[tag] = True
        if self._open["article"] and _HEADING.fullmatch(tag) and tag != "h1" and given.get("id"):
            self._anchor = given["id"]

    def handle_endtag(self, tag: str) -> None:
        """End the line after a block."""
        if tag in _BLOCKS:
            self._end_line()
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in self._open:
            self._open[tag] = False

    def handle_data(self, data: str) -> None:
        """Collect text."""
        if self._open["title"]:
            self.title += data
        elif self._open["article"] and not self._silent:
            self._pieces.append(data)

    def _end_line(self) -> None:
        line = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if not line:
            return
        if self._open["h1"]:
            self.heading = self.heading or line
        else:
            self.lines.append((line, self._anchor))
