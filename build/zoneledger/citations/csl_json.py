"""A CSL-JSON item, which Zotero, Mendeley, Pandoc and citeproc read: a list of one.

Source: Citation Style Language, CSL-JSON schema 1.0, https://github.com/citation-style-language/schema.
"""

from __future__ import annotations

import json
from typing import Any

from zoneledger.citations.cited import Cited

PUBLISHER = "ZoneLedger"
_REVISION = {"zh": "修订 {}：{}", "en": "Revision {}: {}"}
_LANGUAGE = {"zh": "zh-CN", "en": "en-GB"}


def cite(cited: Cited, accessed: str = "") -> str:
    """The item as JSON with two blanks a level.

    Args:
        cited: what is cited.
        accessed: the day on which the reader looked, as ``2026-11-22``; left out where it is empty.
    """
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "container-title": cited.container,
        "author": [{"literal": cited.author}],
        "issued": _date(cited.date),
        "accessed": _date(accessed) if accessed else "",
        "version": cited.version,
        "publisher": PUBLISHER,
        "URL": cited.address,
        "note": _REVISION[cited.lang].format(cited.revision, cited.fixed) if cited.revision else "",
        "language": _LANGUAGE[cited.lang],
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def _date(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
