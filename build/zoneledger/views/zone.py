"""A development zone across plans: what it is, what it is part of, and what belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.name import Named, bilingual, enum, name, named
from zoneledger.views.place import city


@dataclass(frozen=True)
class ZoneView:
    """One row of ``zones``; the rows that name it are filed by ``zoneledger.facets``.

    Args:
        city: the prefecture it lies in, or its own jurisdiction where none is above it.
        part_of: the zone or group it belongs to.
        parts: the zones that belong to it.
        aliases: what plans also call it, as printed.
        plans: plans that are this zone's own, with their short titles.
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
    organisations: tuple[Named, ...]
    file: str
    line: int


@dataclass(frozen=True)
class Belongings:
    """What the shared lists say belongs to each zone, whatever plans say.

    Args:
        parts: zones, by the zone they are part of.
        organisations: bodies, by their zone.
    """

    parts: Mapping[object, tuple[Named, ...]]
    organisations: Mapping[object, tuple[Named, ...]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Belongings:
        """Reads the lists of zones and of organisations once each."""
        return cls(
            _named(_pointing(catalogue, "zones", "part_of"), "name"),
            _named(_pointing(catalogue, "organizations", "zone_id"), "name"),
        )


def zones(
    catalogue: Catalogue, only: Collection[str] | None = None, belongings: Belongings | None = None
) -> tuple[ZoneView, ...]:
    """Every zone, by city and id.

    Args:
        catalogue: checked datasets.
        only: the ids of those asked for; all by default.
        belongings: of the whole lists, where the catalogue holds only a part of them.
    """
    own = belongings or Belongings.of(catalogue)
    plans = _named(_pointing(catalogue, "plans", "zone_id"), "short_title")
    views = (
        _zone(catalogue, row, own, plans.get(row["id"], ()))
        for row in catalogue.rows("zones")
        if only is None or row["id"] in only
    )
    return tuple(sorted(views, key=lambda view: (view.city.id, view.id)))


def _zone(catalogue: Catalogue, row: Row, own: Belongings, plans: tuple[Named, ...]) -> ZoneView:
    return ZoneView(
        id=row.text("id"),
        name=bilingual(row, "name"),
        zone_class=enum(catalogue, "zones", "zone_class", row),
        zone_type=enum(catalogue, "zones", "zone_type", row),
        jurisdiction=name(catalogue, "jurisdictions", row["jurisdiction_code"]),
        city=city(catalogue, row.text("jurisdiction_code")),
        part_of=named(catalogue, "zones", row["part_of"]),
        parts=own.parts.get(row["id"], ()),
        aliases=tuple(alias for alias in row.text("aliases").split("|") if alias),
        plans=plans,
        organisations=own.organisations.get(row["id"], ()),
        file=row.file,
        line=row.line,
    )


def _named(pointing: Mapping[object, list[Row]], column: str) -> dict[object, tuple[Named, ...]]:
    return {key: tuple(Named(row.text("id"), bilingual(row, column)) for row in rows) for key, rows in pointing.items()}


def _pointing(catalogue: Catalogue, table: str, column: str) -> dict[object, list[Row]]:
    """The rows of a table by what one of their columns points to."""
    found: dict[object, list[Row]] = {}
    for row in catalogue.rows(table):
        if row[column] is not None:
            found.setdefault(row[column], []).append(row)
    return found
