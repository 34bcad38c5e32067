"""Where a zone or an organisation sits: the prefecture above its jurisdiction."""

from __future__ import annotations

from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row
from zoneledger.views.name import Named, bilingual, name, named


@dataclass(frozen=True)
class Place:
    """What there is in a city beside the rows of its plans.

    Args:
        plans: plans of the very jurisdiction, with their short titles.
        zones: development zones in the city, those of its counties included.
        organisations: bodies of the city, likewise, by agency type; under None those without one.
    """

    plans: list[Named] = field(default_factory=list)
    zones: list[Named] = field(default_factory=list)
    organisations: dict[Named | None, list[Named]] = field(default_factory=dict)

    @property
    def bodies(self) -> int:
        """How many organisations there are."""
        return sum(map(len, self.organisations.values()))

    def first(self, most: int) -> dict[Named | None, list[Named]]:
        """The first organisations over all types, and no type without one."""
        found: dict[Named | None, list[Named]] = {}
        for kind, bodies in self.organisations.items():
            if most > 0:
                found[kind] = bodies[:most]
                most -= len(found[kind])
        return found


def places(catalogue: Catalogue) -> dict[str, Place]:
    """The cities by code; each table is read once. What sits nowhere is filed under the empty code."""
    found: dict[str, Place] = {}
    for row in catalogue.rows("plans"):
        place = found.setdefault(row.text("jurisdiction_code"), Place())
        place.plans.append(Named(row.text("id"), bilingual(row, "short_title")))
    for table in ("zones", "organizations"):
        for row in catalogue.rows(table):
            at = seat(catalogue, row)
            place = found.setdefault(at.id if at else "", Place())
            own = Named(row.text("id"), bilingual(row, "name"))
            if table == "zones":
                place.zones.append(own)
            else:
                place.organisations.setdefault(named(catalogue, "agency_types", row["agency_type_id"]), []).append(own)
    return found


def seat(catalogue: Catalogue, row: Row) -> Named | None:
    """The city of a row of ``zones`` or ``organizations``; a body of a zone sits where the zone does.

    None where neither a jurisdiction nor a zone is given.
    """
    zone = catalogue.row("zones", row.values.get("zone_id"))
    code = row.text("jurisdiction_code") or (zone.text("jurisdiction_code") if zone else "")
    return city(catalogue, code) if code else None


def city(catalogue: Catalogue, code: str) -> Named:
    """The prefecture above a jurisdiction, or the jurisdiction itself where it is one or has none."""
    seen, above = set(), code
    while above and above not in seen:
        seen.add(above)
        row = catalogue.row("jurisdictions", above)
        if row is not None and row["level"] == "prefecture":
            return Named(above, bilingual(row, "name"))
        above = row.text("parent_code") if row else ""
    return Named(code, name(catalogue, "jurisdictions", code))


def province(catalogue: Catalogue, code: str) -> str:
    """The code of the province above a jurisdiction, or its own where it is one; empty where there is none above it."""
    seen, above = set(), code
    while above and above not in seen:
        seen.add(above)
        row = catalogue.row("jurisdictions", above)
        if row is not None and row["level"] == "province":
            return above
        above = row.text("parent_code") if row else ""
    return ""
