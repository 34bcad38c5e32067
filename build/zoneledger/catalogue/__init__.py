"""Reads the datasets into tables that remember which file and line each row came from."""

from zoneledger.catalogue.catalogue import Catalogue, load
from zoneledger.catalogue.records import Row, Table, Value
from zoneledger.catalogue.schemas import Field, TableSchema, load_schemas

__all__ = ["Catalogue", "Field", "Row", "Table", "TableSchema", "Value", "load", "load_schemas"]
