"""ZoneLedger: what Chinese development zones promised, by whom, by when, and where it says so.

One direction: datasets → catalogue → check → views → charts, pages, packages, search → dist.
"""

__version__ = "0.1.0"
