"""Reads whether a figure is due once, every year, or as a yearly average.

年均 in the figure's own segment makes it an annual average. 每年, 每半年, 每季度 before it in the clause (up to ;)
make it annual, unless a deadline stands between; so does 2021年以后: a level that holds from then on. 每年增长, 每年下降 speak of
their own figure alone.
"""

from __future__ import annotations

import re

from zoneledger.audit.reading.clause import Clause

_AVERAGE = re.compile("年均|年平均|平均每年")
_EVERY = re.compile(r"每年|每半年|每季|每月|逐年|各年度")
_SINCE = re.compile(r"[0-9]{4}年(?:以后|以後|之后|以来|起)")
_DEADLINE = re.compile(r"(?:19|20)[0-9xX]{2}年|十[三四五六]五.?末")
_GROWTH = re.compile("每年(?=增[长長加]|[递遞]增|提高|下降|降低|[减減]少)")
_PART = re.compile("[;；]")


def read(clause: Clause) -> str:
    """The recurrence of a figure."""
    if _AVERAGE.search(clause.segment):
        return "annual_average"
    part = _PART.split(clause.before)[-1]
    if _GROWTH.search(clause.segment):
        return "annual"
    every = [*_EVERY.finditer(_GROWTH.sub("----", part)), *_SINCE.finditer(part)]
    if not every:
        return "once"
    last = max(every, key=lambda match: match.end())
    return "once" if _DEADLINE.search(part, last.end()) else "annual"
