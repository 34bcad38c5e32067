"""Number, unit, comparator, strength and recurrence are read from the clause around a figure."""

from __future__ import annotations

import pytest

from zoneledger import figures
from zoneledger.audit.anchors import Spot
from zoneledger.audit.outline import Unit
from zoneledger.audit.reading import clause, comparator, notes, recurrence, strength, unit
from zoneledger.audit.reading.clause import Clause


def at(text: str, printed: str, member: int = 1) -> Clause:
    start = text.index(printed)
    spot = Spot(Unit("一", "一、", 0, text, ""), start, start + len(printed))
    figure = figures.find(printed)[member - 1]
    return clause.of(spot, figure.start, figure.end)


@pytest.mark.parametrize(
    ("text", "printed", "member", "expected"),
    [
        ("比例达到60%以上。", "60%", 1, "ge"),
        ("比例不低于60%。", "60%", 1, "ge"),
        ("每年发债不少于200亿元。", "200亿元", 1, "ge"),
        ("亩均税收达15万元。", "15万元", 1, "ge"),
        ("每个开发区至少开展一项试点。", "一项", 1, "ge"),
        ("其他开发区至少翻一番。", "翻一番", 1, "ge"),
        ("投入不低于1000萬元。", "1000萬元", 1, "ge"),
        ("可按不低于所在地标准的70%执行。", "70%", 1, "ge"),
        ("收入超5000亿元。", "5000亿元", 1, "gt"),
        ("力争突破6000亿元。", "6000亿元", 1, "gt"),
        ("项目过百个。", "百个", 1, "gt"),
        ("实现零的突破。", "零的突破", 1, "gt"),
        ("增长9%左右。", "9%", 1, "approx"),
        ("收储约1100亩。", "1100亩", 1, "approx"),
        ("进入全省前20名。", "20名", 1, "le"),
        ("进军30强。", "30强", 1, "le"),
        ("控制在5%以内。", "5%", 1, "le"),
        ("最高支持1000萬元。", "1000萬元", 1, "le"),
        ("能耗低于3%。", "3%", 1, "lt"),
        ("引进3-5个。", "3-5个", 1, "between"),
        ("新增5家。", "5家", 1, "eq"),
        ("收入翻番。", "翻番", 1, "eq"),
        ("确保第二。", "第二", 1, "eq"),
        ("实现全覆盖。", "全覆盖", 1, "eq"),
        # of a list, what stands before or after holds for every member
        ("分别达1家、20家、1200家和1300家。", "1家、20家、1200家和1300家", 3, "ge"),
        ("进资率分别达到90%、60%以上。", "90%、60%以上", 1, "ge"),
        ("强度分别为500万元/亩、300万元/亩以上。", "500万元/亩、300万元/亩", 1, "ge"),
        ("分别新增5个、3个左右。", "5个、3个", 1, "approx"),
        # what belongs to another figure does not
        ("达到42%,新增3家。", "3家", 1, "eq"),
        ("超50亿元企业10家。", "10家", 1, "eq"),
    ],
)
def test_comparator(text: str, printed: str, member: int, expected: str) -> None:
    around = at(text, printed, member)
    assert comparator.read(around, figures.find(printed)[member - 1].high is not None) == expected


@pytest.mark.parametrize(("printed", "expected"), [("高于全省平均", "gt"), ("低于全省平均", "lt"), ("不低于全省平均", "ge"), ("领先全省", "gt")])
def test_comparator_of_a_distance(printed: str, expected: str) -> None:
    assert comparator.of_distance(printed) == expected


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("力争达到15万元。", "15万元", ("stretch", "力争")),
        ("力爭突破20萬家。", "20萬家", ("stretch", "力爭")),
        ("确保第二,力争第一。", "第二", ("firm", "确保")),
        ("确保第二,力争第一。", "第一", ("stretch", "力争")),
        ("必须完成5个。", "5个", ("firm", "必须")),
        ("原则上不少于3家。", "3家", ("tentative", "原则上")),
        ("2019年计划投入4亿元。", "4亿元", ("tentative", "计划")),
        ("争取3500亩,保障5500亩。", "5500亩", ("tentative", "争取")),
        ("可培育2至3個。", "2至3個", ("tentative", "可")),
        # it ends at a semicolon, unless it opens its sentence
        ("新增3家,力争达到5家;完成7项。", "7项", ("unmarked", "")),
        ("力争达到5家;完成7项。", "7项", ("stretch", "力争")),
        ("到2022年,力争达到5家;完成7项。", "7项", ("stretch", "力争")),
        ("力争达到5家。完成7项。", "7项", ("unmarked", "")),
        # nouns and other verbs are no markers
        ("完成年度投资计划的5项。", "5项", ("unmarked", "")),
        ("积极争取资金,完成5项。", "5项", ("unmarked", "")),
        ("保证金5万元。", "5万元", ("unmarked", "")),
        ("可供出让5500亩。", "5500亩", ("unmarked", "")),
    ],
)
def test_strength(text: str, printed: str, expected: tuple[str, str]) -> None:
    assert strength.read(at(text, printed)) == expected


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("每年滚动实施3个,支持30项。", "30项", "annual"),
        ("每半年新增3个。", "3个", "annual"),
        ("每年新增3个;建成5个。", "5个", "once"),
        ("每年新增3个,到2022年建成5个。", "5个", "once"),
        ("每年增长20%,打造2个。", "20%", "annual"),
        ("每年增长20%,打造2个。", "2个", "once"),
        ("能耗年均下降2.5%,普及率达到60%。", "2.5%", "annual_average"),
        ("能耗年均下降2.5%,普及率达到60%。", "60%", "once"),
        ("2020年不低于60%,2021年以后不低于80%。", "60%", "once"),
        ("2020年不低于60%,2021年以后不低于80%。", "80%", "annual"),
        ("当年开工项目比率达到30%。", "30%", "once"),
    ],
)
def test_recurrence(text: str, printed: str, expected: str) -> None:
    assert recurrence.read(at(text, printed)) == expected


@pytest.mark.parametrize(
    ("text", "printed", "member", "expected"),
    [
        ("新增5家。", "5", 1, {"家"}),
        ("规模工业企业1300戶。", "1300戶", 1, {"家", "户"}),
        ("打造2個。", "2個", 1, {"个"}),
        ("产值5000亿元。", "5000亿元", 1, {"元"}),
        ("亩均营收450万元。", "450万元", 1, {"元/亩"}),
        ("强度500萬元/畝。", "500萬元/畝", 1, {"元/亩"}),
        ("外资40亿美元。", "40亿美元", 1, {"美元"}),
        ("形成500亿规模。", "500亿", 1, {"元"}),
        ("打造百亿大健康产业集群。", "百亿", 1, {"元"}),
        ("五大千亿产业。", "五大", 1, {"个"}),
        ("占比60%。", "60%", 1, {"%"}),
        ("提高5个百分点。", "5个百分点", 1, {"个百分点"}),
        ("逾期6个月。", "6个月", 1, {"个月"}),
        ("确保第二。", "第二", 1, {"名次"}),
        ("每年至少进1位。", "1位", 1, {"名次"}),
        ("引进院士3位。", "3位", 1, {"位"}),
        ("收入翻番。", "翻番", 1, {"倍"}),
        ("实现全覆盖。", "全覆盖", 1, {"%"}),
        ("一半以上达标。", "一半", 1, {"%"}),
        ("分别达到50、20亿元。", "50、20亿元", 1, {"元"}),
        ("实现零的突破。", "零的突破", 1, None),
        ("建成3~5绿色工厂。", "3~5", 1, None),
    ],
)
def test_unit(text: str, printed: str, member: int, expected: set[str] | None) -> None:
    assert unit.read(at(text, printed, member)) == (None if expected is None else frozenset(expected))


def test_a_symbol_without_its_magnitude() -> None:
    assert [unit.core(symbol) for symbol in ("亿元", "万平方米", "万元/亩", "家")] == ["元", "平方米", "元/亩", "家"]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("力度：理由", "Strength: reason", {"strength"}),
        ("力度、频次：理由", "Strength, recurrence: reason", {"strength", "recurrence"}),
        ("期限：理由", "Deadline: reason", {"due"}),
        ("力度：理由", "Unit: reason", None),
        ("理由", "reason", None),
        ("力度：", "Strength:", None),
        ("力度：理由", "", None),
    ],
)
def test_a_note_names_columns(zh: str, en: str, expected: set[str] | None) -> None:
    assert notes.columns(zh, en) == expected


def test_a_note_begins_as_the_fix_says() -> None:
    zh, en = (notes.head(["strength", "unit_id"], lang) for lang in ("zh", "en"))
    assert notes.columns(f"{zh}理由", f"{en}reason") == {"strength", "unit_id"}
