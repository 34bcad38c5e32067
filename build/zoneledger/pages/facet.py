"""A page a year, a strength, a city and an industry: every row filed there, or the first of very many."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from zoneledger.facets import KINDS, Kind, file
from zoneledger.facets.kinds.years import NO_YEAR
from zoneledger.facets.rows import facet_rows
from zoneledger.facets.taking import of_value
from zoneledger.pages.facet_hub import FOLDERS
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.industry import kin
from zoneledger.views.place import Place, places
from zoneledger.views.plan import short_titles

#: Organisations that a city's page names; each takes up to 160 bytes.
BODIES_NAMED = 600


def pages(
    renderers: Mapping[str, Renderer],
    only: Collection[str] | None = None,
    sitting: Mapping[str, Place] | None = None,
) -> Iterator[tuple[str, Page]]:
    """Every value in each language, one after the other: no more than one page's rows are made ready at a time.

    A city's page reads the plans of its jurisdiction, and what sits in the city from the shared lists: a catalogue of these
    plans gives the same. The other facets read all plans that file a row there.

    Args:
        renderers: what renders pages, by language.
        only: the addresses of the pages that are made, as ``cities/360700``; all by default.
        sitting: what there is in each city, where the catalogue holds only a part of the shared lists.
    """
    catalogue = renderers["zh"].catalogue
    plans, related = short_titles(catalogue), kin(catalogue)
    cities = places(catalogue) if sitting is None else sitting
    for kind in KINDS:
        asked = None if only is None else {one.split("/")[1] for one in only if one.startswith(f"{kind.folder}/")}
        if kind.folder not in FOLDERS or asked == set():
            continue
        names = kind.names(catalogue)
        for value, filed in file(catalogue, kind, asked).items():
            parcels = of_value(catalogue, kind, value, filed)
            values: dict[str, object] = {
                "kind": kind,
                "value": value,
                "plans": plans,
                "parcels": parcels,
                "rows": facet_rows(catalogue, filed, parcels),
                "place": cities.get(value) if kind.folder == "cities" else None,
                "most": BODIES_NAMED,
                "kin": related.get(value) if kind.folder == "industries" else None,
            }
            yield from _page(renderers, kind, value, names[value], values)


def _page(
    renderers: Mapping[str, Renderer], kind: Kind, value: str, called: Text, values: dict[str, object]
) -> Iterator[tuple[str, Page]]:
    for lang, renderer in renderers.items():
        words = renderer.words["facets"][kind.folder]
        if value == NO_YEAR:
            title, about = words["none"], words["none_about"]
        else:
            title, about = words["page"], words["page_about"]
        name, path = called.of(lang), f"{kind.folder}/{value}/"
        title, values["about"] = title.format(name=name), about.format(name=name)
        heading = title[:1].upper() + title[1:]
        yield lang, renderer.page("facet.html", path, heading, about.format(name=name), **values)
