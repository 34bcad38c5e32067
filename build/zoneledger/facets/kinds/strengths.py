"""By strength: how firmly a target is promised."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import Kind, by_column
from zoneledger.problems import Text


def _names(catalogue: Catalogue) -> dict[str, Text]:
    field = catalogue.schemas["targets"].by_name["strength"]
    return {key: field.label(key) for key in field.enum}


KIND = Kind("strengths", _names, {"targets": by_column("strength")}, {"targets": "strength"})
