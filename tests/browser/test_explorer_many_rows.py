"""The explorer of very many rows: it shows what the explorer of one file shows of the same rows, and loads what it needs."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from page_types import PREFIXES, each_language
from playwright.sync_api import Page, expect
from static_host import serve
from watch import Watch

from zoneledger import explorer
from zoneledger.budgets.copies import copies
from zoneledger.catalogue import load
from zoneledger.explorer.parts import Sizes

#: So many copies of the plans that long lists are searched in, and that text is not read to its end without asking.
COPIES = 40
#: Few plans in a file.
SMALL = Sizes(rows=10_000, names=40, places=3_000)

#: Words of every kind: of names that all plans share, of places, of sentences, short and unknown ones.
TEXTS = (
    "",
    "",
    "",
    "亩均",
    "營業收入",
    "operating revenue",
    "5000亿 2022",
    "x0007",
    "牵头 工信",
    "市",
    "管委会",
    "zzzz",
    "r00",
)


@pytest.fixture(scope="session")
def both(built_site: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same rows as one file below ``whole/`` and in parts below ``parts/``."""
    site, built = tmp_path_factory.mktemp("both"), built_site / "site"
    catalogue = load(root)
    plans = list(copies([explorer.extract(catalogue, plan_id) for plan_id in catalogue.plan_files], COPIES))
    shared = explorer.extract_shared(catalogue)
    for name, limit in (("whole", len(plans)), ("parts", 0)):
        for part in ("assets", "explore", "en/explore"):
            shutil.copytree(built / part, site / name / part)
        (site / name / "search").mkdir()
        shutil.copy2(built / "search" / "folding.json", site / name / "search")
        explorer.gather(plans, shared | {"plans_in_one_file": limit}, site / name, sizes=SMALL)
    for name in ("_headers", "404.html"):
        shutil.copy2(built / name, site)
    return site


@pytest.fixture(scope="session")
def site_url(both: Path) -> Iterator[str]:
    """The address below which both lie."""
    with serve(both) as address:
        yield address


#: Nothing is on its way, and the numbers of every facet that is unfolded are there.
SETTLED = """() => {
  const explorer = document.querySelector("[data-zl-explorer]")?.zlExplorer
  if (!explorer?.selection) return false
  const open = explorer.parts.panel.open()
  const known = open.every(facet => explorer.selection.counts.has(facet.id))
  return known && !document.querySelector(".zl-explorer [aria-busy=true]")
}"""


def settled(page: Page) -> None:
    """Waits until what is on its way has come."""
    page.wait_for_timeout(50)  # an unfolded facet is told after the click has returned
    for _ in range(400):
        if page.evaluate(SETTLED):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the explorer is still loading")


def opened(page: Page, address: str, unfold: bool = False) -> Page:
    """An explorer that has read all that its address asks for."""
    page.goto(address)
    settled(page)
    more = page.locator(".zl-explorer__notice button:visible")
    while more.count():
        more.click()
        settled(page)
    if unfold:
        page.evaluate("document.querySelectorAll('.zl-explorer details').forEach(each => (each.open = true))")
        settled(page)
    return page


def queries(both: Path, table: str, number: int) -> list[str]:
    """Seeded addresses: facets, text, order, a page and the chart's facet."""
    content = json.loads((both / "whole" / "explore" / f"{table}.json").read_text("utf-8"))
    columns = content["columns"]
    facets = [column for column in columns if column["facet"]]
    chance = random.Random(f"{table} 2019")
    found = []
    for _ in range(number):
        parts = [f"by={chance.choice(facets)['id']}", f"page={chance.choice((1, 1, 3))}"]
        row = chance.randrange(content["rows"])  # it passes all facets
        for facet in chance.sample(facets, chance.randrange(3)):
            code = facet["codes"][row]
            own = facet["values"][facet["sets"][code][0] if "sets" in facet else code][0]
            other = chance.choice(facet["values"])[0]
            parts.append(f"{facet['id']}={','.join(sorted({own, other}))}")
        if text := chance.choice(TEXTS):
            parts.append(f"q={quote(text)}")
        if chance.random() < 0.7:
            parts.append(f"sort={chance.choice(('', '-'))}{chance.choice(columns)['id']}")
        found.append(f"?{'&'.join(parts)}")
    return found


def csv_of(page: Page) -> bytes:
    with page.expect_download(timeout=60_000) as started:
        page.locator(".zl-explorer__buttons button").first.click()
    return Path(started.value.path()).read_bytes()


@pytest.mark.parametrize("table", ["targets", "duties"])
@each_language
def test_parts_show_what_one_file_shows(page: Page, site_url: str, both: Path, table: str, language: str) -> None:
    """Panel with its numbers, chart, rows, pages; and the download, which holds all rows in their order."""
    filled = 0
    for query in queries(both, table, 8)[:: 1 if language == "zh" else 3]:
        seen: dict[str, Any] = {}
        for name in ("whole", "parts"):
            opened(page, f"{site_url}{name}/{PREFIXES[language]}explore/{table}/{query}", unfold=True)
            assert page.evaluate("Boolean(document.querySelector('.zl-explorer').zlExplorer.table.parted)") == (
                name == "parts"
            )
            hidden = (
                "document.querySelectorAll('.zl-explorer__progress, .zl-explorer__notice').forEach(e => e.remove())"
            )
            page.evaluate(hidden)
            seen[name] = page.locator(".zl-explorer").inner_text().splitlines(), csv_of(page).splitlines()
        for part in (0, 1):
            assert seen["parts"][part] == seen["whole"][part], query
        filled += len(seen["whole"][1]) > 1
    assert filled >= (2 if language == "zh" else 1)


def test_little_is_loaded_before_and_only_what_is_needed_after(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("/explore/parts/duties/")[2]))
    opened(page, f"{site_url}parts/explore/duties/")
    assert [name for name in asked if name] == ["rows/0.json"]
    page.locator(".zl-facet", has_text="角色").locator("summary").click()
    settled(page)
    assert [name for name in asked if name] == ["rows/0.json"], "its numbers were known"
    page.get_by_label("牵头").check()
    settled(page)
    columns = {name for name in asked if name.startswith("columns/")}
    # What was chosen, what is in sight, and what the chart shows.
    assert columns == {"columns/role.json", "columns/plan.json", "columns/agency_type.json"}
    # Names alone of the plans in sight.
    assert {name.rsplit("/", 1)[0] for name in asked if name.startswith(("grams/", "names/"))} == {"names/plan"}


def test_text_is_read_as_far_as_it_is_cheap_and_then_on_request(page: Page, site_url: str) -> None:
    """Until all is read, numbers are said to be lower bounds."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("/explore/parts/duties/")[2]))
    page.goto(f"{site_url}parts/explore/duties/?q={quote('开发区')}")
    settled(page)
    assert len({name for name in asked if name.startswith("rows/")}) <= 81
    expect(page.locator(".zl-explorer__count")).to_contain_text("至少")
    assert page.locator(".zl-facet__count").first.inner_text().startswith("≥")
    page.get_by_role("button", name="读完").click()
    settled(page)
    expect(page.locator(".zl-explorer__count")).not_to_contain_text("至少")
    expect(page.locator(".zl-explorer__notice:visible")).to_have_count(0)
    whole = page.locator(".zl-explorer__count").inner_text()
    opened(page, f"{site_url}whole/explore/duties/?q={quote('开发区')}")
    assert page.locator(".zl-explorer__count").inner_text() == whole


@pytest.mark.parametrize("form", ["whole", "parts"])
def test_a_long_list_is_searched_with_the_keyboard(page: Page, site_url: str, form: str) -> None:
    opened(page, f"{site_url}{form}/explore/duties/")
    group = page.locator(".zl-facet").filter(has=page.locator("summary", has_text="机构"))
    group.locator("summary").press("Enter")
    settled(page)
    assert 0 < group.locator("li").count() <= 9
    page.keyboard.press("Tab")
    expect(group.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("财政局 x0007")
    expect(group.get_by_role("status")).to_contain_text("找到")
    expect(group.locator("li").first).to_contain_text("x0007")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    settled(page)
    assert page.evaluate("document.activeElement.type") == "checkbox", "the focus stays where the reader works"
    expect(page.locator(".zl-chip").first).to_contain_text("x0007")
    assert "organization=x0007-" in page.url
    page.reload()
    settled(page)
    expect(page.locator(".zl-chip").first).to_contain_text("x0007")
    expect(group.locator("input:checked")).to_have_count(1)


def test_an_unknown_key_of_a_long_list_is_named(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}parts/explore/duties/?organization=no-such-body")
    expect(page.locator(".zl-explorer__notice").first).to_contain_text("no-such-body")
    expect(page.locator(".zl-explorer__count")).to_contain_text("没有符合条件的行")


def test_what_cannot_be_fetched_is_said(page: Page, site_url: str, watch: Watch) -> None:
    opened(page, f"{site_url}parts/explore/duties/")
    page.route("**/columns/role.json", lambda route: route.fulfill(status=404, body="{}"))
    page.locator(".zl-facet", has_text="角色").locator("summary").click()
    page.get_by_label("牵头").check()
    expect(page.locator(".zl-explorer__count")).to_contain_text("没有载入成功")
    watch.forgive(f"{site_url}parts/explore/parts/duties/columns/role.json")
    page.unroute("**/columns/role.json")
    page.get_by_label("牵头").uncheck()
    page.get_by_label("牵头").check()
    settled(page)
    expect(page.locator(".zl-chip").first).to_contain_text("牵头")
    expect(page.locator(".zl-explorer__count")).to_contain_text("行，共")
