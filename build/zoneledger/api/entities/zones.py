"""Zones, each with the targets that name it; targets of all zones, or of a class of them, name none."""

from __future__ import annotations

from zoneledger.api.entities.entity import Belonging, Entity
from zoneledger.api.publication import Publication
from zoneledger.packages.tables import cell
from zoneledger.problems import Text


def _belonging(publication: Publication) -> Belonging:
    targets = dict(publication.records("targets"))
    table = publication.tables["target_zones"]
    target_id, zone_id = (table.schema.by_name[name] for name in ("target_id", "zone_id"))
    found: Belonging = {}
    for link in table.records:
        found.setdefault(cell(link, zone_id), []).append(targets[cell(link, target_id)])
    return found


ENTITY = Entity(
    folder="zones",
    table="zones",
    related="targets",
    belonging=_belonging,
    title=Text("一个开发区和点了它名的目标", "One zone and the targets that name it"),
)
