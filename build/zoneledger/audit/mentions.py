"""Every figure that a text prints, whatever it stands for: the audit of completeness starts from these.

Wider than ``zoneledger.figures``, which reads the value of a stretch already known to hold one. Found are Arabic numerals
(full-width and circled ones too) with ranges and formulas (3-5, 1+3, 1∶1), blanked ones (20xx), dates, every Chinese
numeral outside the words of ``idioms``, ordinals, and words that state a figure without a numeral (翻番, 全覆盖, 全部, 一半).
One mention is what is one figure to a reader: a range, a date, a document's number, a set phrase (两城两谷两带, 九通一平).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from zoneledger import figures
from zoneledger.audit import idioms

_HAN = "零〇一二两兩三四五六七八九十百千万萬亿億"
_UNITARY = "一二两兩三四五六七八九十"
_COUNTERS = "个個家项項名位倍条條次年月日天元亩畝户戶人处處支件所座期批类類级級成强強轮輪点點号號"
_DASH = r"\s*(?:[-–—~～〜−至到]|——)\s*"
_YEAR = r"(?:19|20)(?:[0-9]{2}|[xX]{2})"
_DAY = r"(?:\s*[0-9]{1,2}\s*[日号號])"
_MONTH = r"\s*(?:1[0-2]|0?[1-9])\s*月(?:份)?"

_DATES = "|".join(
    [
        rf"{_YEAR}\s*年?{_DASH}{_YEAR}(?=\s*年|[)）])",
        rf"{_YEAR}\s*年(?:{_MONTH}{_DAY}?)?",
        rf"{_YEAR}{_MONTH}",
        rf"(?<![0-9.])(?:1[0-2]|0?[1-9])\s*月(?:{_DAY}|(?=[底末前初]))",
        "十[二三四五六]五",
    ]
)
_WORDS = "|".join(
    [
        "翻[一两兩二三四]?番|翻[一两兩二三四五六七八九十0-9]+倍|翻倍|成倍|倍增",
        "零的?突破|[清归歸]零",
        "全覆[盖蓋]|百分[之]?百|[应應](?P<all>.)[尽盡](?P=all)",
        "全部|所有(?![制权權者])|一半|[过過]半|半[数數]|大半|半(?=年)",
        "首位(?![产產度引])|居首(?!位)|榜首",
    ]
)
_DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_ARABIC = "|".join(
    [
        rf"〔\s*{_YEAR}\s*〕\s*[0-9]+(?=\s*[号號])",
        r"[0-9]+(?:[++][0-9a-zA-Z]+)+",
        r"[0-9]+[:∶:][0-9]+",
        "20[xX]{2}[万萬亿億]*",
        rf"{_DIGITS}%?(?:{_DASH}{_DIGITS})?%?[万萬亿億]*",
        "[¼½¾Ⅰ-ⅻ㈠-㈩㊀-㊉]",
    ]
)
_CHINESE = "|".join(
    [
        rf"百分之[{_HAN}点點]+",
        # 两城两谷两带, 九通一平, 一企一策: one set phrase
        rf"(?:[{_UNITARY}](?![{_COUNTERS}{_HAN}])[一-鿿]){{2,}}",
        rf"[{_HAN}]+(?:{_DASH}[{_HAN}]+|、(?=[{_HAN}]+[{_COUNTERS}])[{_HAN}]+)?",
    ]
)
_PATTERN = re.compile(
    rf"(?P<points>{idioms.POINTS})|(?P<date>{_DATES})|(?P<idiom>{idioms.PATTERN})|(?P<word>{_WORDS})"
    rf"|(?P<arabic>{_ARABIC})|(?P<chinese>{_CHINESE})"
)
_LATER = {"十二五": "2015", "十三五": "2020", "十四五": "2025", "十五五": "2030", "十六五": "2035"}


@dataclass(frozen=True)
class Mention:
    """One figure as printed.

    Args:
        start, end: its span in the text, in characters.
        text: what is printed there.
        date: the EDTF date it names (a range's last year; ``--07`` where the year is left out), else empty.
    """

    start: int
    end: int
    text: str
    date: str = ""

    @cached_property
    def values(self) -> frozenset[object]:
        """What it may state: its value multiplied out, or its wording where it has no value of its own."""
        found = figures.find(self.text if not self.text[-1:].isnumeric() else f"{self.text}个")
        if len(found) != 1:
            return frozenset([self.text])
        only = found[0]
        # 一半 is 50 %, which is not the 50 of 前50名
        share = "%" in self.text or "％" in self.text or self.text in figures.WORDS
        return frozenset([(share, only.low * only.scale, None if only.high is None else only.high * only.scale)])


@lru_cache(maxsize=16384)
def find(text: str) -> tuple[Mention, ...]:
    """Every figure of a text, in order, none overlapping another.

    >>> [mention.text for mention in find("到2022年,建成3-5个千亿级园区,统一推进“两城两谷”,实现全覆盖")]
    ['2022年', '3-5', '千亿', '两城两谷', '全覆盖']
    """
    folded = figures.fold(text)
    found = []
    for match in _PATTERN.finditer(folded):
        if match["points"] is None and match["idiom"] is None:
            start, end = match.span()
            found.append(Mention(start, end, text[start:end], _edtf(match.group()) if match["date"] else ""))
    return tuple(found)


def _edtf(printed: str) -> str:
    """The EDTF form of a printed date; a range gives the year it ends in."""
    if printed in _LATER:
        return _LATER[printed]
    years = re.findall(_YEAR, printed)
    if len(years) == 2:
        return str(years[1]).upper()
    year = years[0].upper() if years else "-"
    rest = printed.replace(years[0], "", 1) if years else printed
    parts = [f"{int(part):02}" for part in re.findall("[0-9]+", rest)]
    return "-".join([year, *parts])


def same_date(stored: str, printed: str) -> bool:
    """Whether a stored EDTF date is the printed one; a printed one may leave out its year."""
    if printed.startswith("-"):
        return stored.split("-", 1)[1:] == [printed.removeprefix("--")]
    return stored.upper() == printed.upper()
