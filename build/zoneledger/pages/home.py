"""The home page: what this is, how much of it there is, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.facets import file
from zoneledger.facets.kinds import cities, years
from zoneledger.facets.ready import ready
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.agency import agencies
from zoneledger.views.counts import count
from zoneledger.views.indicator import IndicatorView, indicators
from zoneledger.views.name import Named
from zoneledger.views.plan import summary
from zoneledger.views.promise import promise

#: How many agency types, indicators and cities, how many questions and plans the home page names; hubs have them all.
SHOWN = 4
ASKED = 3
LISTED = 12


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The home page in each language."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    title = Text(catalogue.dataset["title"]["zh"], catalogue.dataset["title"]["en"])
    about = Text(catalogue.dataset["description"]["zh"], catalogue.dataset["description"]["en"])
    values = {
        "about": about,
        "counts": count(catalogue),
        "plans": [summary(catalogue, row) for row in catalogue.rows("plans")[:LISTED]],
        "promise": promise(catalogue),
        "agencies": agencies(catalogue)[:SHOWN],
        "indicators": _most_used(catalogue),
        "cities": _cities(catalogue),
        "ready": ready(catalogue)[:ASKED],
        "years": years.KIND.names(catalogue),
        "strengths": catalogue.schemas["targets"].by_name["strength"],
        "figures": context.figures.home,
    }
    for lang, renderer in renderers.items():
        yield lang, renderer.page("home.html", "", title.of(lang), about.of(lang), **values)


def _cities(catalogue: Catalogue) -> list[tuple[Named, int]]:
    """The cities whose plans set most targets, with their number."""
    filed, names = file(catalogue, cities.KIND), cities.KIND.names(catalogue)
    found = [(Named(code, names[code]), len(rows["targets"])) for code, rows in filed.items() if "targets" in rows]
    return sorted(found, key=lambda one: (-one[1], one[0].id))[:SHOWN]


def _most_used(catalogue: Catalogue) -> list[IndicatorView]:
    """The indicators on which most plans set a target."""
    return sorted(indicators(catalogue), key=lambda view: (-len(view.plans), -view.targets, view.id))[:SHOWN]
