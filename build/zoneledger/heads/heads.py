"""Completes pages with their heads, and collects the cards of the previews they point to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zoneledger.catalogue import Catalogue
from zoneledger.facets.sheets import SHEETS
from zoneledger.heads.entry import Entry
from zoneledger.heads.kinds import KINDS, Kind, hubs
from zoneledger.heads.structured import Structured
from zoneledger.packages.write import Download
from zoneledger.problems import Text
from zoneledger.site.breadcrumbs import breadcrumbs
from zoneledger.site.head import SITE, File, Head, Image, Node, preview_address, render, tab_title
from zoneledger.site.markdown import TREES
from zoneledger.site.shell import Page
from zoneledger.social.card import Card, Key

_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z])")
#: How often a bare name occurs: by language, then by folder, the empty one for all together.
Names = Mapping[str, Mapping[str, Counter[str]]]
#: Kinds whose pages go by a bare name, which pages of two kinds may share.
_BARE = ("plans/", "zones/", "organizations/", "cities/")


@dataclass(frozen=True)
class Scope:
    """Which pages of a site heads are made for; all of them by default.

    Args:
        kinds: tell of the pages to come; hubs are known in any case.
        entries: what they tell, where it is known already.
        names: how often a bare name occurs, where the catalogue is only a part of what the site is about.
        plain: folders whose pages do without a preview image of their own; their hubs keep theirs.
    """

    kinds: Sequence[Kind] = KINDS
    names: Names | None = None
    plain: Sequence[str] = ()
    entries: Mapping[str, Entry] | None = None


def entries(catalogue: Catalogue, kinds: Sequence[Kind] = KINDS) -> dict[str, Entry]:
    """What is said of the pages to come, by path.

    Args:
        catalogue: checked datasets.
        kinds: tell of them.
    """
    return {path: entry for kind in kinds for path, entry in kind(catalogue)}


class Heads:
    """The heads of one build's pages.

    Args:
        catalogue: checked datasets.
        top: the site's address, with a slash at its end.
        downloads: the files of the data packages; None where no page is to come whose head names any.
        scope: which pages are to come.
    """

    def __init__(
        self, catalogue: Catalogue, top: str, downloads: Sequence[Download] | None, scope: Scope | None = None
    ) -> None:
        scope = scope or Scope()
        self._top, self._plain = top, tuple(scope.plain)
        self._entries = entries(catalogue, scope.kinds) if scope.entries is None else scope.entries
        self._structured = Structured(catalogue, top, downloads, self._entries)
        self._names = scope.names or bare_names(catalogue)
        #: What to draw: by the image's address below the site's root.
        self.cards: dict[str, Card] = {}

    def complete(self, lang: str, page: Page) -> Page:
        """The page with its title for tabs, its description with figures, and the elements of its head."""
        entry = self._entries.get(page.path)
        address = self._top + TREES[lang][1] + page.path
        title, description = self._title(lang, page, entry), _description(lang, page, entry)
        trail = breadcrumbs(page.body, address)
        graph: list[Node] = [*([trail] if trail else []), *self._structured.nodes(lang, page.path, page.title), *page.graph]
        head = Head(
            lang,
            address,
            title,
            description,
            self._image(lang, page, title, entry),
            article=bool(entry and entry.article),
            graph=graph,
            files=[*self._structured.files(page.path), *self._sheets(page.path, entry)],
        )
        return replace(page, tab=tab_title(title, lang), description=description, head=render(head))

    def _title(self, lang: str, page: Page, entry: Entry | None) -> str:
        """What tabs and shared links call a page; a name that another page has, too, says which of them it is."""
        if entry is None:
            return page.title
        if entry.title.of(lang):
            return entry.title.of(lang)
        folder = page.path[: page.path.find("/") + 1]
        title = page.title[:1].upper() + page.title[1:]
        if folder not in _BARE or folder == page.path or self._names[lang][""][page.title] < 2:
            return title
        twins = self._names[lang][folder][page.title] > 1
        label = page.path.split("/")[1] if twins else entry.kind.of(lang)
        return f"{title}（{label}）" if lang == "zh" else f"{title} ({label.lower()})"

    def _image(self, lang: str, page: Page, title: str, entry: Entry | None) -> Image:
        path = next(path for path in _upwards(page.path) if path == "" or self._drawn(path))
        place = preview_address(path, lang)
        if path == page.path and entry:
            keys = [Key(figure.of(lang), label.of(lang)) for figure, label in entry.keys]
            kind = entry.kind.of(lang)
            # the site's name and the kind stand above the title already
            shown = (entry.title.of(lang) or page.title).removeprefix(SITE.of(lang)).removeprefix(kind).lstrip("：: ")
            shown = shown or page.title
            self.cards[place] = Card(_SITE_LINE.of(lang), kind, shown[:1].upper() + shown[1:], tuple(keys))
        alt = SITE.of(lang)
        if path == page.path:
            facts = entry.facts.of(lang) if entry else ""
            alt = f"{title}{'：' if lang == 'zh' else ': '}{facts}" if facts else title
        return Image(self._top + place, alt)

    def _drawn(self, path: str) -> bool:
        if path in hubs.PATHS:
            return True
        entry = self._entries.get(path)
        return entry is not None and entry.drawn and not path.startswith(self._plain or ("//",))

    def _sheets(self, path: str, entry: Entry | None) -> list[File]:
        tables = entry.tables if entry else ()
        return [File(f"{self._top}{path}{SHEETS[table].file}", "text/csv") for table in tables if table in SHEETS]


_SITE_LINE = Text("ZoneLedger 开发区目标责任台账", "ZoneLedger")


def _upwards(path: str) -> Iterator[str]:
    """A path and those above it, down to the home page's."""
    while path:
        yield path
        path = path[: path.rstrip("/").rfind("/") + 1]
    yield ""


def _description(lang: str, page: Page, entry: Entry | None) -> str:
    facts = entry.facts.of(lang) if entry else ""
    space = "" if lang == "zh" else " "
    if not entry or not facts:
        return page.description
    if not entry.leads:
        return f"{page.description}{space}{facts}"
    first = _SENTENCE_END.split(page.description, maxsplit=1)[0]
    colon = "：" if lang == "zh" else ": "
    return f"{page.title}{colon}{facts}{space}{first}"


def bare_names(catalogue: Catalogue) -> Names:
    """How often each bare name occurs, by language; see ``Names``."""
    return {lang: _names(catalogue, lang) for lang in TREES}


def _names(catalogue: Catalogue, lang: str) -> Mapping[str, Counter[str]]:
    """How often a bare name occurs: below each folder, and under the empty name in all of them."""
    tables = {"plans/": "plans", "zones/": "zones", "organizations/": "organizations", "cities/": "jurisdictions"}
    found: dict[str, Counter[str]] = {"": Counter()}
    for folder, table in tables.items():
        column = f"{'short_title' if table == 'plans' else 'name'}_{lang}"
        found[folder] = Counter(row.text(column) for row in catalogue.rows(table))
        found[""] += found[folder]
    return found
