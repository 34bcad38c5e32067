"""What the index is made of: numbers, shards, lines, words and pinyin."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_reading import decode, rising

from zoneledger.search import numbers, pinyin
from zoneledger.search.lines import numbered, written_uses
from zoneledger.search.records import Record
from zoneledger.search.shards import MOST_FILES, Shards
from zoneledger.search.words import runs, vocabulary


@given(st.lists(st.integers(0, 10**9)))
def test_numbers_are_read_as_written(given: list[int]) -> None:
    text = numbers.encode(given)
    assert decode(text) == given
    assert json.dumps(text) == f'"{text}"', "nothing for JSON to escape"


@given(st.sets(st.integers(0, 10**9)))
def test_rising_lists_are_read_as_written(given: set[int]) -> None:
    assert rising(numbers.rising(sorted(given))) == sorted(given)


def test_a_list_that_does_not_rise_is_an_error() -> None:
    with pytest.raises(ValueError, match="negative"):
        numbers.rising([3, 3])


@given(st.lists(st.text(max_size=400), min_size=1), st.integers(1, 3000))
def test_shards_hold_everything_once(entries: list[str], size: int) -> None:
    shards = Shards()
    shards.add_list("x", entries, size=size)
    read = [json.loads(shards.files[f"x/{number}.json"]) for number in range(len(shards.files))]
    assert [entry for shard in read for entry in shard] == entries
    assert rising(str(shards.directories["x"])) == [sum(map(len, read[:number])) for number in range(len(read))]


def test_many_entries_make_larger_files_rather_than_ever_more() -> None:
    shards = Shards()
    shards.add_list("x", ["亿元" * 50] * 60_000)
    assert MOST_FILES / 2 < len(shards.files) < MOST_FILES * 1.5


def _record(*zh: str, names: tuple[str, ...] = ()) -> Record:
    return Record("targets", "", "", ("x/",), zh, (), names=frozenset(names))


def test_a_line_of_several_records_is_numbered_once() -> None:
    lines = numbered([_record("甲", "局", names=("甲",)), _record("乙", "局"), _record("局", "丙", names=("局",))])
    assert lines.texts == ["甲", "局", "乙", "丙"]
    assert lines.uses == [[(0, True)], [(0, False), (1, False), (2, True)], [(1, False)], [(2, False)]]
    assert list(map(decode, written_uses(lines))) == [[1, 1], [0, 2, 3, 1], [2], [2]]


def test_words_are_runs_of_letters_and_digits() -> None:
    assert runs("r&d投入 5000亿元, high-quality 5g") == ["5000", "high", "quality"]


def test_words_of_one_stem_belong_together() -> None:
    found = vocabulary(["to double", "doubling it", "doubled, then doubles", "dot"])
    stems = {}
    for place, (word, back) in enumerate(zip(found.words, found.back, strict=True)):
        stems[word] = found.words[place - back]
    assert {word: stem for word, stem in stems.items() if word.startswith("doub")} == dict.fromkeys(
        ("double", "doubled", "doubles", "doubling"), "double"
    )
    assert stems["dot"] == "dot"
    assert dict(zip(found.words, map(rising, found.lines), strict=True))["doubling"] == [1]


def test_pinyin_knows_the_word_and_other_readings() -> None:
    read = pinyin.readings(["重庆市银行"])
    assert {"chong", "zhong"} <= read["重"] and {"hang", "xing"} <= read["行"]
    keys = pinyin.spelt([(7, "重庆市")], read)
    assert {"chong", "zhong", "qing", "shi", "-cq", "-zq", "-qs"} <= set(keys)
    assert rising(keys["-cq"]) == [7]
    assert pinyin.written({"公": frozenset(["gong"]), "工": frozenset(["gong"])}) == {"gong": "公工"}


def test_spelling_of_a_name() -> None:
    assert pinyin.spelling("市工信局") == ("shigongxinju", "sgxj")
