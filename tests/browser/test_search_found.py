"""What the site's own search finds: exactly what a plain scan finds, and names by pinyin, words by their stem."""

from __future__ import annotations

import os
import random
import unicodedata
from pathlib import Path

import pytest
from opencc import OpenCC
from page_types import PREFIXES, each_language
from playwright.sync_api import Page
from search_oracle import OPEN, Oracle, built_records, found_by_the_site

from zoneledger.search.folding import fold
from zoneledger.search.pinyin import spelling
from zoneledger.search.records import Record

#: Queries of each sample; ``ZONELEDGER_SAMPLES=5000 pytest tests/browser/test_search_found.py`` tries thousands.
SAMPLES = int(os.environ.get("ZONELEDGER_SAMPLES", "250"))


@pytest.fixture(scope="session")
def found(root: Path, built_site: Path) -> list[Record]:
    """The records of the built site, by number."""
    return built_records(root, built_site / "site")


@pytest.fixture(scope="session")
def oracle(found: list[Record]) -> Oracle:
    """A plain scan of them."""
    return Oracle(found)


def test_finds_exactly_what_a_plain_scan_finds(page: Page, site_url: str, found: list[Record], oracle: Oracle) -> None:
    queries = _samples([line for r in found for line in (*r.zh, *r.en, *r.plain)])
    page.goto(site_url)
    answers = found_by_the_site(page, queries, found)
    for query, answer in zip(queries, answers, strict=True):
        terms = [fold(term) for term in query.split()]
        if all(term in oracle.vocabulary or not (term.isascii() and term.isalpha()) for term in terms):
            assert answer == oracle.find(query), query
        else:
            # A word that the data lacks has its stem guessed: it may find more, never less.
            assert set(oracle.find(query, endings=False)) <= set(answer), query
    assert sum(map(bool, answers)) > 0.8 * SAMPLES


def _samples(lines: list[str]) -> list[str]:
    """Stretches of one to six characters, some in another spelling, some two at once, and some that never occur."""
    chance, traditional = random.Random(2019), OpenCC("s2t")
    queries = ["不会出现的词", "zzzq", "%", "亿", "（", "５"]
    while len(queries) < SAMPLES:
        line = chance.choice(lines)
        start = chance.randrange(len(line))
        part = line[start : start + chance.randint(1, 6)]
        wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in part)
        part = chance.choice((part, part, part.upper(), traditional.convert(part), wide))
        if part.strip():
            queries.append(part)
    half = SAMPLES // 5
    return queries + [f"{one} {two}" for one, two in zip(queries[:half], queries[half : 2 * half], strict=True)]


def test_browser_and_build_fold_every_character_alike(page: Page, site_url: str, found: list[Record]) -> None:
    """The browser has the part of the table that leads to something: the rest must lead to nothing in the build, too."""
    page.goto(site_url)
    known = [chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) not in ("Cn", "Co", "Cs")]
    script = f"""async texts => {{ {OPEN}
      const {{ folding }} = await import(new URL("assets/javascripts/search/folding.js", root))
      const fold = folding(await engine.files.folding())
      return texts.map(fold.text) }}"""
    folded: list[str] = page.evaluate(script, known)
    occurring = {char for record in found for line in (*record.zh, *record.en, *record.plain) for char in fold(line)}
    assert len(known) > 140_000

    def seen(folded: str) -> list[str]:
        return [char if char in occurring else "" for char in folded]

    assert [c for c, f in zip(known, folded, strict=True) if seen(f) != seen(fold(c))] == []
    assert sum(f != c for c, f in zip(known, folded, strict=True)) > 3000


def test_names_are_found_by_their_pinyin(page: Page, site_url: str, found: list[Record], oracle: Oracle) -> None:
    kinds = ("organizations", "indicators", "zones", "jurisdictions", "measures", "industries")
    names = [(number, fold(record.zh[0])) for number, record in enumerate(found) if record.kind in kinds]
    chance = random.Random(2019)
    drawn = [(number, name) for number, name in chance.sample(names, min(SAMPLES // 2, len(names))) if name.isalpha()]
    full, initials = ([spelling(name)[kind] for _, name in drawn] for kind in (0, 1))
    page.goto(site_url)
    for spelt in (full, initials):
        answers = found_by_the_site(page, spelt, found)
        for (number, name), letters, answer in zip(drawn, spelt, answers, strict=True):
            # A single vowel, or letters that begin no syllable, stand for no initial.
            if not set(letters) & set("iuv") or spelt is full:
                assert number in answer or len(letters) < 2 or letters in oracle.vocabulary, f"{name}: {letters}"
    assert len(drawn) > 50


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("gongxinju", "赣州市工业和信息化局"),
        ("gxj", "赣州市工业和信息化局"),
        ("fgw", "赣州市发展和改革委员会"),
        ("yingyeshouru", "营业收入"),
        ("yysr", "营业收入"),
    ],
)
def test_polyphones_and_short_names(page: Page, site_url: str, found: list[Record], query: str, name: str) -> None:
    page.goto(site_url)
    (answer,) = found_by_the_site(page, [query], found)
    assert name in {found[number].zh[0] for number in answer}


def test_endings_of_a_word_make_no_difference(page: Page, site_url: str, found: list[Record]) -> None:
    page.goto(site_url)
    words = ["double", "doubled", "doubles", "doubling"]
    answers = found_by_the_site(page, words, found)
    assert answers[0] == answers[1] == answers[2] == answers[3]
    twice = [i for i, r in enumerate(found) if r.kind == "targets" and "2 times" in r.en[0]]
    assert twice and set(twice) <= set(answers[0])


def test_guessed_stems_agree_with_snowball(page: Page, site_url: str, oracle: Oracle) -> None:
    words = sorted(word for word in oracle.vocabulary if word.isalpha())
    page.goto(site_url)
    script = """async words => {
      const { lightStem } = await import("./assets/javascripts/search/words.js")
      return words.map(lightStem)
    }"""
    guessed = page.evaluate(script, words)
    agree = sum(one == oracle.stem(word) for one, word in zip(guessed, words, strict=True))
    assert agree / len(words) > 0.97


@pytest.mark.parametrize(
    ("one", "other"),
    [("42 %", "42%"), ("5,000亿元", "5000亿元"), ("5000 亿元", "5000亿元"), ("500billion", "500 billion")],
)
def test_figures_are_found_however_they_are_spaced(
    page: Page, site_url: str, found: list[Record], one: str, other: str
) -> None:
    page.goto(site_url)
    first, second = found_by_the_site(page, [one, other], found)
    assert first == second != []


@each_language
@pytest.mark.parametrize(
    ("query", "groups"),
    [
        ("工信局", ["organizations", "agency_types"]),
        ("gxj", ["organizations", "agency_types"]),
        ("营业收入", ["indicators"]),
        ("赣州", ["plans"]),
        ("Ganzhou", ["plans"]),
        ("operating revenue", ["indicators"]),
        ("ganzhou-2020-t001", ["targets"]),
        ("t002", ["targets"]),
    ],
)
def test_what_is_called_so_comes_first(page: Page, site_url: str, language: str, query: str, groups: list[str]) -> None:
    page.goto(site_url + PREFIXES[language])
    script = f"async query => {{ {OPEN} return (await engine.find(query)).groups.map(group => group.id) }}"
    assert page.evaluate(script, query)[: len(groups)] == groups
