"""Organisations, each with its duties."""

from __future__ import annotations

from zoneledger.api.entities.entity import Entity, by_column
from zoneledger.problems import Text

ENTITY = Entity(
    folder="organizations",
    table="organizations",
    related="responsibilities",
    belonging=by_column("responsibilities", "organization_id"),
    title=Text("一家单位和它的责任", "One organisation and its duties"),
)
