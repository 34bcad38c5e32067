"""The Jinja environments of generated pages: everything is escaped, nothing in a cell can act or hide."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from markupsafe import Markup

from zoneledger.catalogue.schemas import TableSchema
from zoneledger.charts import Shelf
from zoneledger.pages.template_cache import TemplateCache
from zoneledger.pages.template_code import PageCode, shown, visible
from zoneledger.pages.template_constants import Constants
from zoneledger.pages.words import Words
from zoneledger.problems import Text
from zoneledger.views.number import Number, readable, size

#: A stretch of Chinese, with the punctuation inside it.
_HAN = re.compile("[\u3400-\u9fff](?:[\u3400-\u9fff\u3001-\u301f\uff01-\uff5e0-9]*[\u3400-\u9fff])?")

#: Keeps nothing.
NOWHERE = Shelf()


class Templates(Environment):
    """The environment of one language's pages; each template is compiled once.

    Args:
        folder: ``site/theme/templates``.
        lang: ``zh`` or ``en``.
        words: its interface words, which templates call ``w``.
        schemas: of the tables, which templates call so.
        shelf: where compiled templates are kept.
    """

    code_generator_class = PageCode

    def __init__(
        self,
        folder: Path,
        lang: str,
        words: Words,
        schemas: Mapping[str, TableSchema],
        shelf: Shelf = NOWHERE,
    ) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=visible,
            # a build has environments of its own: looking at a file's time for every page would be in vain
            auto_reload=False,
            # nor is a template ever dropped, so that no record need be kept of when each was last used
            cache_size=-1,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=TemplateCache(shelf, lang, repr((words, schemas))),
        )
        self._constants = Constants(self, {"lang": lang, "w": words, "schemas": schemas}, lang)
        self.tests["text"] = lambda value: isinstance(value, Text)
        self.filters.update(t=_IN[lang], n=_FIGURE[lang], han=_HAN_IN[lang], web=web_address, tail=_tail, cap=_capital)
        self.filters.update(bytes=size, parted=parted)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(self._constants.visit(source), name, filename, defer_init)


def web_address(address: str) -> str:
    """An address that may be linked; empty for anything but http and https."""
    return address if re.match(r"https?://[^\s]+$", address, re.IGNORECASE) else ""


#: A figure, or a range of two, with the sign it has.
_LEADING = re.compile(r"[+−-]?[0-9][0-9.,]*(?:(?:[—–]| to )[+−-]?[0-9][0-9.,]*)?")


def parted(amount: str) -> tuple[str, str]:
    """A figure and its unit, apart; words that do not begin with a figure (a rank) stay whole.

    Args:
        amount: as it is shown: ``5000亿元``, ``1 to 2 billion yuan``, ``前30名``.
    """
    found = _LEADING.match(amount)
    return (found[0], amount[found.end() :].strip()) if found else (amount, "")


def _mark_han(text: str) -> str:
    """Text for an element's content on an English page: Chinese words in it say that they are Chinese."""
    if text.isascii() and text.isprintable():
        return text
    plain = str(visible(text))
    if not _HAN.search(plain):
        return plain
    marked, end = [], 0
    for match in _HAN.finditer(plain):
        marked += [shown(plain[end : match.start()]), '<span lang="zh">', match[0], "</span>"]
        end = match.end()
    return Markup("".join([*marked, shown(plain[end:])]))


#: Filters of each language.
_IN: Mapping[str, Callable[[Text | None], str]] = {
    "zh": lambda text: text.zh if text else "",
    "en": lambda text: text.en if text else "",
}
_HAN_IN: Mapping[str, Callable[[str], str]] = {"zh": lambda text: str(visible(text)), "en": _mark_han}
_FIGURE: Mapping[str, Callable[[Number], str]] = {
    "zh": lambda value: readable(value).zh,
    "en": lambda value: readable(value).en,
}


def _tail(row_id: str) -> str:
    """A row's short name: ``t001`` of ``ganzhou-2020-t001``."""
    return row_id.rsplit("-", 1)[-1]


def _capital(words: str) -> str:
    """The words with a capital first letter; unlike ``capitalize`` it leaves the others alone."""
    return words[:1].upper() + words[1:]
