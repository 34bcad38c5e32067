"""Reads the datasets into tables that remember which file and line each row came from."""

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.loading import load, load_plans, load_shared, remembered
from zoneledger.catalogue.records import Row, Table, Value
from zoneledger.catalogue.schemas import Field, TableSchema, load_schemas

__all__ = [
    "Catalogue",
    "Field",
    "Row",
    "Table",
    "TableSchema",
    "Value",
    "load",
    "load_plans",
    "load_schemas",
    "load_shared",
    "remembered",
]
