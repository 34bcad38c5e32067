"""Publishes the datasets whole and by plan: as Data Packages of CSV files, and in every other format."""

from zoneledger.packages import manifest
from zoneledger.packages.formats import FORMATS, Format
from zoneledger.packages.outputs import PLAN_FORMATS, Download
from zoneledger.packages.tables import PublishedTable
from zoneledger.packages.write import write

__all__ = ["FORMATS", "PLAN_FORMATS", "Download", "Format", "PublishedTable", "manifest", "write"]
