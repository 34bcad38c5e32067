"""Zones, each with the targets that name it; targets of all zones, or of a class of them, name none."""

from __future__ import annotations

from zoneledger.api.entities.entity import Belonging, Entity
from zoneledger.api.publication import Publication
from zoneledger.problems import Text


def _belonging(publication: Publication, plan_id: str) -> Belonging:
    targets = {record.cells["id"]: place for place, record in enumerate(publication.of_plan("targets", plan_id))}
    found: Belonging = {}
    for link in publication.of_plan("target_zones", plan_id):
        found.setdefault(link.cells["zone_id"], []).append(targets[link.cells["target_id"]])
    return found


ENTITY = Entity(
    folder="zones",
    table="zones",
    related="targets",
    belonging=_belonging,
    title=Text("一个开发区和点了它名的目标", "One zone and the targets that name it"),
)
