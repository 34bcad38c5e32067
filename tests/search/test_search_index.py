"""What the index is made of: numbers, postings, buckets, words and pinyin."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_reading import decode, rising

from zoneledger.search import numbers, pinyin
from zoneledger.search.buckets import Parts, bucket, write_buckets
from zoneledger.search.grams import grams
from zoneledger.search.postings import Joined, of_grams, of_spellings
from zoneledger.search.units import Unit
from zoneledger.search.words import families, letters, runs, stem


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


def _unit(*lines: str, names: tuple[str, ...] = (), measured: bool = False, spelt: tuple[str, ...] = ()) -> Unit:
    return Unit("targets", lines, (), (), frozenset(names), frozenset(spelt), "", "", measured=measured)


def _values(held: Sequence[Joined]) -> dict[str, str]:
    """Postings by key."""
    return {
        key: value
        for keys, values in held
        for key, value in zip(keys.split("\n"), values.split(" "), strict=True)
        if key or value
    }


@given(st.lists(st.lists(st.integers(0, 10**9), min_size=1), min_size=1))
def test_many_lists_are_written_as_each_is(given: list[list[int]]) -> None:
    flat = np.array([number for one in given for number in one])
    ends = np.cumsum([len(one) for one in given])
    assert numbers.encode_lists(flat, ends) == " ".join(map(numbers.encode, given))


def test_a_posting_tells_names_from_mentions() -> None:
    units = [_unit("甲局", names=("甲局",)), _unit("乙", "甲局"), _unit("甲", "乙", names=("乙",))]
    found = {key: decode(value) for key, value in _values(of_grams(units)).items()}
    assert found["甲局"] == [1, 1, 0, 1]
    assert found["甲"] == [1, 2, 0, 1, 0]
    assert found["乙"] == [1, 1, 2, 1]


def test_the_length_of_the_shortest_name_is_told_where_it_counts() -> None:
    units = [_unit("甲乙丙丁", "甲乙", names=("甲乙丙丁", "甲乙"), measured=True), _unit("甲", names=("甲",))]
    found = {key: decode(value) for key, value in _values(of_grams(units)).items()}
    assert found["甲"] == [2, 0, 0, 2, 0]
    assert found["丁"] == [1, 0, 0, 4]


@given(st.lists(st.lists(st.text("甲乙丙a1 ", min_size=1, max_size=6), min_size=1, max_size=3), max_size=12))
def test_postings_equal_a_plain_scan(texts: list[list[str]]) -> None:
    units = [_unit(*lines, names=(lines[0],)) for lines in texts]
    held: dict[str, list[list[int]]] = {}
    for number, lines in enumerate(texts):
        titled = set(grams(lines[0]))
        for key in titled.union(*map(grams, lines)):
            held.setdefault(key, [[], []])[key not in titled].append(number)
    found = _values(of_grams(units))
    assert found == {
        key: numbers.encode([len(names), len(others)]) + numbers.rising(names) + numbers.rising(others)
        for key, (names, others) in held.items()
    }


@given(
    st.lists(st.tuples(st.integers(0, 90), st.text("#$%", min_size=1, max_size=9))),
    st.integers(0, 40),
    st.integers(1, 30),
)
def test_a_long_posting_is_all_in_its_parts(drawn: list[tuple[int, str]], longest: int, size: int) -> None:
    pieces = [numbers.encode([number]) + text for number, text in sorted(drawn)]
    files: list[str] = []
    value = Parts(lambda _, text: files.append(json.loads(text)), longest, size).value(pieces)
    if len("".join(pieces)) <= longest:
        assert value == "".join(pieces) and not files
        return
    assert value[0] == "!" and "".join(files) == "".join(pieces)
    base, *steps = decode(value[1:])
    starts = [sum(steps[: at + 1]) + at for at in range(len(steps))]
    assert base == 0 and starts == [numbers.first(file) for file in files]
    assert starts == sorted(set(starts)), "what one plan says of a key is cut in two"


def test_every_key_is_in_the_bucket_that_it_names() -> None:
    values = {f"键{number}": "x" * (number % 7) for number in range(500)} | {"𠮷a": "y"}
    files: dict[str, str] = {}
    count = write_buckets("x", values, files.__setitem__, size=300)
    held = [json.loads(files[f"x/{number}.json"]) for number in range(count)]
    assert len(files) == count > 10 and {key: value for one in held for key, value in one.items()} == values
    assert all(key in held[bucket(key, count)] for key in values)


def test_words_are_runs_of_letters_and_digits() -> None:
    assert runs("r&d投入 5000亿元, high-quality 5g") == ["5000", "high", "quality"]


def test_words_of_one_stem_belong_together() -> None:
    words = ("double", "doubled", "doubles", "doubling", "dot", "5g0")
    found = families({word: stem(word) for word in words})
    assert found["doubled"] == ["double", "doubles", "doubling"]
    assert "dot" not in found and "5g0" not in found


def test_three_letters_lead_to_their_words() -> None:
    found = letters(["develop", "envelope", "2024"])
    assert found["vel"] == "develop envelope"
    assert (found["^dev"], found["024"]) == ("develop", "2024")
    assert "^202" not in found, "a figure has no stem to guess"
    many = letters([f"{first}{second}ing" for first in "abcdefghijklmnopqrst" for second in "abcdefghijklmnopqrstu"])
    assert many["ing"] == "", "too many words"


def test_pinyin_knows_the_word_and_other_readings() -> None:
    read = pinyin.readings(["重庆市银行"])
    assert {"chong", "zhong"} <= read["重"] and {"hang", "xing"} <= read["行"]
    assert {"chong", "zhong", "qing", "shi", "-cq", "-zq", "-qs"} <= pinyin.keys("重庆市", read)
    assert pinyin.written({"公": frozenset(["gong"]), "工": frozenset(["gong"])}) == {"gong": "公工"}


def test_names_alone_are_spelt() -> None:
    units = [_unit("重庆", "银行", spelt=("重庆",))]
    assert {"chong", "-cq"} <= set(_values([of_spellings(units, pinyin.readings(["重庆"]))]))
    assert "yin" not in _values([of_spellings(units, pinyin.readings(["重庆", "银行"]))])


def test_spelling_of_a_name() -> None:
    assert pinyin.spelling("市工信局") == ("shigongxinju", "sgxj")
