"""The numbers that Chinese official documents print before their headings, in every form the plans use."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Where nothing is open above: the plan itself.
ROOT = (-1, 0)
#: An annex closes everything before it.
ANNEX = (0, 0)

_HAN = "[一二三四五六七八九十百]+"
# The order of the forms is the conventional one (第一章 > 第一节 > 一、 > (一) > 1. > (1) > ①): it decides what lies under what.
_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"(第{_HAN}(?:章|编|編|篇|部分))")),
    (2, re.compile(rf"(第{_HAN}[节節])")),
    (3, re.compile(rf"(第{_HAN}[条條])")),
    # 一、二、三产业 at a line's head is a list of words, not a heading.
    (3, re.compile(rf"({_HAN})、(?!{_HAN}、)")),
    (4, re.compile(rf"[(（]({_HAN})[)）]")),
    # 1.5亿元 at a line's head is a figure.
    (5, re.compile(r"(\d{1,3})[.．、](?!\d)")),
    (6, re.compile(r"[(（](\d{1,3})[)）]")),
    (7, re.compile(r"([①-⑳])")),
    (7, re.compile(r"(\d{1,3})[)）]")),
)
_BRACKETED = {4: "({})", 6: "({})"}
#: A table's row number stands alone on its line.
BARE = re.compile(r"(\d{1,3})$")
_ANNEX = re.compile(r"(附件[0-9一二三四五六七八九十]*)(?:[:：](.*))?$")


class Number(NamedTuple):
    """A printed heading number.

    Args:
        level: how deep it lies; a larger one lies under a smaller one.
        segment: its part of a locator, brackets half-width, closing mark dropped: ``三``, ``(一)``, ``2``.
        printed: the number as printed: ``三、``, ``(一)``, ``2.``.
    """

    level: tuple[int, int]
    segment: str
    printed: str


def at_head(line: str) -> Number | None:
    """The heading number at the very start of a line's text, if there is one."""
    for rank, form in _FORMS:
        match = form.match(line)
        if match:
            segment = _BRACKETED.get(rank, "{}").format(match.group(1))
            if rank == 7 and match.group(1).isdecimal():
                segment += ")"
            return Number((rank, 0), segment, match.group(0))
    return None


def annex_row(line: str) -> Number | None:
    """The row number of an annex table, where each cell stands on a line of its own."""
    match = BARE.match(line)
    return Number((5, 0), match.group(1), match.group(1)) if match else None


def annex_heading(line: str) -> tuple[str, bool] | None:
    """Whether a line opens an annex: its locator segment, and whether it stands alone (``附  件``) or with a title."""
    match = _ANNEX.match("".join(line.split()))
    return (match.group(1), not match.group(2)) if match else None
