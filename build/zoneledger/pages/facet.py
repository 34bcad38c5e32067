"""A page a year, a strength, a city and an industry: every row filed there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import KINDS, file
from zoneledger.facets.kinds.years import NO_YEAR
from zoneledger.facets.rows import facet_rows
from zoneledger.facets.taking import of_value
from zoneledger.pages.facet_hub import FOLDERS
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.industry import kin
from zoneledger.views.place import places
from zoneledger.views.plan import short_titles


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every value in each language, one after the other: no more than one page's rows are made ready at a time."""
    catalogue = renderers["zh"].catalogue
    plans, sitting, related = short_titles(catalogue), places(catalogue), kin(catalogue)
    for kind in KINDS:
        if kind.folder not in FOLDERS:
            continue
        names = kind.names(catalogue)
        for value, filed in file(catalogue, kind).items():
            parcels = of_value(catalogue, kind, value, filed)
            values: dict[str, object] = {
                "kind": kind,
                "value": value,
                "plans": plans,
                "parcels": parcels,
                "rows": facet_rows(catalogue, filed, parcels),
                "place": sitting.get(value) if kind.folder == "cities" else None,
                "kin": related.get(value) if kind.folder == "industries" else None,
            }
            for lang, renderer in renderers.items():
                words = renderer.words["facets"][kind.folder]
                if value == NO_YEAR:
                    title, about = words["none"], words["none_about"]
                else:
                    title, about = words["page"], words["page_about"]
                name, path = names[value].of(lang), f"{kind.folder}/{value}/"
                title, values["about"] = title.format(name=name), about.format(name=name)
                heading = title[:1].upper() + title[1:]
                yield lang, renderer.page("facet.html", path, heading, about.format(name=name), **values)
