"""Calendars that a reader subscribes to: deadlines of targets, dated tasks, and how often plans are steered (RFC 5545).

``extract`` reads one plan's dated rows, ``join`` makes calendars of what the plans have, ``gather`` does both for datasets
in memory; ``write`` writes the whole, a calendar a plan and one an agency type, in both languages. What a calendar cannot
say exactly it says in words: ``days`` and ``recurrence`` hold the rules by which a row gets a day. Rows without any date are
left out and counted.
"""

from zoneledger.feeds.calendars import Calendar, Calendars, gather
from zoneledger.feeds.extract import Extract, Head, extract, join
from zoneledger.feeds.files import said, write

__all__ = ["Calendar", "Calendars", "Extract", "Head", "extract", "gather", "join", "said", "write"]
