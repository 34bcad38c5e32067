"""The explorers, a page a table; without a script each page leads to the whole table instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.explorer import FOLDER, SOURCES, TABLES
from zoneledger.pages.renderer import Renderer
from zoneledger.scale import Scale
from zoneledger.site.shell import Page
from zoneledger.views.plan import summaries

#: The section of a plan's page that holds the rows of each explorer.
SECTIONS = {"targets": "targets", "duties": "outline"}


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The explorer of each table, in each language."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    rows = {name: catalogue.count(SOURCES[name]) for name in TABLES}
    # Without a script a reader goes on plan by plan; of very many plans, by their own hub.
    few = len(catalogue.plan_files) <= Scale.of(catalogue.layout).explorer_files
    plans = summaries(catalogue) if few else ()
    for lang, renderer in renderers.items():
        words = renderer.words["explore"]
        for name in TABLES:
            table = SOURCES[name]
            values = {
                "name": name,
                "table": table,
                "section": SECTIONS[name],
                "rows": rows,
                "plans": plans,
                "downloads": [d for d in context.downloads if d.table == table and d.plan_id is None],
            }
            title, about = words[name]["title"], words[name]["description"]
            yield lang, renderer.page("explorer.html", f"{FOLDER}/{name}/", title, about, **values)
