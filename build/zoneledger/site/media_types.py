"""Media types of files that servers do not know by themselves, so that browsers and clients get them as what they are.

Source: the IANA registry of media types; JSON Lines has no entry in it, https://jsonlines.org.
"""

from __future__ import annotations

#: By the ending of a file's name, without its point.
MEDIA_TYPES = {
    "cff": "application/yaml",
    "ics": "text/calendar; charset=utf-8",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
