"""Spellings of one word are equal once folded, and folding never moves a match."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zoneledger.search.folding import fold, simplified, table_of


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("亿元", "億元"),
        ("开发区", "開發區"),
        ("着力", "著力"),
        ("5000", "５０００"),
        ("r&d", "Ｒ＆Ｄ"),
        ("(一)", "（一）"),
        ("GDP", "gdp"),
        ("10%", "10％"),
        ("平方m2", "平方㎡"),
        ("车", "車"),
        ("苎", "薴"),
    ],
)
def test_spellings_meet(typed: str, printed: str) -> None:
    assert fold(typed) == fold(printed)


@pytest.mark.parametrize(("one", "other"), [("亿", "万"), ("市发改委", "市发改局"), ("10%", "10‰"), ("a", "á")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(), st.text())
def test_a_part_stays_a_part(before: str, after: str) -> None:
    assert fold(before + after) == fold(before) + fold(after)


def test_every_traditional_character_becomes_one_simplified_one() -> None:
    table = simplified()
    assert len(table) > 3000
    assert list(table) == sorted(table)
    assert all(len(char) == len(plain) == 1 for char, plain in table.items())
    assert not set(table.values()) & set(table)
    # A key that NFKC or lower case replaces first would never be reached.
    assert all(unicodedata.normalize("NFKC", char).lower() == char for char in table)


def test_a_table_for_some_texts_leads_to_their_characters_alone() -> None:
    table = table_of(["亿元", "開發區"])
    assert table["億"] == "亿" and table["開"] == "开"
    assert set(table.values()) <= set(fold("亿元開發區"))
    assert all(simplified()[char] == plain for char, plain in table.items())
    assert "車" not in table
