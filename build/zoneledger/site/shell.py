"""Generated pages: a rendered hub page becomes a template, and any number of pages are filled into it.

MkDocs renders one page a navigation hub with slot markers in it. Only these marks tie a generated page to the generator
that drew its frame:

- ``zl-slot-title``, ``zl-slot-tab`` and ``zl-slot-description``, wherever a page's titles and description stand;
- the comments ``zl:body``, ``zl:contents`` and ``zl:head``, around what a page puts in their place;
- ``hreflang`` and ``rel="canonical"``, on the addresses that belong to the page and not to its hub.

Every other address of the frame is made relative to the site's root, so that a filled page may lie at any depth.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from zoneledger.site.contents import Heading, contents_list
from zoneledger.site.markdown import TREES

__all__ = ["Heading", "Page", "Shell", "ShellError", "site_root"]

_PATH = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*")
_ADDRESS = re.compile(r'(?P<before>\s(?:href|src|data-zl-root)=")(?P<address>[^"]*)(?=")')
_OWN_ADDRESS = re.compile(r'<(?:a|link)\b[^>]*\s(?:hreflang=|rel="canonical")[^>]*>')
_BODY = re.compile(r"<!-- zl:body -->.*?<!-- /zl:body -->", re.DOTALL)
_HEAD = re.compile(r"<!-- zl:head -->.*?<!-- /zl:head -->", re.DOTALL)
_CONTENTS = re.compile(r"<!-- zl:contents -->.*?<!-- /zl:contents -->", re.DOTALL)
_CONTENTS_TITLE = re.compile(r'<label class="md-nav__title" for="__toc">.*?</span>\s*(.*?)\s*</label>', re.DOTALL)
_CONTENTS_LABEL = re.compile(r'<label class="md-nav__link md-nav__link--active" for="__toc">.*?</label>', re.DOTALL)
_CONFIG_BASE = re.compile(r'(<script id="__config" type="application/json">\{"base": )"[^"]*"')
_SKIP = re.compile(r'<a href="#[^"]*" class="md-skip">')
#: What a page puts into its frame, and what stands there only where it has a contents list.
_SLOT = re.compile(r"\{\{ (\w+) \}\}")
_CONDITION = re.compile(r"\{% if contents %\}(.*?)\{% endif %\}", re.DOTALL)

_NO_MARKUP = Markup("")


class ShellError(Exception):
    """The rendered page cannot serve as a shell: it is missing, filled already, or its frame has changed."""


@dataclass(frozen=True)
class Page:
    """A generated page.

    Args:
        path: where it lies in its language's tree: ``plans/ganzhou-2020/``, or empty for the home page.
        title: for the header and, where the body has none, the page's ``<h1>``; unescaped.
        description: one or two sentences for search engines; unescaped.
        body: everything inside the article, as safe HTML.
        headings: what the contents list shows, in page order.
        tab: for the browser's tab and for search results, unescaped; the title unless given.
        graph: things the page is about, in the words of schema.org, for ``zoneledger.heads`` to write into the head.
        head: elements for the page's head, as ``zoneledger.site.head`` renders them.
    """

    path: str
    title: str
    description: str
    body: Markup
    headings: tuple[Heading, ...] = ()
    tab: str = ""
    graph: tuple[Mapping[str, Any], ...] = ()
    head: Markup = _NO_MARKUP

    def __post_init__(self) -> None:
        """Refuse a path that would leave the tree, or that is no folder."""
        if not _PATH.fullmatch(self.path):
            raise ValueError(f"{self.path!r} is not a page's path: it must look like 'plans/ganzhou-2020/'")


def site_root(lang: str, path: str) -> str:
    """The way from a page up to the root of the site, where the Chinese tree lies.

    Args:
        lang: ``zh`` or ``en``.
        path: the page's path in its language's tree.

    Returns:
        ``./`` or a run of ``../``: put a path below the site's root behind it.
    """
    return "../" * (TREES[lang][1] + path).count("/") or "./"


class Shell:
    """The frame of one hub in one language; filling it costs a fraction of a millisecond."""

    def __init__(self, template: str, lang: str, contents_title: str) -> None:
        # pieces of text, and between them the names of slots: a template engine would take longer to read thirty frames
        # than to fill a hundred pages
        self._listed, self._plain = (_SLOT.split(_CONDITION.sub(kept, template)) for kept in (r"\1", ""))
        self._lang = lang
        self._contents_title = contents_title

    @classmethod
    def load(cls, rendered: Path, lang: str, hub: str) -> Shell:
        """Make a shell of a hub that ``markdown.render`` wrote.

        Args:
            rendered: the folder given to ``render`` as ``out``.
            lang: ``zh`` or ``en``.
            hub: the hub's path in its tree: ``plans/``, or empty for the home page.

        Raises:
            ShellError: the page is missing, has been filled, or lacks a mark this module relies on.
        """
        source = rendered / TREES[lang][1] / hub / "index.html"
        if not source.is_file():
            raise ShellError(f"{source} is missing: render the pages first")
        try:
            text, contents_title = _to_template(source.read_text(encoding="utf-8"), TREES[lang][1], hub)
        except ShellError as error:
            raise ShellError(f"{source}: {error}") from None
        return cls(text, lang, contents_title)

    def fill(self, page: Page) -> str:
        """Return the whole HTML document of a page."""
        heading = "" if "<h1" in page.body else Markup("<h1>{}</h1>\n").format(page.title)
        root = site_root(self._lang, page.path)
        slots = {
            "title": page.title,
            "tab": page.tab or page.title,
            "head": page.head,
            "description": page.description,
            "path": page.path,
            "root": root,
            "base_json": Markup(json.dumps((root + TREES[self._lang][1]).rstrip("/"))),
            "contents": contents_list(page.headings, self._contents_title),
            "body": heading + page.body,
        }
        safe = {name: str(escape(value)) for name, value in slots.items()}
        pieces = [*(self._listed if page.headings else self._plain)]
        pieces[1::2] = [safe[name] for name in pieces[1::2]]
        return "".join(pieces)


def _to_template(html: str, prefix: str, hub: str) -> tuple[str, str]:
    """Turn a rendered hub into a text with slots in it.

    Args:
        html: the hub as MkDocs wrote it.
        prefix: folder of its language below the site's root (empty or ``en/``).
        hub: its path in that tree.

    Returns:
        The template, and the contents list's own heading.
    """
    if any(mark in html for mark in ("{{", "{%", "{#")):
        raise ShellError("it contains a template mark of its own")
    title = _CONTENTS_TITLE.search(html)
    if title is None:
        raise ShellError("it has no contents list; is it a filled page?")
    html = _exactly(_BODY, "{{ body }}", html, 1)
    html = _exactly(_HEAD, "{{ head }}", html, 1)
    html = _exactly(_CONTENTS, "{{ contents }}", html, 2)
    html = _exactly(_CONFIG_BASE, r"\1{{ base_json }}", html, 1)
    html = _exactly(_SKIP, '<a href="#zl-content" class="md-skip">', html, 1)
    label = _CONTENTS_LABEL.findall(html)
    if len(label) != 1:
        raise ShellError("the drawer's contents button is not where it was")
    html = html.replace(label[0], "{% if contents %}" + label[0] + "{% endif %}")
    html = _ADDRESS.sub(lambda match: match["before"] + _from_root(match["address"], prefix + hub), html)
    html, own = _OWN_ADDRESS.subn(lambda match: _of_page(match[0], hub), html)
    if own != 5:
        raise ShellError(f"{own} addresses of the page itself instead of 5 (canonical, three alternates, the switch)")
    for slot in ("title", "tab", "description"):
        html = html.replace(f"zl-slot-{slot}", f"{{{{ {slot} }}}}")
    if "zl-slot-" in html:
        raise ShellError("it contains an unknown slot")
    return html, str(Markup(title[1]).unescape())


def _exactly(pattern: re.Pattern[str], replacement: str, html: str, times: int) -> str:
    html, found = pattern.subn(replacement, html)
    if found != times:
        raise ShellError(f"{pattern.pattern!r} stands {found} times instead of {times}")
    return html


def _from_root(address: str, folder: str) -> str:
    """Rewrite a relative address of the hub so that it starts at the site's root; leave any other alone."""
    if not address or address.startswith(("#", "/")) or re.match(r"[a-z][a-z0-9+.-]*:", address):
        return address
    path, mark, rest = address.partition("#")
    target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    is_folder = path.endswith(("/", "..")) or path == "."
    return "{{ root }}" + target + ("/" if target and is_folder else "") + mark + rest


def _of_page(tag: str, hub: str) -> str:
    """Point a tag's address, which ends in the hub's path, to the page instead."""
    changed, found = re.subn(rf'(\shref="[^"]*?){re.escape(str(escape(hub)))}"', r'\1{{ path }}"', tag)
    if found != 1:
        raise ShellError(f"no address of the page in {tag}")
    return changed
