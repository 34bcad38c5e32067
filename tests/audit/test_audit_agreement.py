"""A figure is read together with the unit that follows it in the source."""

from __future__ import annotations

import pytest

from zoneledger.audit.agreement import read
from zoneledger.audit.anchors import Spot
from zoneledger.audit.outline import Unit


def measured(text: str, printed: str) -> list[tuple[float, int, bool]]:
    start = text.index(printed)
    found = read(Spot(Unit("一", "一、", 0, text, ""), start, start + len(printed)))
    return [(float(item.figure.low), item.magnitude, item.percent) for item in found]


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("超5000亿元。", "5000亿元", [(5000, 10**8, False)]),
        ("超5000亿元。", "5000", [(5000, 10**8, False)]),
        ("12.5万元", "12.5万元", [(12.5, 10**4, False)]),
        ("1000万平方米", "1000万平方米", [(1000, 10**4, False)]),
        ("60%以上", "60%以上", [(60, 1, True)]),
        ("60%以上", "60", [(60, 1, True)]),
        ("5个百分点", "5个百分点", [(5, 1, True)]),
        ("百亿产业", "百亿", [(100, 10**8, False)]),
        ("千億級", "千億級", [(1000 * 10**8, 1, False)]),
        ("分别达到50、20亿元", "50、20亿元", [(50, 10**8, False), (20, 10**8, False)]),
        ("分别达到50、20亿元", "50", [(50, 10**8, False)]),
        ("90、60%和3家", "90、60%和3家", [(90, 1, True), (60, 1, True), (3, 1, False)]),
        ("1家、20家", "1家、20家", [(1, 1, False), (20, 1, False)]),
        ("全覆盖", "全覆盖", [(100, 1, True)]),
        ("一半以上", "一半以上", [(50, 1, True)]),
        ("翻番", "翻番", [(2, 1, False)]),
        ("30家\n5亿元", "30", [(30, 1, False)]),
        ("高于全省平均水平", "高于全省平均水平", []),
    ],
)
def test_figures_with_their_units(text: str, printed: str, expected: list[tuple[float, int, bool]]) -> None:
    assert measured(text, printed) == expected
