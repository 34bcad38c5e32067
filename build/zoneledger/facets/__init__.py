"""Facets: the rows filed by year, strength, place, agency, organisation, indicator, industry and zone.

``kinds`` says, one module a facet, which rows a page holds; ``questions`` does the same for the ready questions;
``sheets`` says, one module a table, what the files of a page hold. Pages are made of the same filing, so that a page, its
files and its link into an explorer hold the same rows.
"""

from zoneledger.facets.extract import TABLES, extract
from zoneledger.facets.files import gather, gather_table, write
from zoneledger.facets.kind import Filed, Kind, file
from zoneledger.facets.kinds import KINDS

__all__ = ["KINDS", "TABLES", "Filed", "Kind", "extract", "file", "gather", "gather_table", "write"]
