"""Reads a written page the way its guards need it: elements with their attributes and text, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "br", "img", "input", "hr", "source", "path", "rect", "line", "use"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    languages: tuple[str, ...]
    pieces: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    #: The nearest id at or above it.
    place: str = ""

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


class PageReader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    @classmethod
    def of(cls, path: Path) -> PageReader:
        return cls(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        above = self._open[-1].languages if self._open else ()
        languages = (*above, given["lang"]) if "lang" in given else above
        element = Element(tag, given, languages)
        element.place = given.get("id") or (self._open[-1].place if self._open else "")
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop().tag == tag:
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)
        if self._open:
            self._open[-1].own.append(data)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def text(self) -> str:
        return self.elements[0].text
