"""Indicators, each with its targets."""

from __future__ import annotations

from zoneledger.api.entities.entity import Entity, by_column
from zoneledger.problems import Text

ENTITY = Entity(
    folder="indicators",
    table="indicators",
    related="targets",
    belonging=by_column("targets", "indicator_id"),
    title=Text("一个指标和它的目标", "One indicator and its targets"),
)
