"""The organisations of an agency type that are too many for its page: by province and city, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zoneledger.pages.duty_sheets import Bearer
from zoneledger.pages.pager import Pager, parted, starts
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import Body
from zoneledger.views.place import province

#: Organisations on one page; each takes less than 900 bytes.
BODIES_LISTED = 400


def body_pages(
    renderers: Mapping[str, Renderer], bearer: Bearer, bodies: Sequence[Body], most: int
) -> tuple[Pager, Iterator[tuple[str, Page]]]:
    """The place of the type's own page among them, and the pages after it; none where the first has them all.

    Args:
        renderers: what renders pages, by language.
        bearer: the type.
        bodies: its organisations.
        most: how many of them its own page shows.
    """
    if len(bodies) <= most:
        return Pager(1, 1, bearer.folder), iter(())
    catalogue = renderers["zh"].catalogue
    above = {body.id: province(catalogue, body.city.id) if body.city else "" for body in bodies}
    # what sits nowhere comes last
    order = sorted(
        bodies, key=lambda body: (body.city is None, above[body.id], body.city.id if body.city else "", body.id)
    )
    sheets = parted(order, BODIES_LISTED)
    begins = {key: number + 1 for key, number in starts(sheets, lambda body: body.city.id if body.city else "").items()}
    pager = Pager(1, 1 + len(sheets), bearer.folder, begins)
    return pager, _pages(renderers, bearer, pager, sheets)


def _pages(
    renderers: Mapping[str, Renderer], bearer: Bearer, first: Pager, sheets: Sequence[Sequence[Body]]
) -> Iterator[tuple[str, Page]]:
    for number, bodies in enumerate(sheets, start=2):
        cities: dict[str, list[Body]] = {}
        for body in bodies:
            cities.setdefault(body.city.id if body.city else "", []).append(body)
        values = {"bearer": bearer, "pager": first.at(number), "cities": cities}
        for lang, renderer in renderers.items():
            words = renderer.words["agency_bodies"]
            named = {"name": bearer.name.of(lang), "number": number, "last": first.last}
            title, about = words["title"].format(**named), words["description"].format(**named)
            yield lang, renderer.page("agency_bodies.html", first.address(number), title, about, **values)
