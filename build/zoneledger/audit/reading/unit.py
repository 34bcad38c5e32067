"""Reads what a figure is counted in, from the word that follows it, in either script."""

from __future__ import annotations

import re

from zoneledger.audit.reading.clause import Clause

_FOLD = str.maketrans("個項畝戶億萬處條輛內強點類員", "个项亩户亿万处条辆内强点类员")
_MAGNITUDE = re.compile(r"[%％]?[十百千]?[万亿]*")
# What is printed → the units (their symbols without 万, 亿) that may stand for it.
_WORDS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (printed, frozenset(symbols.split()))
    for printed, symbols in (
        ("个百分点", "个百分点"), ("个工作日", "工作日"), ("工作日", "工作日"), ("个月", "个月"), ("平方公里", "平方公里"), ("平方米", "平方米"),
        ("平米", "平方米"), ("美元", "美元"), ("元/亩", "元/亩"), ("元", "元 元/亩"), ("亩", "亩"), ("家", "家"), ("户", "家 户"), ("个", "个"),
        ("大", "个"), ("项", "项"), ("名", "名 人"), ("位", "位"), ("人", "人"), ("强", "名次"), ("处", "处"), ("件", "件"),
        ("条", "个 条"), ("辆", "辆"), ("倍", "倍"), ("年", "年"), ("天", "天"), ("座", "个"), ("支", "个"),
    )
)  # fmt: skip
_SHARE = frozenset("%")
_MULTIPLE = re.compile("翻.*番|翻番|倍增|翻倍")
# 前20名, 第二; 至少进1位, but not 引进1家
_RANKED = re.compile("[第前]$")
_RISEN = re.compile("(?:[進进升]|前移)$")
_FIRST = ("零的突破", "零突破")
_PER_MU = re.compile("亩均|畝均|每亩|每畝|/亩|/畝")


def read(clause: Clause) -> frozenset[str] | None:
    """The symbols, without 万 and 亿, of the units a figure may be in; None where nothing tells."""
    shown = clause.shown
    if shown in _FIRST:
        return None
    if _MULTIPLE.fullmatch(shown):
        return frozenset(("倍",))
    if shown.endswith(("%", "％")) or shown.startswith("百分之") or not re.search("[0-9０-９零〇一二两兩三四五六七八九十百千万萬亿億]", shown):
        return _SHARE
    if shown[:1] == "应" or shown.startswith(("一半", "过半", "過半")):
        return _SHARE
    if _RANKED.search(clause.segment) or (_RISEN.search(clause.segment) and clause.after.startswith("位")):
        return frozenset(("名次",))
    follows = clause.after if _joined(clause.after) is None else clause.tail
    return _word(clause, shown.translate(_FOLD), follows.translate(_FOLD))


def _joined(after: str) -> re.Match[str] | None:
    """A bare number before a joining mark takes the unit that closes its list: 50、20亿元."""
    return re.match("[、和及与與或][0-9]", after)


def _word(clause: Clause, shown: str, follows: str) -> frozenset[str] | None:
    magnitude = _MAGNITUDE.match(follows)
    rest = follows[magnitude.end() :] if magnitude else follows
    if follows[:1] in ("%", "％"):
        return _SHARE
    whole = shown + follows[: magnitude.end() if magnitude else 0]
    for printed, symbols in _WORDS:
        # 五大产业, but not 百亿大健康产业
        if rest.startswith(printed) and not (printed == "大" and whole.endswith("亿")):
            return _per_mu(clause, rest, symbols) if printed == "元" else symbols
    # 500亿规模, 百亿产业集群: sums of money whose 元 is left out
    return frozenset(("元",)) if whole.endswith("亿") else None


def _per_mu(clause: Clause, rest: str, symbols: frozenset[str]) -> frozenset[str]:
    return frozenset(("元/亩",)) if _PER_MU.search(clause.segment) or rest.startswith("元/亩") else symbols - {"元/亩"}


def core(symbol: str) -> str:
    """A unit's symbol without its 万 or 亿."""
    return re.sub("^[十百千万亿]+", "", symbol)
