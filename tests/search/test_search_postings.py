"""Postings say of every key which units hold it: what a plain scan of each line finds, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_reading import decode

from zoneledger.search import numbers, pinyin
from zoneledger.search.folding import fold
from zoneledger.search.grams import TURNS, grams
from zoneledger.search.lines import lines_of
from zoneledger.search.postings import Joined, of_grams, of_ids, of_names, of_spellings, of_words
from zoneledger.search.units import Unit
from zoneledger.search.words import runs

#: Characters of one, two and four bytes, some that folding turns into others or into several, and white space of all kinds.
CHARACTERS = "甲乙丙重庆區aBＣ1２，𠮷𡈼㎡ß \u3000\u00a0\t\n\u2028\u0085\u001f"
LINES = st.text(CHARACTERS, max_size=8)

#: The first line that is folded or spelt waits for the dictionaries to be read.
patient = settings(deadline=None)


def _unit(
    *lines: str, names: tuple[str, ...] = (), measured: bool = False, spelt: tuple[str, ...] = (), key: str = ""
) -> Unit:
    return Unit("targets", lines, (), (), frozenset(names), frozenset(spelt), key, "", measured=measured)


@st.composite
def _units(draw: st.DrawFn) -> list[Unit]:
    units = []
    for lines in draw(st.lists(st.lists(LINES, max_size=4), max_size=9)):
        names, spelt = (tuple(line for line in lines if draw(st.booleans())) for _ in range(2))
        units.append(_unit(*lines, names=names, spelt=spelt, measured=draw(st.booleans())))
    return units


def _values(held: Sequence[Joined]) -> dict[str, str]:
    """Postings by key."""
    return {
        key: value
        for keys, values in held
        for key, value in zip(keys.split("\n"), values.split(" "), strict=True)
        if key or value
    }


def _grams(folded: str) -> set[str]:
    """Characters and pairs, as one would say it."""
    parts = folded.split()
    return {part[at : at + size] for part in parts for size in (1, 2) for at in range(len(part) + 1 - size)}


def _scanned(units: Sequence[Unit], keys: Callable[[str], Iterable[str]], spelt: bool = False) -> dict[str, str]:
    """The postings of units, each line read by itself."""
    held: dict[str, tuple[dict[int, int], list[int]]] = {}
    for number, unit in enumerate(units):
        lines = sorted(unit.spelt if spelt else unit.lines(), key=lambda line: line not in unit.names)
        for line in lines:
            for key in set(keys(fold(line))):
                named, others = held.setdefault(key, ({}, []))
                if line in unit.names:
                    length = len(fold(line).encode("utf-16-le")) // 2 if unit.measured else -1
                    named[number] = min(length, named.get(number, length))
                elif number not in named and number not in others:
                    others.append(number)
    return {key: _written(named, others) for key, (named, others) in held.items()}


def _written(named: dict[int, int], others: Sequence[int]) -> str:
    text, before = numbers.encode([len(named), len(others)]), -1
    for number, length in named.items():
        text += numbers.encode([number - before - 1] if length < 0 else [number - before - 1, length])
        before = number
    return text + numbers.rising(others)


@patient
@given(_units())
def test_characters_and_pairs_equal_a_plain_scan(units: list[Unit]) -> None:
    assert _values(of_grams(lines_of(units))) == _scanned(units, _grams)


@patient
@given(_units())
def test_words_equal_a_plain_scan(units: list[Unit]) -> None:
    assert _values([of_words(lines_of(units))]) == _scanned(units, runs)


@patient
@given(_units())
def test_spellings_equal_a_plain_scan(units: list[Unit]) -> None:
    read = pinyin.readings(fold(line) for unit in units for line in unit.spelt)
    found = _values([of_spellings(lines_of(units), read)])
    assert found == _scanned(units, lambda name: pinyin.keys(name, read), spelt=True)


@given(st.lists(LINES, max_size=9))
def test_white_space_is_what_parts_words(lines: list[str]) -> None:
    keys = [key for text in grams(lines).keys for key in text.split("\n") if key]
    assert sorted(keys) == sorted(set().union(*map(_grams, lines)))


def test_all_white_space_parts() -> None:
    spaces = [chr(point) for point in range(0x110000) if chr(point).isspace()]
    keys = {key for text in grams([f"甲{space}乙" for space in spaces]).keys for key in text.split("\n") if key}
    assert len(spaces) > 20 and keys == {"甲", "乙"}


def test_keys_stand_by_turn_and_then_in_order() -> None:
    found = of_grams(lines_of([_unit("乙甲丙", "甲丙乙", "𠮷a𠮷")]))
    keys = [text.split("\n") if text else [] for text, _ in found]
    assert len(keys) == TURNS and sum(map(len, keys)) == 10
    assert [[ord(key[0]) % TURNS for key in held] for held in keys] == [
        [turn] * len(keys[turn]) for turn in range(TURNS)
    ]
    assert all(held == sorted(held) for held in keys)
    assert all(len(text.split(" ")) == len(held) for (_, text), held in zip(found, keys, strict=True) if held)


def test_a_posting_tells_names_from_mentions() -> None:
    units = [_unit("甲局", names=("甲局",)), _unit("乙", "甲局"), _unit("甲", "乙", names=("乙",))]
    found = {key: decode(value) for key, value in _values(of_grams(lines_of(units))).items()}
    assert found["甲局"] == [1, 1, 0, 1]
    assert found["甲"] == [1, 2, 0, 1, 0]
    assert found["乙"] == [1, 1, 2, 1]


def test_the_length_of_the_shortest_name_is_told_where_it_counts() -> None:
    units = [_unit("甲乙丙丁", "甲乙", names=("甲乙丙丁", "甲乙"), measured=True), _unit("甲", names=("甲",))]
    found = {key: decode(value) for key, value in _values(of_grams(lines_of(units))).items()}
    assert found["甲"] == [2, 0, 0, 2, 0]
    assert found["丁"] == [1, 0, 0, 4]


def test_names_alone_are_spelt() -> None:
    lines = lines_of([_unit("重庆", "银行", spelt=("重庆",))])
    assert {"chong", "-cq"} <= set(_values([of_spellings(lines, pinyin.readings(["重庆"]))]))
    assert "yin" not in _values([of_spellings(lines, pinyin.readings(["重庆", "银行"]))])
    assert _values([of_names(lines)]) == {"重庆": numbers.encode([0, 1, 0])}


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("p-1-t001", {"t001"}),
        ("q-t001", {"q-t001", "t001"}),
        ("Anshi-Tax", {"anshi-tax"}),
        ("p-1", {"p-1", "1"}),
        ("", set()),
    ],
)
def test_identifiers_are_found_wholly_or_by_their_end(key: str, keys: set[str]) -> None:
    assert set(_values([of_ids([_unit(key=key)], "p-1")])) == keys
