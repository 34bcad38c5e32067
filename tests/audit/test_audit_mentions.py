"""Every form in which a plan prints a figure is found; words that merely hold a numeral are not."""

from __future__ import annotations

import random

import pytest

from zoneledger.audit import mentions
from zoneledger.audit.faults.insertions import FORMS

FOUND = [
    ("新增37家", ["37"]),
    ("新增３７家", ["３７"]),
    ("1,200.5万元", ["1,200.5万"]),
    ("增长12.5%,占比１２％", ["12.5%", "１２％"]),
    ("3-5个、3—5个、3~5家、2至3個、３－５位", ["3-5", "3—5", "3~5", "2至3", "３－５"]),
    ("10亿元到50亿元", ["10亿", "50亿"]),
    ("1000億級開發區1個", ["1000億", "1"]),
    ("三个、十二家、三百五十亿元、两类", ["三", "十二", "三百五十亿", "两"]),
    ("百分之三十五点五,三成以上", ["百分之三十五点五", "三"]),
    ("百亿元以上、千亿级、过百个", ["百亿", "千亿", "百"]),
    ("翻番、翻两番、翻一番、倍增", ["翻番", "翻两番", "翻一番", "倍增"]),
    ("零的突破,动态清零", ["零的突破", "清零"]),
    ("全覆盖、全覆蓋、应收尽收、應保盡保、应调尽调", ["全覆盖", "全覆蓋", "应收尽收", "應保盡保", "应调尽调"]),
    ("全部接入,所有存量", ["全部", "所有"]),
    ("一半以上、过半、半数,每半年一次", ["一半", "过半", "半数", "半", "一"]),
    ("跃居首位,确保第二,前20名,30强", ["首位", "二", "20", "30"]),
    ("2022年底、2022年6月底前、2020年5月20日前", ["2022年", "2022年6月", "2020年5月20日"]),
    ("2020—2022年,7月底前,每年3月底", ["2020—2022", "7月", "3月"]),
    ("20229月底前", ["20229月"]),
    ("到20xx年,建成20xx億級", ["20xx年", "20xx億"]),
    ("“十四五”末", ["十四五"]),
    ("苏政发〔2020〕79号,〔20xx〕23號", ["〔2020〕79", "〔20xx〕23"]),
    ("按1∶1配套,“1+2+4”机制", ["1∶1", "1+2+4"]),
    ("“两城两谷两带”、九通一平、一区二核", ["两城两谷两带", "九通一平", "一区二核"]),
    ("5G基站、T4线、“5020”项目", ["5", "4", "5020"]),
    ("①甲", ["①"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_figures_are_found(text: str, expected: list[str]) -> None:
    found = mentions.find(text)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize(
    "text",
    [
        "进一步统一推进一批一体化项目",
        "進一步統一推進,一線城市",
        "十分重要,千方百计,万众创新",
        "一是抓项目。二是抓服务;三是抓改革",
        "长三角、“一带一路”、第三方",
        "首位产业、首位度、所有制、所有权",
        "零部件零售",
    ],
)
def test_words_are_no_figures(text: str) -> None:
    assert mentions.find(text) == ()


def test_an_enumerator_is_one_only_at_the_head_of_a_clause() -> None:
    assert [mention.text for mention in mentions.find("目标之二是增长,第一是质量")] == ["二", "一"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_that_faults_plant_is_found(form: str) -> None:
    rng = random.Random(form)
    for _ in range(30):
        words = FORMS[form](rng)
        assert mentions.find(words), words


@pytest.mark.parametrize(
    ("text", "date"),
    [("2022年", "2022"), ("2022年6月", "2022-06"), ("2020年5月20日", "2020-05-20"), ("7月底", "--07"), ("20xx年", "20XX"), ("十四五", "2025")],
)
def test_a_date_has_its_edtf_form(text: str, date: str) -> None:
    assert [mention.date for mention in mentions.find(text)] == [date]


def test_a_date_without_year_is_the_same_in_any_year() -> None:
    assert mentions.same_date("2020-07", "--07")
    assert not mentions.same_date("2020-08", "--07")
    assert not mentions.same_date("2020", "2021")
    assert mentions.same_date("20XX", "20xx")


def test_a_share_is_not_the_same_value_as_a_number() -> None:
    half, fifty, also = (mentions.find(text)[0].values for text in ("一半", "50名", "五十名"))
    assert half != fifty
    assert fifty == also
