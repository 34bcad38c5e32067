"""The search box in a real browser: what it finds, what it fetches and when, and how it is worked by keyboard."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC
from page_types import PREFIXES, each_language, each_scheme, each_viewport
from playwright.sync_api import Locator, Page, Route, expect
from watch import Watch, sideways_scroll

from zoneledger.search.folding import fold

FILES = ("search/folding.json", "search/records.json")
OPEN = "const box = document.querySelector('[data-zl-search]'); const root = new URL(box.dataset.zlRoot, document.baseURI);"
OPEN += "const index = await box.zlSearchIndex.open(root, document.documentElement.lang);"


@pytest.fixture(scope="session")
def content(built_site: Path) -> dict[str, Any]:
    """The built records file."""
    file = built_site / "site" / "search" / "records.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def records(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Its records by column."""
    return [dict(zip(content["columns"], row, strict=False)) for row in content["records"]]


def _box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def _search(page: Page, query: str) -> Locator:
    """Type a query and wait for its results, which are returned."""
    _box(page).press_sequentially(query)
    expect(_box(page)).to_have_attribute("aria-expanded", "true")
    return page.locator(".zl-search__result")


def _found(page: Page, queries: list[str]) -> list[list[int]]:
    """Positions of the records that the site's own script finds for each query."""
    script = f"async queries => {{ {OPEN} return queries.map(query => index.find(query)"
    script += ".flatMap(group => group.records.map(record => record.order)).sort((a, b) => a - b)) }"
    answer: list[list[int]] = page.evaluate(script, queries)
    return answer


# What is found.


def test_browser_and_build_fold_every_character_alike(page: Page, site_url: str) -> None:
    page.goto(site_url)
    known = [chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) not in ("Cn", "Co", "Cs")]
    script = f"async texts => {{ {OPEN} return texts.map(text => index.fold(text)) }}"
    folded: list[str] = page.evaluate(script, known)
    assert len(known) > 140_000
    assert [(c, f, fold(c)) for c, f in zip(known, folded, strict=True) if f != fold(c)] == []


def test_finds_exactly_what_a_plain_scan_finds(page: Page, site_url: str, records: list[dict[str, Any]]) -> None:
    lines = [line for r in records for key in ("zh", "en", "plain") for line in r[key].split("\n") if line]
    folded = [[fold(line) for key in ("zh", "en", "plain") for line in r[key].split("\n")] for r in records]
    queries = _samples(lines)
    page.goto(site_url)
    for query, found in zip(queries, _found(page, queries), strict=True):
        terms = [fold(term) for term in query.split()]
        scanned = [i for i, r in enumerate(folded) if all(any(term in line for line in r) for term in terms)]
        assert found == (scanned if terms else []), query
    assert sum(bool(query.split()) for query in queries) > 400


def _samples(lines: list[str]) -> list[str]:
    """Stretches of one to six characters, some in another spelling, some two at once, and some that never occur."""
    chance, traditional = random.Random(2019), OpenCC("s2t")
    queries = ["不会出现的词", "zzzq", "%", "亿", "（", "５"]
    for _ in range(450):
        line = chance.choice(lines)
        start = chance.randrange(len(line))
        part = line[start : start + chance.randint(1, 6)]
        wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in part)
        queries.append(chance.choice((part, part, part.upper(), traditional.convert(part), wide)))
    return queries + [f"{one} {two}" for one, two in zip(queries[:80], queries[80:160], strict=True)]


@each_language
def test_words_of_both_languages_find_a_row_in_either_interface(
    page: Page, site_url: str, language: str, content: dict[str, Any], records: list[dict[str, Any]]
) -> None:
    targets = next(i for i, kind in enumerate(content["kinds"]) if kind["id"] == "targets")
    row = next(record for record in records if record["kind"] == targets)
    for words in ("zh", "en"):
        page.goto(site_url + PREFIXES[language])
        results = _search(page, row[words].split("\n")[0])
        mine = results.and_(page.locator(f'[href="{site_url}{PREFIXES[language]}{row["address"]}"]'))
        expect(mine).to_have_count(1)
        expect(mine.locator(".zl-search__title")).to_have_text(row[language].split("\n")[0])
        expect(mine.locator("mark").first).to_be_visible()
        expect(mine).to_contain_text(content["plans"][row["plan"]][language])
        expect(mine).to_contain_text(content["dues"][row["due"]][language])


def test_every_result_leads_to_a_place_that_exists(
    built_site: Path, content: dict[str, Any], records: list[dict[str, Any]]
) -> None:
    pages: dict[Path, str] = {}
    for record in records:
        path, _, anchor = record["address"].partition("#")
        for prefix in PREFIXES.values():
            file = built_site / "site" / prefix / path / "index.html"
            text = pages.setdefault(file, file.read_text(encoding="utf-8"))
            assert not anchor or f'id="{anchor}"' in text, f"{prefix}{record['address']}"
        key = record["plain"].split("\n")[-1]
        if record["plan"] >= 0 and key.startswith(content["plans"][record["plan"]]["id"]):
            assert anchor == key, f"{key} has no anchor of its own on its plan's page"


def test_files_stay_small(built_site: Path, records: list[dict[str, Any]]) -> None:
    sizes = {name: (built_site / "site" / name).stat().st_size for name in FILES}
    print(f"{len(records)} records: {sizes}")
    assert sizes["search/records.json"] < 1000 * len(records)
    assert sizes["search/folding.json"] < 40_000


# What is fetched.


def test_nothing_is_fetched_before_the_first_character(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    page.goto(site_url, wait_until="networkidle")
    _box(page).focus()
    _box(page).click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if name.startswith("search/")] == []
    _search(page, "亿元")
    assert sorted(name for name in asked if name.startswith("search/")) == sorted(FILES)


@each_language
def test_loading_is_said_and_a_closed_list_stays_closed(page: Page, site_url: str, language: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/records.json", hold)
    page.goto(site_url + PREFIXES[language])
    _box(page).press_sequentially("亿")
    status = page.locator(".zl-search__status")
    expect(status).to_have_text({"zh": "正在载入搜索数据……", "en": "Loading the search data…"}[language])
    page.keyboard.press("Escape")
    with page.expect_response("**/search/records.json"):
        held[0].continue_()
    page.wait_for_timeout(500)  # for results to be shown, if they wrongly were
    expect(page.locator(".zl-search__results")).to_be_hidden()
    _search(page, "元")


@each_language
def test_failure_is_said_and_can_be_retried(page: Page, site_url: str, watch: Watch, language: str) -> None:
    page.route("**/search/records.json", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(site_url + PREFIXES[language])
    _box(page).press_sequentially("亿")
    status = page.locator(".zl-search__status")
    expect(status).to_contain_text({"zh": "没有载入成功", "en": "could not be loaded"}[language])
    watch.forgive(site_url + "search/records.json")
    page.unroute("**/search/records.json")
    page.get_by_role("button", name={"zh": "重试", "en": "Try again"}[language]).click()
    expect(page.locator(".zl-search__result").first).to_be_visible()


@each_language
def test_finding_nothing_is_said(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language])
    _box(page).press_sequentially("zzzq")
    said = {"zh": "没有找到含“zzzq”的内容。", "en": "Nothing contains “zzzq”."}[language]
    expect(page.locator(".zl-search__status")).to_contain_text(said)
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(said)
    expect(_box(page)).to_have_attribute("aria-expanded", "false")


# How it is worked and shown.


@each_language
def test_keyboard_alone_reaches_a_row(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language])
    page.keyboard.press("/")
    expect(_box(page)).to_be_focused()
    expect(_box(page)).to_have_value("")
    options = _search(page, "亿元").page.get_by_role("listbox").get_by_role("option")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = options.nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(_box(page)).to_have_attribute("aria-activedescendant", second.get_attribute("id") or "missing")
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".zl-search__results")).to_be_hidden()
    expect(_box(page)).to_have_value("亿元")
    expect(_box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(_box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowDown")
    goal = options.first.get_attribute("href") or "missing"
    page.keyboard.press("Enter")
    expect(page).to_have_url(goal)


@each_language
def test_counts_are_honest_and_the_rest_can_be_shown(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language])
    results = _search(page, "2")
    counts = [int(text.replace(",", "")) for text in page.locator(".zl-search__count").all_inner_texts()]
    numbers = re.findall(r"[\d,]+", page.locator(".zl-search__status").inner_text())
    assert [int(number.replace(",", "")) for number in numbers] == [sum(counts)]
    assert max(counts) > 8, "nothing would be left to expand"
    assert results.count() == sum(min(count, 8) for count in counts)
    while page.locator(".zl-search__more").count():
        page.locator(".zl-search__more").first.click()
    assert results.count() == sum(counts)


@each_language
@each_viewport
@each_scheme
def test_results_fit_the_window_and_move_nothing(
    page: Page, site_url: str, language: str, viewport: str, scheme: str
) -> None:
    page.goto(site_url + PREFIXES[language] + "plans/", wait_until="networkidle")
    before = page.locator("h1").bounding_box()
    _search(page, "亿元")
    assert page.locator("h1").bounding_box() == before
    panel, window = page.locator(".zl-search__results").bounding_box(), page.viewport_size
    assert panel is not None and window is not None
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= window["width"] + 0.5
    assert panel["y"] + panel["height"] <= window["height"] + 0.5
    assert panel["width"] >= min(window["width"], 500)
    assert sideways_scroll(page) <= 0
    page.keyboard.press("ArrowUp")
    last = page.get_by_role("option").last.bounding_box()
    assert last is not None and last["y"] >= panel["y"]
    assert last["y"] + last["height"] <= panel["y"] + panel["height"] + 1


def test_leaving_the_box_closes_the_list(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "亿元")
    page.keyboard.press("Tab")
    expect(page.locator(".zl-search__results")).to_be_hidden()


def test_hostile_text_is_shown_as_text(page: Page, site_url: str, content: dict[str, Any]) -> None:
    hostile = '<img src="x" onerror="document.title=1"><script>document.title=1</script>'
    at = {name: position for position, name in enumerate(content["columns"])}
    row = list(content["records"][0])
    row[at["zh"]] = row[at["en"]] = f"{hostile}\n{hostile}"
    row[at["address"]] = "javascript:document.title=1"
    altered = json.dumps({**content, "records": [row, *content["records"][1:]]})
    page.route("**/search/records.json", lambda route: route.fulfill(content_type="application/json", body=altered))
    page.goto(site_url)
    title = page.title()
    result = _search(page, "onerror")
    expect(result.locator(".zl-search__title")).to_have_text(hostile)
    assert page.locator(".zl-search__results :is(img, script)").count() == 0
    assert (result.get_attribute("href") or "").startswith(site_url)
    assert page.title() == title
