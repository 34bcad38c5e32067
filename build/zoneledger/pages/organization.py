"""A page an organisation: what it leads, shares and supports, with whom, and who does the same elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.facets import file
from zoneledger.facets.kinds.organizations import KIND
from zoneledger.facets.taking import Parcel, of_value
from zoneledger.pages.charge_rows import ChargeRows
from zoneledger.pages.duty_sheets import DUTIES_SHOWN, Bearer, crumb, later_page, spread
from zoneledger.pages.pager import Pager
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.duty_index import DutyIndex, duty_index
from zoneledger.views.duty_summary import duty_summary
from zoneledger.views.organization import OrganizationView, organizations
from zoneledger.views.partner import fellow_bodies
from zoneledger.views.place import seat
from zoneledger.views.plan_part import sheet
from zoneledger.views.sibling import Siblings
from zoneledger.views.sibling import siblings as all_siblings


def pages(
    renderers: Mapping[str, Renderer],
    only: Collection[str] | None = None,
    siblings: Mapping[str, Siblings] | None = None,
) -> Iterator[tuple[str, Page]]:
    """Every organisation in each language.

    All but the siblings stands in plans that name the organisation, so a catalogue of these plans gives the same pages.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the organisations whose pages are made; all by default.
        siblings: of each organisation, those of other cities, from all plans; from the renderers' own by default.
    """
    catalogue = renderers["zh"].catalogue
    filed, index = file(catalogue, KIND, only), duty_index(catalogue)
    elsewhere = all_siblings(catalogue) if siblings is None else siblings
    for body in organizations(catalogue, index, only):
        parcels = of_value(catalogue, KIND, body.id, filed[body.id], DUTIES_SHOWN)
        plans = tuple(plan.part for plan in body.plans if plan.part.stubs)
        kind = body.agency_type
        bearer = Bearer(f"organizations/{body.id}/", body.name, crumb("agencies", kind), plans, as_printed=True)
        pager, (shown, *later) = spread(bearer, parcels)
        values = _values(catalogue, index, body, parcels) | {"bearer": bearer, "pager": pager}
        values["sheets"] = {one.plan.plan_id: sheet(catalogue, index, one, one.stubs) for one in shown}
        values["siblings"] = elsewhere.get(body.id, Siblings())
        for lang, renderer in renderers.items():
            values["charges"] = ChargeRows(renderer, as_printed=True)
            title = body.name.of(lang)
            about = renderer.words["organization"]["description"].format(name=title)
            yield lang, renderer.page("organization.html", bearer.folder, title, about, **values)
        for number, found in enumerate(later, start=2):
            words = tuple(sheet(catalogue, index, one, one.stubs) for one in found)
            yield from later_page(renderers, bearer, Pager(number, pager.last, bearer.folder), words)


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
