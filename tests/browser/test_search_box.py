"""The search box in a real browser: what it shows, what it fetches and when, and how it is worked by keyboard."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from page_types import PREFIXES, each_language, each_scheme, each_viewport
from playwright.sync_api import Locator, Page, Route, expect
from search_oracle import built_records
from watch import Watch, sideways_scroll

from zoneledger.search.records import Record

MODULES = "assets/javascripts/search/"


@pytest.fixture(scope="session")
def found(root: Path, built_site: Path) -> list[Record]:
    """The records of the built site, by number."""
    return built_records(root, built_site / "site")


def _box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def _search(page: Page, query: str) -> Locator:
    """Type a query and wait for its results, which are returned."""
    _box(page).fill(query)
    expect(_box(page)).to_have_attribute("aria-expanded", "true")
    return page.locator(".zl-search__result")


@each_language
def test_words_of_both_languages_find_a_row_in_either_interface(
    page: Page, site_url: str, language: str, found: list[Record]
) -> None:
    row = next(record for record in found if record.kind == "targets" and record.due == "2022")
    for title in (row.zh[0], row.en[0]):
        page.goto(site_url + PREFIXES[language])
        results = _search(page, title)
        mine = results.and_(page.locator(f'[href="{site_url}{PREFIXES[language]}{row.addresses[0]}"]'))
        expect(mine).to_have_count(1)
        expect(mine.locator(".zl-search__title")).to_have_text((row.zh if language == "zh" else row.en)[0])
        expect(mine.locator("mark").first).to_be_visible()
        expect(mine.locator(".zl-search__about")).to_contain_text("2022")
        mine.click()
        expect(page).to_have_url(site_url + PREFIXES[language] + row.addresses[0])
        marked = page.locator(f"#{row.key}")
        expect(marked).to_be_in_viewport()
        assert marked.evaluate("row => row.matches(':target') && getComputedStyle(row).boxShadow") != "none"


def test_every_result_leads_to_a_place_that_exists(built_site: Path, found: list[Record]) -> None:
    folder = built_site / "site" / "search"
    version = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["folder"]
    pages: dict[Path, str] = {}
    shown = set()
    for file in (folder / version / "records").rglob("*.json"):
        for stretch in json.loads(file.read_text(encoding="utf-8")):
            for entry in stretch["entries"]:
                _, key, given = [*entry, "", ""][:3]
                path, _, anchor = (
                    given or (f"plans/{stretch['plan'][0]}/#{key}" if stretch["plan"] else "")
                ).partition("#")
                shown.add(key or path)
                for prefix in PREFIXES.values():
                    page = built_site / "site" / prefix / path / "index.html"
                    text = pages.setdefault(page, page.read_text(encoding="utf-8"))
                    assert not anchor or f'id="{anchor}"' in text, f"{prefix}{path}#{anchor}"
                if stretch["plan"] and key.startswith(f"{stretch['plan'][0]}-"):
                    assert anchor == key, f"{key} has no anchor of its own on its plan's page"
    named = {record.key or record.addresses[0] for record in found if record.key or record.kind == "page"}
    assert named <= shown


def test_a_row_in_a_closed_part_is_opened_and_marked(page: Page, site_url: str) -> None:
    page.goto(site_url + "proof/")
    # Folded away by hand: which rows stand in closed parts differs from page to page.
    page.evaluate("""() => {
      const details = document.querySelector("#zl-content details")
      const row = document.createElement("p")
      row.id = "zl-test-row"
      details.open = false
      details.append(row)
      location.hash = "zl-test-row"
    }""")
    expect(page.locator("#zl-content details").first).to_have_attribute("open", "")
    expect(page.locator("#zl-test-row")).to_be_in_viewport()


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
    assert [name for name in asked if name.startswith(("search/", MODULES))] == []
    _search(page, "亿元")
    assert "search/manifest.json" in asked
    files = [name for name in asked if name.startswith(("search/", MODULES))]
    assert len(files) == len(set(files)), "a file was asked for twice"


@each_language
@pytest.mark.parametrize(
    "query", ["亿", "亿元", "工信局", "gxj", "doubling", "development", "5000亿元", "赣州 财政", "e"]
)
def test_a_first_query_is_small(page: Page, site_url: str, built_site: Path, language: str, query: str) -> None:
    asked: set[str] = set()
    page.goto(site_url + PREFIXES[language] + "about/", wait_until="networkidle")
    page.on("request", lambda request: asked.add(urlsplit(request.url).path.removeprefix("/zoneledger/")))
    _search(page, query)
    page.wait_for_load_state("networkidle")
    files = [name for name in asked if name.startswith(("search/", MODULES, f"en/{MODULES}"))]
    weight = sum(len(gzip.compress((built_site / "site" / name).read_bytes(), 9)) for name in files)
    print(f"{query}: {weight} bytes in {len(files)} files")
    assert weight <= 60_000


@each_language
def test_loading_is_said_and_a_closed_list_stays_closed(page: Page, site_url: str, language: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/manifest.json", hold)
    page.goto(site_url + PREFIXES[language])
    _box(page).press_sequentially("亿")
    status = page.locator(".zl-search__status")
    expect(status).to_have_text({"zh": "正在载入搜索数据……", "en": "Loading the search data…"}[language])
    page.keyboard.press("Escape")
    with page.expect_response("**/search/manifest.json"):
        held[0].continue_()
    page.wait_for_timeout(500)  # for results to be shown, if they wrongly were
    expect(page.locator(".zl-search__results")).to_be_hidden()
    _search(page, "元")


@each_language
def test_failure_is_said_and_can_be_retried(page: Page, site_url: str, watch: Watch, language: str) -> None:
    page.route("**/search/manifest.json", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(site_url + PREFIXES[language])
    _box(page).press_sequentially("亿")
    status = page.locator(".zl-search__status")
    expect(status).to_contain_text({"zh": "没有载入成功", "en": "could not be loaded"}[language])
    watch.forgive(site_url + "search/manifest.json")
    page.unroute("**/search/manifest.json")
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
    results = _search(page, "倍")
    counts = [int(text.replace(",", "")) for text in page.locator(".zl-search__count").all_inner_texts()]
    numbers = re.findall(r"[\d,]+", page.locator(".zl-search__status").inner_text())
    assert [int(number.replace(",", "")) for number in numbers] == [sum(counts)]
    assert results.count() < sum(counts), "nothing would be left to expand"
    assert max(counts) > 5
    more = page.locator(".zl-search__more")
    while more.count():
        left = more.count(), results.count()
        more.first.click()
        expect(results).not_to_have_count(left[1])
    assert results.count() == sum(counts)


@each_language
def test_a_count_before_verification_says_so(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language])
    results = _search(page, "gxj")
    said = {"zh": "至多", "en": "At most"}[language]
    expect(page.locator(".zl-search__status")).to_contain_text(said)
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text(said)
    more = page.locator(".zl-search__more")
    while more.count():
        left = more.count(), results.count()
        more.first.click()
        # Of what may have been a result none may be one.
        for _ in range(100):
            if (more.count(), results.count()) != left:
                break
            page.wait_for_timeout(50)
        assert (more.count(), results.count()) != left
    expect(page.locator(".zl-search__status")).not_to_contain_text(said)


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


def test_hostile_text_is_shown_as_text(page: Page, site_url: str) -> None:
    hostile = '<img src="x" onerror="document.title=1"><script>document.title=1</script>工信局'

    def altered(route: Route) -> None:
        stretches = route.fetch().json()
        for stretch in stretches:
            stretch["lines"] = [hostile for _ in stretch["lines"]]
            for entry in stretch["entries"]:
                entry[1:] = [hostile, "javascript:document.title=1", [hostile, hostile]]
        route.fulfill(content_type="application/json", body=json.dumps(stretches))

    page.route("**/records/**/*.json", altered)
    page.goto(site_url)
    title = page.title()
    result = _search(page, "工信局").first
    expect(result.locator(".zl-search__title")).to_have_text(hostile)
    assert page.locator(".zl-search__results :is(img, script)").count() == 0
    assert (result.get_attribute("href") or "").startswith(site_url)
    assert page.title() == title
