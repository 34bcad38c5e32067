"""Printed lists of organisations are read to the last unit."""

from __future__ import annotations

import pytest

from zoneledger.audit import outline, printed_lists


def names(text: str) -> list[str]:
    return [item.printed for item in printed_lists.split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市发改委、科技局,各县(市、区)政府", ["市发改委", "科技局", "各县(市、区)政府"]),
        ("市教育局,各縣<市、區>政府、新區管委會", ["市教育局", "各縣<市、區>政府", "新區管委會"]),
        ("市委组织部、人社局。科技局按职责分工负责", ["市委组织部", "人社局", "科技局"]),
        ("市工信局、金融工作局,", ["市工信局", "金融工作局"]),
        ("市科技局、市商务局、市科技局", ["市科技局", "市商务局", "市科技局"]),
        ("各县区人民政府、经济开发区、高新区管委会", ["各县区人民政府", "经济开发区", "高新区管委会"]),
        ("区招商局、区城环局等涉及部门", ["区招商局", "区城环局", "涉及部门"]),
        ("市教育局、高等院校", ["市教育局", "高等院校"]),
    ],
)
def test_a_list_is_split(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_what_a_list_says_of_all_its_members() -> None:
    assert {item.manner for item in printed_lists.split("甲、乙按职责分工负责")} == {"by_division"}
    assert {item.list_open for item in printed_lists.split("甲、乙等")} == {True}
    assert [item.optional for item in printed_lists.split("甲、乙等部门")] == [False, False, True]
    assert {(item.manner, item.list_open) for item in printed_lists.split("甲、乙")} == {("", False)}


def read(text: str, *used: str) -> list[tuple[str, str, str, list[str]]]:
    lists = printed_lists.read(outline.read(text, used))
    return [(item.locator, item.basis, item.role, [listed.printed for listed in item.items]) for item in lists]


def test_a_bracket_holds_several_roles() -> None:
    assert read("一、甲。〔牵头单位:市工信局;责任单位:各县(市、区)政府,各开发区〕") == [
        ("一", "bracket", "lead", ["市工信局"]),
        ("一", "bracket", "responsible", ["各县(市、区)政府", "各开发区"]),
    ]


def test_round_brackets_and_lines_in_traditional_script() -> None:
    text = "一、甲。(責任單位:市國資委,各縣(市、區)政府)\n二、乙\n責任單位:區財政局、水務公司\n三、丙(见附件)"
    assert read(text) == [
        ("一", "bracket", "responsible", ["市國資委", "各縣(市、區)政府"]),
        ("二", "line", "responsible", ["區財政局", "水務公司"]),
    ]


def test_the_cells_of_an_annex_table() -> None:
    text = "附件\n分工\n序号\n任务\n牵头部门\n配合部门\n甲类\n1\n某事\n市发改委\n市工信局、科技局\n2\n他事\n各县区"
    assert read(text, "附件/甲类/1") == [
        ("附件/甲类/1", "annex", "lead", ["市发改委"]),
        ("附件/甲类/1", "annex", "cooperating", ["市工信局", "科技局"]),
        ("附件/甲类/2", "annex", "lead", ["各县区"]),
    ]


def test_running_text_leaves_lists_out_and_keeps_offsets() -> None:
    found = outline.read("一、甲由市工信局办。(责任单位:市工信局)", ())
    unit = found.by_locator["一"][0]
    running = printed_lists.running_text(unit, printed_lists.read(found))
    assert len(running) == len(unit.text)
    assert running.count("市工信局") == 1
