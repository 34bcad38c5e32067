"""The pages of organisations and zones: made together for those of a city, from the plans that name them alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.heads import Heads, Scope
from zoneledger.heads.kinds import facets as facet_entries
from zoneledger.pages import PageContext, organization, zone
from zoneledger.parts.plan import Kit
from zoneledger.parts.stand_in import stood_in
from zoneledger.parts.store import Workplace
from zoneledger.views.oddities import Mark
from zoneledger.views.place import seat
from zoneledger.views.sibling import Siblings, siblings
from zoneledger.views.zone import Belongings

ORGANIZATIONS, ZONES = "organizations", "zones"
#: The shared lists whose rows have such pages, with the hub that each page is filled into.
HUBS = {ORGANIZATIONS: "agencies/", ZONES: "zones/"}


@dataclass(frozen=True)
class Places:
    """The organisations and zones of one city, those of its counties included.

    Args:
        code: the jurisdiction's; empty for those that sit nowhere.
        plans: the ids of the plans that name any of them, in order.
        ids: of each list, its rows.
    """

    code: str
    plans: tuple[str, ...]
    ids: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Beside:
    """What is known of all plans when the pages of some are made.

    Args:
        siblings: of each organisation, those of other cities.
        belongings: what the shared lists say belongs to each zone.
        badges: those of odd rows, by row id.
    """

    siblings: Mapping[str, Siblings]
    belongings: Belongings
    badges: Mapping[str, tuple[Mark, ...]]

    @classmethod
    def of(cls, catalogue: Catalogue, badges: Mapping[str, tuple[Mark, ...]]) -> Beside:
        """Of a whole catalogue."""
        return cls(siblings(catalogue), Belongings.of(catalogue), badges)

    def of_places(self, places: Places) -> list[object]:
        """What of it the pages of some places say that is not decided by the plans that name them."""
        zones = [
            (self.belongings.parts.get(key, ()), self.belongings.organisations.get(key, ()))
            for key in places.ids[ZONES]
        ]
        return [*(self.siblings.get(key) for key in places.ids[ORGANIZATIONS]), *zones]


def every(catalogue: Catalogue, restrictions: Restrictions) -> Iterator[Places]:
    """All organisations and zones, by city: its plans name those of its counties, and would be read again for each of them.

    Args:
        catalogue: the datasets, whole.
        restrictions: tells which of them each plan names.
    """
    named: dict[tuple[str, str], set[str]] = {}
    for plan_id in catalogue.plan_files:
        for table in HUBS:
            for key in restrictions.named(plan_id)[table]:
                named.setdefault((table, key), set()).add(plan_id)
    found: dict[str, dict[str, list[str]]] = {}
    for table in HUBS:
        for row in catalogue.rows(table):
            at = seat(catalogue, row)
            found.setdefault(at.id if at else "", {name: [] for name in HUBS})[table].append(row.text("id"))
    for code, ids in sorted(found.items()):
        plans = set[str]().union(*(named.get((table, key), ()) for table, keys in ids.items() for key in keys))
        yield Places(code, tuple(sorted(plans)), {table: tuple(keys) for table, keys in ids.items()})


def make(catalogue: Catalogue, places: Places, kit: Kit, beside: Beside, workplace: Workplace) -> None:
    """Makes their pages.

    Args:
        catalogue: holds the plans that name them, and nothing of other plans.
        places: whose pages.
        kit: what all parts are made with.
        beside: what is known of all plans.
        workplace: where the pages go.
    """
    context = PageContext(repository=stood_in(kit.repository), site_url=kit.site_url)
    heads = Heads(catalogue, kit.site_url, (), Scope((partial(facet_entries.of, places.ids),), kit.names))
    renderers = kit.frames.renderers(catalogue, context, beside.badges)
    bodies = organization.pages(renderers, places.ids[ORGANIZATIONS], beside.siblings)
    kit.frames.write(bodies, HUBS[ORGANIZATIONS], heads, workplace.site)
    kit.frames.write(zone.pages(renderers, places.ids[ZONES], beside.belongings), HUBS[ZONES], heads, workplace.site)


def names(catalogue: Catalogue, places: Places, kit: Kit) -> list[object]:
    """How often each of their names occurs over the whole site: it decides what a tab says."""
    rows = [(table, catalogue.row(table, key)) for table in HUBS for key in places.ids[table]]
    return [
        (counts[""][row.text(f"name_{lang}")], counts[f"{table}/"][row.text(f"name_{lang}")])
        for table, row in rows
        for lang, counts in kit.names.items()
        if row
    ]
