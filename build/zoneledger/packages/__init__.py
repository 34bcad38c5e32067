"""Publishes the datasets whole and by plan: as Data Packages of CSV files, and in every other format.

``plan_files`` makes what is about one plan, and its part of the whole; ``shared_part`` that of the shared lists; ``gather``
puts the whole together from the parts. ``write`` does all of it for datasets in memory.
"""

from zoneledger.packages import manifest
from zoneledger.packages.download import Download, Output
from zoneledger.packages.formats import FORMATS, Format
from zoneledger.packages.outputs import PLAN_FORMATS
from zoneledger.packages.package import site_address
from zoneledger.packages.plans import PlanFiles, every_format, plan_files, shared_part
from zoneledger.packages.tables import PublishedTable
from zoneledger.packages.whole import gather
from zoneledger.packages.write import write, write_outputs

__all__ = [
    "FORMATS",
    "PLAN_FORMATS",
    "Download",
    "Format",
    "Output",
    "PlanFiles",
    "PublishedTable",
    "every_format",
    "gather",
    "manifest",
    "plan_files",
    "shared_part",
    "site_address",
    "write",
    "write_outputs",
]
