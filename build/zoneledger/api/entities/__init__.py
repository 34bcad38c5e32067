"""Things that have files of their own, one module a kind, named after its folder."""

from __future__ import annotations

from zoneledger.api.entities import agencies, indicators, organizations, zones
from zoneledger.api.entities.entity import Entity

__all__ = ["ENTITIES", "Entity"]

ENTITIES: tuple[Entity, ...] = (agencies.ENTITY, organizations.ENTITY, indicators.ENTITY, zones.ENTITY)
