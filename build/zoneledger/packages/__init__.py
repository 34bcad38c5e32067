"""Publishes the datasets as Data Packages: whole and by plan, as folders and as ZIP archives."""

from zoneledger.packages.tables import PublishedTable
from zoneledger.packages.write import Download, write

__all__ = ["Download", "PublishedTable", "write"]
