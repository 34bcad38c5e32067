"""Links the first use of each term on a page to its entry in the glossary.

One expression reads a page from tag to tag. It steps over tags as they stand, over everything inside an element that must
hold no link, and over text that is no term; what it stops at is a term in running text. So nothing that an attribute, a
quotation or a drawing holds can be taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path

from markupsafe import Markup

from zoneledger.catalogue import Catalogue
from zoneledger.check.rules.glossary_example import forms
from zoneledger.site.markdown import TREES
from zoneledger.site.shell import Page
from zoneledger.views.glossary import TABLE

PATH = "glossary/"

#: Elements whose text is no running text, is quoted, or is a control already.
_CLOSED = (
    "a", "button", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math", "nav", "noscript",
    "option", "pre", "samp", "script", "select", "style", "summary", "template", "textarea", "th", "title",
)  # fmt: skip
#: Of these one may stand inside another; a badge is a label, and may hold any span.
_NESTING = {"q": "", "svg": "", "span": r"""\s+class="[^"<>]*\bzl-badge\b[^"<>]*\""""}
_DEPTH = 4
#: The most frequent tags that only lie between pieces of text; a shortcut for the expression, without which it means the same.
_OPEN = "br|dd|div|dl|em|li|p|strong|table|tbody|td|tr|ul"
_ATTRIBUTES = r"""(?:[^"'<>]++|"[^"]*"|'[^']*')*+"""
_HAN = re.compile("[\u3400-\u9fff]")
_ARTICLE = 'id="zl-content"'
_SLOT = "zl-slot-title"


class GlossaryLinks:
    """Knows every form of every term, longest first.

    Args:
        catalogue: checked datasets.
        lang: the language of the pages: English ones use the English terms, and those in Chinese characters as well.
    """

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self._lang = lang
        self._owner: dict[str, str] = {}
        for row in catalogue.rows(TABLE):
            written = forms(row)
            # A single English word (ensure, unicorn) is everyday language more often than a term.
            if lang == "en" and " " in row.text("term_en"):
                written += [row.text("term_en"), _capital(row.text("term_en"))]
            self._owner |= {escape(form, quote=False): row.text("id") for form in written}
        self._pattern = _pattern(self._owner)

    def on(self, page: Page) -> Page:
        """The page with its first uses linked; the glossary itself stays as it is."""
        if page.path == PATH:
            return page
        up = "../" * page.path.count("/") or "./"
        return replace(page, body=Markup(self.link(str(page.body), up)))

    def link(self, body: str, up: str) -> str:
        """A page's body with its first uses linked; its text stays the same.

        Args:
            body: HTML.
            up: the way from the page to its language's root, ending in a slash.
        """
        made: list[str] = []
        seen: set[str] = set()
        done = 0
        for found in self._pattern.finditer(body):
            form = found["form"]
            if form and (term := self._owner[form]) not in seen:
                seen.add(term)
                lang = ' lang="zh"' if self._lang == "en" and _HAN.search(form) else ""
                made += [body[done : found.start()], f'<a class="zl-term" href="{up}{PATH}#{term}"{lang}>{form}</a>']
                done = found.end()
        return "".join([*made, body[done:]])

    def link_written(self, sources: Path, rendered: Path, out: Path) -> None:
        """Does the same on the hand-written pages of this language.

        Args:
            sources: the folder of their Markdown.
            rendered: the language's folder of rendered pages.
            out: the folder to write them to; may be the same.
        """
        for source in sorted(sources.glob("**/*.md")):
            if _SLOT not in source.read_text(encoding="utf-8"):
                folder = source.relative_to(sources).with_suffix("").as_posix()
                path = f"/{folder}/".removesuffix("index/").removeprefix("/")
                up = "../" * path.count("/") or "./"
                before, start, rest = (rendered / path / "index.html").read_text(encoding="utf-8").partition(_ARTICLE)
                body, end, after = rest.rpartition("</article>")
                linked = before + start + self.link(body, up) + end + after
                (out / path).mkdir(parents=True, exist_ok=True)
                (out / path / "index.html").write_text(linked, encoding="utf-8", newline="\n")


def linkers(catalogue: Catalogue) -> dict[str, GlossaryLinks]:
    """One for each language."""
    return {lang: GlossaryLinks(catalogue, lang) for lang in TREES}


def _pattern(written: Iterable[str]) -> re.Pattern[str]:
    """What stops at a form, the longest where several begin, and takes everything else in as few steps as it can."""
    longest = sorted(written, key=len, reverse=True)
    han = [re.escape(form) for form in longest if _HAN.match(form)]
    latin = [re.escape(form) for form in longest if not _HAN.match(form)]
    first = "".join(sorted({re.escape(form[0]) for form in longest if _HAN.match(form)}))
    in_han = rf"(?:{'|'.join(han)})" if han else "(?!)"
    in_latin = rf"(?:{'|'.join(latin)})(?![\w-])" if latin else "(?!)"
    between = rf"""(?:[^<a-zA-Z{first}]++ | (?!{in_latin})[a-zA-Z][a-zA-Z0-9_-]*+ {f"| (?!{in_han})[{first}]" if han else ""} | {_not_text()})++"""
    return re.compile(f"{between} | (?P<form>{in_han}|{in_latin})", re.DOTALL | re.VERBOSE)


def _not_text() -> str:
    """A comment, an element that must hold no link, or any other tag; what is broken off at the end is none either."""
    closed = "|".join(
        rf"<(?i:{name})(?=[\s/>]){_ATTRIBUTES}(?:(?<=/)>|>.*?(?:</(?i:{name})\s*>|\Z))" for name in _CLOSED
    )
    nesting = "|".join(_element(name, mark, _DEPTH) for name, mark in _NESTING.items())
    soon = rf"</[a-zA-Z]{_ATTRIBUTES}>|<(?:{_OPEN})(?=[\s/>]){_ATTRIBUTES}>"
    return rf"{soon}|<!--.*?(?:-->|\Z)|{closed}|{nesting}|</?[a-zA-Z!?]{_ATTRIBUTES}>|<(?=[a-zA-Z/!?]).*|<"


def _element(name: str, mark: str, depth: int) -> str:
    """An element with everything in it, elements of its own name included."""
    inner = f"|{_element(name, '', depth - 1)}" if depth else ""
    end = rf"</(?i:{name})\s*>"
    return rf"<(?i:{name})(?=[\s/>]){mark}{_ATTRIBUTES}(?:(?<=/)>|>(?:[^<]++{inner}|(?!{end})<)*+(?:{end}|\Z))"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
