"""The explorer in a real browser: facets, text, order, columns, address, downloads, and the keyboard alone."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from page_types import PREFIXES, each_language, each_viewport
from playwright.sync_api import Browser, Page, expect
from watch import sideways_scroll

OPEN = "const explorer = document.querySelector('[data-zl-explorer]').zlExplorer; const table = explorer.table;"


@pytest.fixture(scope="session")
def targets(built_site: Path) -> dict[str, Any]:
    """The columns of the targets' file by name."""
    loaded = json.loads((built_site / "site" / "explore" / "targets.json").read_text("utf-8"))
    return {column["id"]: column for column in loaded["columns"]}


def cells(targets: dict[str, Any], name: str) -> list[str]:
    """A column's keys, row by row."""
    column = targets[name]
    return [column["values"][code][0] for code in column["codes"]]


def opened(page: Page, site_url: str, query: str = "", table: str = "targets", language: str = "zh") -> Page:
    """An explorer once it has drawn its rows."""
    page.goto(f"{site_url}{PREFIXES[language]}explore/{table}/{query}")
    expect(page.locator(".zl-explorer__count")).not_to_be_empty()
    return page


def count(page: Page) -> int:
    """The number of rows said to pass."""
    return int(re.findall(r"\d+", page.locator(".zl-explorer__count").inner_text().replace(",", ""))[0])


def facet(page: Page, name: str) -> Any:
    """A facet's group, opened."""
    group = page.locator(".zl-facet").filter(has=page.locator("summary", has_text=re.compile(f"^{name}$")))
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    return group


def test_a_filter_leaves_the_rows_that_a_plain_count_leaves(page: Page, site_url: str, targets: dict[str, Any]) -> None:
    opened(page, site_url)
    assert count(page) == len(targets["id"]["values"])
    facet(page, "力度").get_by_label("力争").check()
    stretch = [strength == "stretch" for strength in cells(targets, "strength")]
    assert count(page) == sum(stretch) > 0
    expect(page).to_have_url(re.compile(r"\?strength=stretch$"))
    # The other facets count what is left; the facet itself counts what each of its values would bring.
    years = [year for year, hit in zip(cells(targets, "due_year"), stretch, strict=True) if hit]
    due = facet(page, "期限年份")
    assert due.locator("li", has_text="2022年").locator(".zl-facet__count").inner_text() == str(years.count("2022"))
    firm = facet(page, "力度").locator("li", has_text="确保").locator(".zl-facet__count")
    assert firm.inner_text() == str(cells(targets, "strength").count("firm"))


# A scan of seeded choices that knows nothing of codes; what it counts otherwise than the table does.
SCAN = (
    OPEN
    + """
  let seed = 7
  const random = n => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
  const rows = [...Array(table.rows).keys()], wrong = []
  const said = row => table.columns.map(column => table.fold(column.written(column.codes ? column.codes[row] : row)))
  const texts = rows.map(said)
  for (let round = 0; round < 60; round += 1) {
    const chosen = new Map(), text = ["", "亩", "zone 2", "5000亿"][random(4)]
    for (const facet of table.facets) {
      const any = () => random(facet.values.length)
      if (random(3) === 0) chosen.set(facet.id, new Set([any(), any()]))
    }
    const has = (row, facet) => !chosen.has(facet.id) || facet.members(row).some(one => chosen.get(facet.id).has(one))
    const read = row => table.terms(text).every(term => texts[row].some(cell => cell.includes(term)))
    const got = table.select(chosen, text)
    const left = except => rows.filter(row => read(row) && table.facets.every(one => one === except || has(row, one)))
    if (got.count !== left().length) wrong.push([round, "count"])
    for (const facet of table.facets) {
      const others = left(facet)
      facet.values.forEach(([key], place) => {
        const own = others.filter(row => facet.members(row).includes(place)).length
        if (got.counts.get(facet.id)[place] !== own) wrong.push([round, facet.id, key])
      })
    }
  }
  return wrong"""
)


@pytest.mark.parametrize("table", ["targets", "duties"])
def test_every_facet_count_equals_a_plain_scan(page: Page, site_url: str, table: str) -> None:
    opened(page, site_url, table=table)
    assert page.evaluate(f"() => {{ {SCAN} }}") == []


def test_text_is_found_in_both_languages_and_scripts(page: Page, site_url: str) -> None:
    found = []
    for query in ("营业收入", "營業收入"):
        opened(page, site_url, f"?q={query}")
        found.append(count(page))
    assert found[0] == found[1] > 5
    opened(page, site_url, "?q=operating%20revenue")
    assert count(page) > 5
    opened(page, site_url, "?q=zzzz")
    expect(page.locator(".zl-explorer__count")).to_have_text("没有符合条件的行。减少几个条件，或清除全部条件再试。")


@each_language
def test_names_sort_by_pinyin_in_chinese_and_by_letter_in_english(page: Page, site_url: str, language: str) -> None:
    opened(page, site_url, "?sort=city&columns=id,city", language=language)
    ordered = page.evaluate(f"() => {{ {OPEN} return explorer.rows.map(row => table.column.city.word(row)) }}")
    cities = list(dict.fromkeys(ordered))
    assert cities == page.evaluate(
        "([names, tag]) => [...names].sort(new Intl.Collator(tag).compare)",
        [cities, {"zh": "zh-CN-u-co-pinyin", "en": "en"}[language]],
    )
    if language == "zh":
        assert cities.index("赣州市") < cities.index("连云港市") < cities.index("驻马店市")
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)


def test_figures_sort_as_figures_and_empty_ones_stay_last(page: Page, site_url: str) -> None:
    for query, down in (("?sort=value_max", False), ("?sort=-value_max", True)):
        opened(page, site_url, query)
        values = page.evaluate(
            f"() => {{ {OPEN} return explorer.rows.map(row => table.column.value_max.values[row]) }}"
        )
        filled = [value for value in values if value is not None]
        assert values == sorted(filled, reverse=down) + [None] * (len(values) - len(filled))
        assert 0 < len(filled) < len(values)


@each_language
def test_the_address_carries_the_whole_state(page: Page, site_url: str, language: str) -> None:
    query = "?dimension=scale,efficiency&strength=stretch&q=2022&sort=-value&columns=id,statement,value&by=city"
    opened(page, site_url, query, language=language)
    shown, before = page.locator(".zl-explorer__table").inner_text(), count(page)
    expect(page.locator("select")).to_have_value("city")
    expect(page.locator(".zl-chip:not(.zl-chip--clear)")).to_have_count(4)
    page.locator(".zl-chip--clear").click()
    assert count(page) > before
    page.go_back()
    expect(page.locator(".zl-chip:not(.zl-chip--clear)")).to_have_count(4)
    assert page.locator(".zl-explorer__table").inner_text() == shown


def test_an_address_that_asks_for_unknown_values_says_so(page: Page, site_url: str) -> None:
    opened(page, site_url, "?plan=no-such-plan")
    expect(page.locator(".zl-explorer__notice")).to_contain_text("no-such-plan")
    expect(page.locator(".zl-explorer__count")).to_contain_text("没有符合条件的行")
    opened(page, site_url, "?colour=red&strength=firm")
    expect(page.locator(".zl-explorer__notice")).to_contain_text("colour")
    assert count(page) > 0


@each_language
def test_the_download_holds_exactly_what_is_shown(page: Page, site_url: str, language: str) -> None:
    opened(page, site_url, "?strength=firm&sort=value&columns=id,statement,value,agency_type", language=language)
    with page.expect_download() as started:
        page.get_by_role("button", name={"zh": "下载这些行", "en": "Download these rows"}[language]).click()
    data = Path(started.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == count(page) + 1
    shown = page.locator(".zl-explorer__table tbody tr").all()
    for line, row in zip(rows[1:], shown, strict=False):
        assert line == [cell.inner_text() for cell in row.locator("td").all()]
    assert rows[0] == [head.inner_text().removesuffix(" ▲") for head in page.locator("th button").all()]
    with page.expect_download() as started:
        page.get_by_role("button", name={"zh": "引用说明", "en": "How to cite"}[language]).click()
    citation = Path(started.value.path()).read_text("utf-8-sig")
    assert "strength=firm" in citation and str(len(rows) - 1) in citation


def test_cells_that_look_like_formulas_are_harmless_in_the_download(page: Page, site_url: str) -> None:
    opened(page, site_url)
    written = page.evaluate("""async () => {
      const main = document.querySelector("script[type=module]").src
      const { csv } = await import(new URL("download.js", main))
      const cells = ["=1+1", "+a", "-b", "@c", "＝x", "plain", 'a"b,c', "two\\nlines"]
      const column = { name: "=head", kind: "text", word: row => cells[row] }
      return csv({ column: { a: column } }, ["a"], cells.map((_, row) => row)) }""")
    rows = [row[0] for row in csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))]
    assert rows == ["'=head", "'=1+1", "'+a", "'-b", "'@c", "'＝x", "plain", 'a"b,c', "two\nlines"]


def test_the_keyboard_alone_suffices(page: Page, site_url: str) -> None:
    opened(page, site_url, table="duties")
    before = count(page)
    page.locator("#zl-explorer-text").focus()
    page.keyboard.type("工信")
    assert count(page) < before
    for _ in range(3):  # the first facet's own heading, then its first box
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
    page.keyboard.press("Space")
    expect(page.locator(".zl-chip:not(.zl-chip--clear)")).to_have_count(2)
    assert page.evaluate("document.activeElement.type") == "checkbox", "the focus stays where the reader works"
    page.locator("th button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    expect(page.locator("th button").nth(1)).to_be_focused()


@each_viewport
@each_language
def test_a_row_leads_to_its_place(page: Page, site_url: str, language: str, viewport: str) -> None:
    opened(page, site_url, "?columns=id,statement,plan,indicator", language=language)
    assert sideways_scroll(page) <= 0
    first = page.locator(".zl-explorer__row").first
    row = first.inner_text()
    first.click()
    page.wait_for_url(re.compile(re.escape(f"{site_url}{PREFIXES[language]}plans/") + r"[^/]+/#" + row))
    expect(page.locator(f"[id='{row}']")).to_be_visible()


def test_without_scripts_the_page_leads_to_the_whole_table(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}explore/duties/")
    links = page.locator(".zl-explorer a")
    assert any("responsibilities.csv" in (link.get_attribute("href") or "") for link in links.all())
    assert links.count() > 5
    context.close()


def test_what_the_page_loads_is_small(built_site: Path) -> None:
    """At most 30 kB of script, gzipped, besides the data."""
    scripts = sorted((built_site / "site" / "assets" / "javascripts" / "explorer").glob("*.js"))
    assert len(scripts) > 5
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) < 30_000
