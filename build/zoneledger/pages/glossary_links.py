"""Links the first use of each term on a page to its entry in the glossary.

A page is split into running text and everything else: tags, and whole elements that must hold no link. Terms are looked for
in the text alone, so nothing that an attribute, a quotation or a drawing holds can be taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from html import escape
from itertools import chain
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
_ATTRIBUTES = r"""[^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*"""
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
        self._terms = _terms(self._owner)

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
        places = self._texts(body)
        texts = list(places)
        # No text has a "<" left, and no term has one, so none is found across two of them.
        text = "<".join(texts)
        linked, written = [], 0
        seen: set[str] = set()
        which = start = 0
        for found in sorted(chain.from_iterable(terms.finditer(text) for terms in self._terms), key=re.Match.start):
            if (term := self._owner[found[0]]) not in seen:
                seen.add(term)
                if passed := text.count("<", start, found.start()):
                    which += passed
                    start = text.rindex("<", start, found.start()) + 1
                at = places[texts[which]] + found.start() - start
                linked += [body[written:at], self._anchor(found[0], up)]
                written = at + len(found[0])
        return "".join([*linked, body[written:]])

    @staticmethod
    def _texts(body: str) -> dict[str, int]:
        """The pieces of running text in their order, and where they are; of those that say the same only the first."""
        places: dict[str, int] = {}
        end = 0
        for markup in _markup().finditer(body):
            start, after = markup.span()
            if start > end:
                places.setdefault(body[end:start], end)
            end = after
        places.setdefault(body[end:], end)
        return places

    def _anchor(self, form: str, up: str) -> str:
        lang = ' lang="zh"' if self._lang == "en" and _HAN.search(form) else ""
        return f'<a class="zl-term" href="{up}{PATH}#{self._owner[form]}"{lang}>{form}</a>'

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


def _terms(written: Iterable[str]) -> list[re.Pattern[str]]:
    """Find the forms in running text, the longest where several begin at one place: Chinese anywhere, Latin as whole words.

    They are apart because each is quick by another first step, and no form of one kind begins inside one of the other.
    """
    longest = sorted(written, key=len, reverse=True)
    han = [form for form in longest if _HAN.match(form)]
    latin = [form for form in longest if not _HAN.match(form)]
    found = [_by_first_letter(han)] if han else []
    begins = "".join(sorted({re.escape(form[0]) for form in latin}))
    found += [rf"\b(?=[{begins}])(?<!-)(?:{_by_first_letter(latin)})(?![\w-])"] if latin else []
    return [re.compile(pattern) for pattern in found]


def _by_first_letter(forms: Iterable[str]) -> str:
    """Forms as alternatives under their first letters, so that most places are left after one look; their order is kept."""
    under: dict[str, list[str]] = {}
    for form in forms:
        under.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in under.items())


@cache
def _markup() -> re.Pattern[str]:
    """Finds tags, comments and elements that must hold no link, as many as follow one another; what is broken off ends with
    the page.

    No part can match one text in two ways, so nothing is tried twice.
    """
    closed = "|".join(_closed(name) for name in _CLOSED)
    nesting = "|".join(_nested(name, mark, _DEPTH) for name, mark in _NESTING.items())
    soon = rf"/[a-zA-Z]{_ATTRIBUTES}>|{_closed('a')}|(?:{_OPEN}|span(?!{_NESTING['span']}))(?=[\s>]){_ATTRIBUTES}>"
    broken = r"[a-zA-Z/!?].*"
    one = rf"<(?:{soon}|!--.*?(?:-->|\Z)|{closed}|{nesting}|[a-zA-Z!?/]{_ATTRIBUTES}>|{broken}|)"
    return re.compile(rf"{one}(?:\s*{one})*", re.DOTALL)


def _closed(name: str) -> str:
    """An element from behind its ``<`` to its first end tag."""
    name = _any_case(name)
    return rf"{name}(?=[\s/>]){_ATTRIBUTES}(?:(?<=/)>|>[^<]*(?:<(?!/{name}\s*>)[^<]*)*(?:</{name}\s*>|\Z))"


def _nested(name: str, mark: str, depth: int) -> str:
    """An element from behind its ``<`` with everything in it, elements of its own name included."""
    inner = f"|<{_nested(name, '', depth - 1)}" if depth else ""
    end = rf"</{_any_case(name)}\s*>"
    start = rf"{_any_case(name)}(?=[\s/>]){mark}{_ATTRIBUTES}"
    return rf"{start}(?:(?<=/)>|>(?:[^<]+{inner}|(?!{end})<)*(?:{end}|\Z))"


def _any_case(name: str) -> str:
    """A name's letters in both cases: unlike a flag it leaves the expression its quick first letters."""
    return "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in name)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
