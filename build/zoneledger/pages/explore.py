"""The explorer: a hub, and a page a table; without a script each page leads to the whole table instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.explorer import FOLDER, TABLES
from zoneledger.facets import KINDS
from zoneledger.facets.ready import ready
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import summaries

#: The table of the datasets that each explorer shows, and the section of a plan's page that holds its rows.
SOURCES = {"targets": ("targets", "targets"), "duties": ("responsibilities", "outline")}


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub and the explorer of each table, in each language."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    rows = {name: len(catalogue.rows(SOURCES[name][0])) for name in TABLES}
    plans = summaries(catalogue)
    facets, questions = {kind.folder: len(kind.names(catalogue)) for kind in KINDS}, len(ready(catalogue))
    for lang, renderer in renderers.items():
        words = renderer.words["explore"]
        values: dict[str, object] = {"rows": rows, "facets": facets, "questions": questions}
        yield lang, renderer.page("explore.html", f"{FOLDER}/", words["title"], words["description"], **values)
        for name in TABLES:
            table, section = SOURCES[name]
            values = {
                "name": name,
                "table": table,
                "section": section,
                "rows": rows,
                "plans": plans,
                "downloads": [d for d in context.downloads if d.table == table and d.plan_id is None],
            }
            title, about = words[name]["title"], words[name]["description"]
            yield lang, renderer.page("explorer.html", f"{FOLDER}/{name}/", title, about, **values)
