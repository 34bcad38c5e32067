"""Reads whether a figure is a floor, a ceiling, an excess or the thing itself.

A range is ``between``. Else, in this order: 左右, 上下 after it ``approx``; 以内, 以下 ``le``; 超, 突破, 高于 right before it
``gt``; 前N名, N强, 不超过, 最高 ``le``; 低于 ``lt``; 以上 after it, 不低于, 达, 达到 right before it, 至少 in its segment ``ge``;
约, 近 before it ``approx``; nothing of the kind ``eq``. What stands before or after a list holds for all its members.
"""

from __future__ import annotations

import re

from zoneledger.audit.reading.clause import Clause

_UNIT = r"[^0-9,，。;；:：、(（)）\n]{0,6}?"
_AFTER = (
    ("approx", re.compile(rf"{_UNIT}(?:左右|上下)")),
    ("le", re.compile(rf"{_UNIT}(?:以内|以內|之内|之內|以下)|\s*[个個]?(?:年|月|日|天|工作日)[内內]")),
)
# Between a marker and its figure only these may stand: 至少有一家, 达到了5个, 分别超过.
_LINK = r"(?:[有到了至约]|平均|分别|分別|全省|全国|全國|全市)?$"
_BEFORE = (
    ("le", re.compile(rf"(?:不超过|不超過|不高于|不高於|不多于|控制在|前){_LINK}|最[高多](?:支持|[奖獎][励勵]|[补補]助|[给給]予|不超[过過])?$")),
    # 不低于所在地标准的70%: the floor may be named before its share
    ("ge", re.compile(rf"不(?:得)?[低少小][于於](?:{_LINK}|[^,，;；]*的$)")),
    ("gt", re.compile(rf"(?:超过|超過|超|突破|高于|高於|大于|多于|[过過](?=$)){_LINK}")),
    ("lt", re.compile(rf"(?:[低少小][于於]|不足|不到){_LINK}")),
)
_TOP = re.compile(r"\s*[强強]")
_MORE = re.compile(rf"{_UNIT}(?:及)?以上")
_REACH = re.compile(rf"(?:达到|達到|达|達|至少){_LINK}")
_ABOUT = re.compile("(?:大约|大約|约|約|近|接近)$")
_RISE = ("零的突破", "零突破")


def read(clause: Clause, is_range: bool) -> str:
    """The comparator of a figure."""
    if is_range:
        return "between"
    if clause.shown in _RISE:
        return "gt"
    for comparator, pattern in _AFTER:
        if pattern.match(clause.tail):
            return comparator
    lead = clause.lead.rstrip()
    before = next((comparator for comparator, pattern in _BEFORE if pattern.search(lead)), None)
    if before is not None or _TOP.match(clause.after):
        return before or "le"
    if _MORE.match(clause.tail) or _REACH.search(lead) or "至少" in clause.segment:
        return "ge"
    return "approx" if _ABOUT.search(lead) else "eq"


def of_distance(printed: str) -> str:
    """The comparator of a distance without a figure: 高于全省平均."""
    if re.search("不(?:得)?低[于於]", printed):
        return "ge"
    return "lt" if re.search("低[于於]", printed) else "gt"
