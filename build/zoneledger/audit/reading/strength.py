"""Reads how firmly a figure is promised.

确保, 必须 are firm, 力争 is a stretch, 计划, 争取, 原则上, 可 (as verbs) are tentative. A marker governs what follows up to ; or 。
or the next marker; one that opens its sentence, be it after a date, governs all the sentence's list.
"""

from __future__ import annotations

import re

from zoneledger.audit.reading.clause import Clause

_DOING = "实现|實現|投入|完成|新增|引进|引進|新建|建设|建設|建成|开工|開工|收储|收儲|达|達|培育|设立|設立|组织|組織|安排|供应|总投资"
_MARKERS = re.compile(
    r"(?P<firm>确保|確保|必须|必須|务必|務必|保证(?!金)|保證(?!金))|(?P<stretch>力争|力爭)"
    rf"|(?P<tentative>[计計][划劃](?={_DOING})|(?<!积极)(?<!積極)争取|(?<!积极)(?<!積極)爭取|原则上|原則上|可(?={_DOING}))"
)
_OPENING = re.compile(r"[—\-\s]*(?:[^,，]{0,8}[年末底前][^,，年]{0,4}[,，])?[^,，]{0,2}")


def read(clause: Clause) -> tuple[str, str]:
    """The strength of a figure, and the word that sets it (empty where there is none)."""
    before = clause.before
    found = [*_MARKERS.finditer(before)]
    if not found:
        return "unmarked", ""
    last = found[-1]
    ended = re.search("[;；]", before[last.end() :])
    if ended and not _OPENING.fullmatch(before[: last.start()]):
        return "unmarked", ""
    return str(last.lastgroup), last.group()
