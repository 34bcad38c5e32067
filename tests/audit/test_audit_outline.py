"""A text is cut into units in every form of numbering that the plans use."""

from __future__ import annotations

import pytest

from zoneledger.audit import outline
from zoneledger.audit.numbering import at_head


def locators(text: str, *used: str) -> list[str]:
    return [unit.locator for unit in outline.read(text, used).units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前言\n一、甲\n(一)乙\n1.丙\n(1)丁\n①戊", ["一", "一/(一)", "一/(一)/1", "一/(一)/1/(1)", "一/(一)/1/(1)/①"]),
        ("一、甲\n1、乙\n2、丙\n二、丁\n1、戊", ["一", "一/1", "一/2", "二", "二/1"]),
        ("一、甲\n(一)乙\n1.丙\n(二)丁\n2.戊", ["一", "一/(一)", "一/(一)/1", "一/(二)", "一/(二)/2"]),
        ("一、甲\n(一)乙\n二、丙\n(一)丁", ["一", "一/(一)", "二", "二/(一)"]),
        ("第一章 甲\n第一节 乙\n第一条 丙\n第二章 丁", ["第一章", "第一章/第一节", "第一章/第一节/第一条", "第二章"]),
        ("一、總體要求\n(一)發展目標\n十一、組織", ["一", "一/(一)", "十一"]),
        ("一、甲\n（一）乙", ["一", "一/(一)"]),
        (" \u3000一、甲\n\u00a0(一)乙", ["一", "一/(一)"]),
        ("一、甲\n2019年是关键\n1.5亿元\n100家企业\n一是乙\n一、二、三产业", ["一"]),
    ],
)
def test_forms_of_numbering(text: str, expected: list[str]) -> None:
    assert locators(text) == ["preamble", *expected]


@pytest.mark.parametrize(
    ("line", "segment", "printed"),
    [("三、措施", "三", "三、"), ("(二)甲", "(二)", "(二)"), ("（二）甲", "(二)", "（二）"), ("12.甲", "12", "12."), ("3、甲", "3", "3、")],
)
def test_a_number_keeps_its_printed_form(line: str, segment: str, printed: str) -> None:
    number = at_head(line)
    assert number is not None
    assert (number.segment, number.printed) == (segment, printed)


def test_own_text_ends_at_the_next_heading_of_any_level() -> None:
    units = outline.read("前言。\n一、目标\n总计5个。\n(一)甲。9个。\n二、措施", ()).by_locator
    assert units["preamble"][0].text == "前言。\n"
    assert units["一"][0].text == "目标\n总计5个。\n"
    assert units["一/(一)"][0].text == "甲。9个。\n"


@pytest.mark.parametrize("end", ["〔责任单位:甲,各县(市、区)政府〕", "(责任单位:甲、各县(市、区)政府)", "(責任單位:甲)"])
def test_a_heading_may_follow_a_list_on_its_line(end: str) -> None:
    assert locators(f"一、甲\n(一)乙。丙。{end}(二)丁") == ["preamble", "一", "一/(一)", "一/(二)"]


def test_a_bracket_in_a_sentence_is_no_heading() -> None:
    assert locators("一、甲\n乙(丙)(二)丁") == ["preamble", "一"]


def test_headings_without_number_are_known_by_the_locators_in_use() -> None:
    text = "一、甲\n电子产业\n发展目标:到2021年。\n重点方向:乙。\n2、丙"
    assert locators(text) == ["preamble", "一", "一/2"]
    used = ("一/电子产业/发展目标", "一/电子产业/重点方向", "一/2")
    assert locators(text, *used) == ["preamble", "一", "一/电子产业", "一/电子产业/发展目标", "一/电子产业/重点方向", "一/2"]


def test_a_number_after_words_lies_under_them_unless_a_locator_in_use_says_otherwise() -> None:
    text = "一、甲\n发展目标:到2021年。\n(1)乙"
    assert locators(text, "一/发展目标")[-1] == "一/发展目标/(1)"
    assert locators(text, "一/发展目标", "一/(1)")[-1] == "一/(1)"


def test_marks_before_and_in_the_words_of_a_heading() -> None:
    assert locators("二、原则\n——坚持规划先行,科学发展。", "二/坚持规划先行")[-1] == "二/坚持规划先行"
    assert locators("二、原则\n“一个跨越”。各区", "二/一个跨越")[-1] == "二/一个跨越"


def test_an_annex_of_tables_restarts_its_numbers_under_each_group() -> None:
    text = "三、保障\n(一)甲\n附件:分工\n\n附  件\n分工\n序号\n甲类,乙\n1\n某事\n市发改委\n丙类\n1\n他事"
    found = locators(text, "附件/甲类/1", "附件/丙类/1")
    assert found == ["preamble", "三", "三/(一)", "附件", "附件/甲类", "附件/甲类/1", "附件/丙类", "附件/丙类/1"]


def test_an_annex_with_its_title_on_the_line() -> None:
    assert locators("一、甲\n附件1:名单\n乙", "附件1") == ["preamble", "一", "附件1"]


def test_bare_numbers_are_headings_in_an_annex_only() -> None:
    assert locators("一、甲\n1\n乙") == ["preamble", "一"]


def test_a_number_printed_twice_gives_two_units() -> None:
    assert len(outline.read("一、甲\n(一)乙\n(一)丙", ()).by_locator["一/(一)"]) == 2


def test_what_lies_above() -> None:
    found = outline.read("一、甲\n(一)乙\n1.丙", ())
    assert [unit.locator for unit in found.above(found.by_locator["一/(一)/1"][0])] == ["一/(一)", "一"]
