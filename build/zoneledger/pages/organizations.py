"""The hub of organisations, by city and agency type; where they are very many, the cities alone, by province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.organizations import KIND
from zoneledger.pages.pager import Pager
from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.name import name
from zoneledger.views.place import Place, places

#: With more bodies than this the hub names the cities alone, whose pages have them. A body takes up to 200 bytes.
MOST = 2000
#: Cities on one page where they stand alone; each takes up to 250 bytes.
CITIES_LISTED = 1200
#: Bodies without a city that are named all the same; the pages of agency types have the others.
HOMELESS = 800


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    found = places(catalogue)
    names = {code: name(catalogue, "jurisdictions", code) if code else Text("", "") for code in sorted(found)}
    duties = {body: len(rows.get("responsibilities", ())) for body, rows in file(catalogue, KIND).items()}
    values = {"places": found, "names": names, "duties": duties}
    if len(duties) <= MOST:
        yield from _page(renderers, Pager(1, 1, f"{KIND.folder}/"), values | {"groups": None})
        return
    values["nowhere"] = found.get("", Place()).first(HOMELESS)
    codes = [code for code in names if code and found[code].organisations]
    cities = listed(catalogue, codes, f"{KIND.folder}/", CITIES_LISTED, lambda code: code, by_place=True)
    for pager, _, groups in cities.pages():
        yield from _page(renderers, pager, values | {"groups": groups, "regions": cities.regions})


def _page(renderers: Mapping[str, Renderer], pager: Pager, values: Mapping[str, object]) -> Iterator[tuple[str, Page]]:
    for lang, renderer in renderers.items():
        words = renderer.words["facets"]["organizations"]
        title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
        yield (
            lang,
            renderer.page("organizations.html", pager.address(pager.number), title, about, **values, pager=pager),
        )
