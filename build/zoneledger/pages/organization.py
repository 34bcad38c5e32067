"""A page an organisation: what it leads, shares and supports, with whom, and who does the same elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.facets import file
from zoneledger.facets.kinds.organizations import KIND
from zoneledger.facets.taking import Parcel, of_value
from zoneledger.pages.duty_sheets import DUTIES_SHOWN, Bearer, crumb, first_and_rest, later_pages
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import Body, bodies_by_type
from zoneledger.views.duty_index import DutyIndex, duty_index
from zoneledger.views.duty_summary import duty_summary
from zoneledger.views.name import Named
from zoneledger.views.organization import OrganizationView, organizations
from zoneledger.views.partner import fellow_bodies
from zoneledger.views.place import seat

#: How many organisations of the same type elsewhere are named; the page of the type has more.
SIBLINGS_SHOWN = 12


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every organisation in each language."""
    catalogue = renderers["zh"].catalogue
    filed, index = file(catalogue, KIND), duty_index(catalogue)
    types = bodies_by_type(catalogue, index)
    for body in organizations(catalogue, index):
        parcels = of_value(catalogue, KIND, body.id, filed[body.id], DUTIES_SHOWN)
        plans = tuple(plan.part for plan in body.plans if plan.part.stubs)
        kind = body.agency_type
        bearer = Bearer(f"organizations/{body.id}/", body.name, crumb("agencies", kind), plans, as_printed=True)
        sheets, pager, rest = first_and_rest(catalogue, index, bearer, parcels)
        values = _values(catalogue, index, body, parcels) | {"bearer": bearer, "pager": pager}
        values["sheets"] = {sheet.plan.plan_id: sheet for sheet in sheets}
        values["siblings"], values["more_siblings"] = _siblings(types.get(kind.id, ()) if kind else (), values["city"])
        for lang, renderer in renderers.items():
            title = body.name.of(lang)
            about = renderer.words["organization"]["description"].format(name=title)
            yield lang, renderer.page("organization.html", bearer.folder, title, about, **values)
        yield from later_pages(renderers, bearer, pager, rest)


def _values(
    catalogue: Catalogue, index: DutyIndex, body: OrganizationView, parcels: Sequence[Parcel]
) -> dict[str, object]:
    row, stubs = catalogue.row("organizations", body.id), index.bodies.get(body.id, [])
    partners = fellow_bodies(catalogue, index, stubs)
    duties = [plan.part for plan in body.plans if plan.part.stubs]
    return {
        "body": body,
        "roles": catalogue.schemas["responsibilities"].by_name["role"],
        "parcels": parcels,
        "partners": partners,
        "summary": duty_summary(stubs, duties[0].title if len(duties) == 1 else None, partners),
        "city": seat(catalogue, row) if row else None,
        "limits": {parcel.table: parcel.shown for parcel in parcels},
    }


def _siblings(bodies: Sequence[Body], city: object) -> tuple[tuple[Body, ...], int]:
    """The organisations of the same type in other cities that have duties, and how many more there are."""
    here = city.id if isinstance(city, Named) else None
    found = [body for body in bodies if body.duties and body.city and body.city.id != here]
    return tuple(found[:SIBLINGS_SHOWN]), max(0, len(found) - SIBLINGS_SHOWN)
