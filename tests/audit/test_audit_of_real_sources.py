"""The texts of all eight plans are cut into their sections, and every list in them is read, with or without tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.audit import outline, printed_lists

COMPILATION = "four-plans-compilation.txt"

# file, from these words, to these, number of sections, a deep one, number of lists, the longest list's length
PLANS = [
    ("ganzhou-2020.txt", "为贯彻落实《江西省", "分享到:", 36, "三/(七)/18", 40, 9),
    ("zhumadian-2019.txt", "为深入贯彻落实国家、省", "标签:", 59, "三/(五)", 48, 11),
    ("nanchang-2019.txt", "2019年是新中国成立", "", 29, "五/(二)/2/(3)", 12, 7),
    (COMPILATION, "根據市委、市政府《關于實施產業鏈", "開發區高質量發展實施方案2\n", 16, "六/(三)", 0, 0),
    (COMPILATION, "為認真貫徹落實全省新型工業化", "開發區高質量發展實施方案3\n", 18, "二/(十)", 10, 13),
    (COMPILATION, "根據《福建省人民政府", "開發區高質量發展實施方案4\n", 25, "五/(二)", 20, 5),
    (COMPILATION, "為促進武漢東湖", "孵?", 13, "二/(三)/2", 7, 8),
    ("lianyungang-2022.txt", "为贯彻落实省市党代会精神", "扫一扫", 47, "二/(九)/31", 33, 12),
]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: f"{plan[0]}:{plan[1][:8]}")
def test_sections_and_lists(sources: Path, plan: tuple[str, str, str, int, str, int, int]) -> None:
    file, first, last, sections, deep, lists, longest = plan
    whole = (sources / file).read_text(encoding="utf-8")
    start = whole.index(first)
    text = whole[start : whole.index(last, start) if last else len(whole)]
    found = outline.read(text, ())
    assert "".join(unit.number + unit.text for unit in found.units) == text
    read = printed_lists.read(found)
    assert (len(found.units) - 1, len(read)) == (sections, lists)
    assert deep in found.by_locator
    assert max((len(item.items) for item in read), default=0) == longest
    assert not [listed.printed for item in read for listed in item.items if not 2 <= len(listed.printed) <= 30]
    if file != "zhumadian-2019.txt":
        # Its annex repeats its row numbers under headings that only the tables' locators tell apart.
        assert [locator for locator, units in found.by_locator.items() if len(units) > 1] == []


def test_the_heading_in_mid_line_is_found(sources: Path) -> None:
    text = (sources / "ganzhou-2020.txt").read_text(encoding="utf-8")
    unit = outline.read(text, ()).by_locator["三/(五)"][0]
    assert unit.heading == "实施要素支撑保障行动"
