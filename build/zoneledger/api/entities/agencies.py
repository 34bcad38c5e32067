"""Agency types, each with its organisations; their duties stand in the files of these."""

from __future__ import annotations

from zoneledger.api.entities.entity import Entity, by_column
from zoneledger.problems import Text

ENTITY = Entity(
    folder="agencies",
    table="agency_types",
    related="organizations",
    belonging=by_column("organizations", "agency_type_id"),
    title=Text("一类部门和属于它的单位", "One agency type and its organisations"),
    always_has_page=False,
)
