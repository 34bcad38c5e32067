"""The one Jinja environment of generated pages: everything is escaped, nothing in a cell can act or hide."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from zoneledger.problems import Text
from zoneledger.views.number import Number, readable, size

#: Characters that reorder or hide the text around them: bidirectional controls, zero-width marks, control codes.
_INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def visible(value: object) -> object:
    """What a template writes out; characters that act unseen become the replacement character."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isprintable():
        return _INVISIBLE.sub("\ufffd", value)
    return value


#: A stretch of Chinese, with the punctuation inside it.
_HAN = re.compile("[\u3400-\u9fff](?:[\u3400-\u9fff\u3001-\u301f\uff01-\uff5e0-9]*[\u3400-\u9fff])?")


def environment(folder: Path) -> Environment:
    """The environment over a folder of templates; each is compiled once.

    Args:
        folder: ``site/theme/templates``.
    """
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        # a build has an environment of its own: looking at a file's time for every page would be in vain
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["text"] = lambda value: isinstance(value, Text)
    made.filters.update(t=_in_language, n=_figure, web=web_address, tail=_tail, cap=_capital, han=_mark_han, bytes=size)
    made.filters.update(parted=parted)
    return made


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


@pass_context
def _in_language(context: Context, text: Text | None) -> Any:
    return text.of(context["lang"]) if text else ""


@pass_context
def _mark_han(context: Context, text: str) -> Any:
    """Text for an element's content; on an English page, Chinese words in it say that they are Chinese."""
    shown = str(visible(text))
    if context["lang"] == "zh" or not _HAN.search(shown):
        return shown
    marked, end = Markup(""), 0
    for match in _HAN.finditer(shown):
        marked += shown[end : match.start()]
        marked += Markup('<span lang="zh">{}</span>').format(match[0])
        end = match.end()
    return marked + shown[end:]


@pass_context
def _figure(context: Context, value: Number) -> Any:
    return readable(value).of(context["lang"])


def _tail(row_id: str) -> str:
    """A row's short name: ``t001`` of ``ganzhou-2020-t001``."""
    return row_id.rsplit("-", 1)[-1]


def _capital(words: str) -> str:
    """The words with a capital first letter; unlike ``capitalize`` it leaves the others alone."""
    return words[:1].upper() + words[1:]
