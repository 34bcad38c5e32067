"""A page a year, a strength, a city and an industry: every row filed there, or the first of very many."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.facets import KINDS, file
from zoneledger.facets.kinds.years import NO_YEAR
from zoneledger.facets.rows import facet_rows
from zoneledger.facets.taking import Parcel, of_value
from zoneledger.pages.facet_hub import FOLDERS
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.sheet import Rows, Sheet
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.industry import Kin, kin
from zoneledger.views.place import Place, places
from zoneledger.views.plan import short_titles

#: Organisations that a city's page names; each takes up to 160 bytes.
BODIES_NAMED = 600
#: Whose rows these pages show.
_TABLES = tuple(dict.fromkeys(table for kind in KINDS if kind.folder in FOLDERS for table in kind.tables))


@dataclass(frozen=True)
class Told:
    """What a page says beside its rows.

    Args:
        facet: the folder of the facet's pages.
        value: whose page it is.
        name: what that is called.
        parcels: what can be taken along, and how many rows of each table are shown.
        place: of a city, what there is in it.
        kin: of an industry, what is above and below it.
    """

    facet: str
    value: str
    name: Text
    parcels: tuple[Parcel, ...]
    place: Place | None
    kin: Kin | None


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
    for sheet in sheets(renderers["zh"].catalogue, only, sitting):
        yield from sheet.pages(renderers)


def sheets(
    catalogue: Catalogue, only: Collection[str] | None = None, sitting: Mapping[str, Place] | None = None
) -> Iterator[Sheet[Told]]:
    """The same pages, one by one, before any row is put into words.

    Args:
        catalogue: checked datasets.
        only: as for ``pages``.
        sitting: as for ``pages``.
    """
    related = kin(catalogue)
    cities = places(catalogue) if sitting is None else sitting
    for kind in KINDS:
        asked = None if only is None else {one.split("/")[1] for one in only if one.startswith(f"{kind.folder}/")}
        if kind.folder not in FOLDERS or asked == set():
            continue
        names = kind.names(catalogue)
        for value, filed in file(catalogue, kind, asked).items():
            parcels = of_value(catalogue, kind, value, filed)
            place = cities.get(value) if kind.folder == "cities" else None
            relatives = related.get(value) if kind.folder == "industries" else None
            told = Told(kind.folder, value, names[value], parcels, place, relatives)
            shown = {parcel.table: filed[parcel.table][: parcel.shown] for parcel in parcels}
            yield Sheet(told, {table: shown.get(table, []) for table in _TABLES}, _pages)


def _pages(renderers: Mapping[str, Renderer], told: Told, rows: Rows) -> Iterator[tuple[str, Page]]:
    catalogue = renderers["zh"].catalogue
    values: dict[str, object] = {
        "facet": told.facet,
        "plans": short_titles(catalogue, {row.text("plan_id") for some in rows.values() for row in some}),
        "parcels": told.parcels,
        "rows": facet_rows(catalogue, rows, told.parcels),
        "place": told.place,
        "most": BODIES_NAMED,
        "kin": told.kin,
    }
    for lang, renderer in renderers.items():
        words = renderer.words["facets"][told.facet]
        if told.value == NO_YEAR:
            title, about = words["none"], words["none_about"]
        else:
            title, about = words["page"], words["page_about"]
        name, path = told.name.of(lang), f"{told.facet}/{told.value}/"
        title, values["about"] = title.format(name=name), about.format(name=name)
        heading = title[:1].upper() + title[1:]
        yield lang, renderer.page("facet.html", path, heading, about.format(name=name), **values)
