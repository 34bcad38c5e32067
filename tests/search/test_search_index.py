"""What the index is made of: numbers, buckets, words and pinyin."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_reading import decode, rising

from zoneledger.search import numbers, pinyin
from zoneledger.search.buckets import Parts, bucket, write_buckets
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


@given(st.lists(st.lists(st.integers(0, 10**9), min_size=1), min_size=1))
def test_many_lists_are_written_as_each_is(given: list[list[int]]) -> None:
    flat = np.array([number for one in given for number in one])
    ends = np.cumsum([len(one) for one in given])
    assert numbers.encode_lists(flat, ends) == " ".join(map(numbers.encode, given))


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
    assert {"zhuo", "zhe"} <= pinyin.readings(["着手"])["着"], "a rare reading counts in its word"
    assert {"chong", "zhong", "qing", "shi", "-cq", "-zq", "-qs"} <= pinyin.keys("重庆市", read)
    assert pinyin.written({"公": frozenset(["gong"]), "工": frozenset(["gong"])}) == {"gong": "公工"}


def test_spelling_of_a_name() -> None:
    assert pinyin.spelling("市工信局") == ("shigongxinju", "sgxj")
