"""A development zone across plans: what it is, what it is part of, and every row that names it."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.name import Named, bilingual, enum, name, named
from zoneledger.views.place import city
from zoneledger.views.provision import Provision, industry, project
from zoneledger.views.target import TargetView, target


@dataclass(frozen=True)
class ZoneView:
    """One row of ``zones`` with all that hangs on it.

    Args:
        city: the prefecture it lies in, or its own jurisdiction where none is above it.
        part_of: the zone or group it belongs to.
        parts: the zones that belong to it.
        aliases: what plans also call it, as printed.
        plans: plans that are this zone's own, with their short titles.
        targets, projects, industries: rows that name it, by plan and as printed.
        organisations: bodies that belong to it.
    """

    id: str
    name: Text
    zone_class: Text
    zone_type: Text
    jurisdiction: Text
    city: Named
    part_of: Named | None
    parts: tuple[Named, ...]
    aliases: tuple[str, ...]
    plans: tuple[Named, ...]
    targets: tuple[TargetView, ...]
    projects: tuple[Provision, ...]
    industries: tuple[Provision, ...]
    organisations: tuple[Named, ...]
    file: str
    line: int

    @property
    def pairs(self) -> tuple[tuple[TargetView, None], ...]:
        """Its targets in the shape of a list of commitments; figures stay in the units printed."""
        return tuple((aim, None) for aim in self.targets)


def zones(catalogue: Catalogue) -> tuple[ZoneView, ...]:
    """Every zone, by city and id."""
    parts, plans = _pointing(catalogue, "zones", "part_of"), _pointing(catalogue, "plans", "zone_id")
    projects, industries = (
        _pointing(catalogue, "projects", "zone_id"),
        _pointing(catalogue, "plan_industries", "zone_id"),
    )
    bodies = _pointing(catalogue, "organizations", "zone_id")
    aims: dict[object, list[Row]] = {}
    for link in catalogue.rows("target_zones"):
        aim = catalogue.row("targets", link["target_id"])
        if aim is not None:
            aims.setdefault(link["zone_id"], []).append(aim)
    views = (
        ZoneView(
            id=row.text("id"),
            name=bilingual(row, "name"),
            zone_class=enum(catalogue, "zones", "zone_class", row),
            zone_type=enum(catalogue, "zones", "zone_type", row),
            jurisdiction=name(catalogue, "jurisdictions", row["jurisdiction_code"]),
            city=city(catalogue, row.text("jurisdiction_code")),
            part_of=named(catalogue, "zones", row["part_of"]),
            parts=tuple(Named(part.text("id"), bilingual(part, "name")) for part in parts.get(row["id"], ())),
            aliases=tuple(alias for alias in row.text("aliases").split("|") if alias),
            plans=tuple(Named(own.text("id"), bilingual(own, "short_title")) for own in plans.get(row["id"], ())),
            targets=tuple(target(catalogue, aim) for aim in aims.get(row["id"], ())),
            projects=tuple(project(catalogue, found) for found in projects.get(row["id"], ())),
            industries=tuple(industry(catalogue, found) for found in industries.get(row["id"], ())),
            organisations=tuple(Named(body.text("id"), bilingual(body, "name")) for body in bodies.get(row["id"], ())),
            file=row.file,
            line=row.line,
        )
        for row in catalogue.rows("zones")
    )
    return tuple(sorted(views, key=lambda view: (view.city.id, view.id)))


def _pointing(catalogue: Catalogue, table: str, column: str) -> dict[object, list[Row]]:
    """The rows of a table by what one of their columns points to."""
    found: dict[object, list[Row]] = {}
    for row in catalogue.rows(table):
        if row[column] is not None:
            found.setdefault(row[column], []).append(row)
    return found
