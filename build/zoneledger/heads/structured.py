"""Which page carries which structured data, and which files stand for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.heads.entry import Entry
from zoneledger.packages.write import Download
from zoneledger.schema_org import Publication, Term, catalog, plan, term_set, website, whole
from zoneledger.site.head import File, Node
from zoneledger.site.markdown import TREES
from zoneledger.views.dictionary import columns, listed
from zoneledger.views.name import bilingual, name

#: The files a page's head names: the whole of its data, and what describes them.
_WHOLE, _DESCRIPTOR = "zip", "descriptor"


class Structured:
    """Structured data and data files by page.

    Args:
        catalogue: checked datasets.
        top: the site's address, with a slash at its end.
        downloads: the files of the data packages; None where no page is to come that names any.
        entries: the figures of pages, by path.
    """

    def __init__(
        self, catalogue: Catalogue, top: str, downloads: Sequence[Download] | None, entries: Mapping[str, Entry]
    ) -> None:
        self._catalogue, self._top, self._entries = catalogue, top, entries
        self._publications = {lang: Publication(top, catalogue.dataset, lang) for lang in TREES}
        self._known = downloads is not None
        self._downloads: dict[str, list[Download]] = {"": []}
        for one in downloads or ():
            self._downloads.setdefault(one.plan_id or "", []).append(one)

    def nodes(self, lang: str, path: str, title: str) -> Iterator[Node]:
        """What a page is about, breadcrumbs apart; a set of terms goes by the page's title."""
        if path == "":
            yield website(self._top, lang)
            yield catalog(self._top, lang)
            yield self._whole(lang, [one for one in self._offered("") if one.kind in (_WHOLE, _DESCRIPTOR)])
        elif path == "data/":
            # single tables are named once, as the package has them: their other formats stand beside them on the page
            yield self._whole(lang, [one for one in self._offered("") if one.table is None or one.format == "csv"])
        elif path == "dictionary/":
            yield term_set(title, self._top + TREES[lang][1] + path, lang, self._columns(lang))
        elif path == "glossary/":
            yield term_set(title, self._top + TREES[lang][1] + path, lang, self._words(lang))
        elif plan_id := self._plan(path):
            content = self._catalogue.plan_files[plan_id]
            city = name(self._catalogue, "jurisdictions", content["jurisdiction"]).of(lang)
            facts = self._entries[path].facts.of(lang)
            yield plan(self._publications[lang], content, facts, city, self._offered(plan_id))

    def files(self, path: str) -> list[File]:
        """The package behind a page: the archive, and the descriptor that describes it."""
        plan_id = self._plan(path)
        if not plan_id and path not in ("", "data/"):
            return []
        address = f"{self._top}data/"
        return [
            File(
                address + one.path,
                "application/zip" if one.kind == _WHOLE else "application/json",
                describes=one.kind == _DESCRIPTOR,
            )
            for one in self._offered(plan_id)
            if one.kind in (_WHOLE, _DESCRIPTOR)
        ]

    def _offered(self, plan_id: str) -> list[Download]:
        """Files of a plan's package, of the whole where there is none: to leave them out must not go unnoticed."""
        if not self._known:
            raise ValueError("the head of a page names downloads, which were not given")
        return self._downloads.get(plan_id, [])

    def _plan(self, path: str) -> str:
        folder, _, rest = path.partition("/")
        plan_id = rest.rstrip("/")
        return plan_id if folder == "plans" and plan_id in self._catalogue.plan_files else ""

    def _whole(self, lang: str, downloads: Sequence[Download]) -> Node:
        periods = [str(content["period"]) for content in self._catalogue.plan_files.values() if "period" in content]
        facts = self._entries[""].facts.of(lang)
        return whole(self._publications[lang], facts, periods, downloads)

    def _columns(self, lang: str) -> Iterator[Term]:
        for table in listed(self._catalogue):
            for column in columns(table):
                code = f"{table.name}.{column.name}"
                yield Term(code, column.title.of(lang), column.description.of(lang))

    def _words(self, lang: str) -> Iterator[Term]:
        for row in self._catalogue.rows("glossary"):
            yield Term(row.text("id"), bilingual(row, "term").of(lang), bilingual(row, "definition").of(lang))
