"""From a value on the page to a form on the host that knows the row, the column, the value and the place."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from page_types import LANGUAGES, PREFIXES, VIEWPORTS, address_of
from playwright.sync_api import Locator, Page, expect

PLAN = "ganzhou-2020"
ROW = f"{PLAN}-t002"

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_viewport = pytest.mark.parametrize("viewport", VIEWPORTS)


def form(address: str | None) -> dict[str, str]:
    """What the address fills into the form."""
    return {name: value for name, (value,) in parse_qs(urlsplit(address or "").query, keep_blank_values=True).items()}


def published(built_site: Path, table: str, row: str) -> dict[str, str]:
    path = built_site / "site" / "data" / "plans" / PLAN / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return next(cells for cells in csv.DictReader(stream) if cells["id"] == row)


def unfolded(link: Locator) -> Locator:
    """A row's link, with whatever it is folded into open."""
    link.evaluate("link => { for (let box = link; (box = box.parentElement.closest('details')); ) box.open = true }")
    return link


def opened(page: Page, address: str, row: str) -> None:
    page.goto(address)
    unfolded(page.locator(f'a.zl-report[data-row="{row}"]').first).click()
    expect(page.locator("dialog li").first).to_be_visible()


@each_language
@each_viewport
def test_each_cell_has_its_own_form(page: Page, site_url: str, built_site: Path, language: str) -> None:
    opened(page, f"{site_url}{PREFIXES[language]}plans/{PLAN}/", ROW)
    cells = published(built_site, "targets", ROW)
    forms = [form(link.get_attribute("href")) for link in page.locator("dialog li a").all()]
    assert {filled["column"]: filled["present"] for filled in forms}.items() <= cells.items()
    assert {"value", "due", "printed", "strength"} <= {filled["column"] for filled in forms}
    assert "plan_id" not in {filled["column"] for filled in forms}
    for filled in forms:
        assert (filled["template"], filled["row"]) == ("wrong-value.yml", ROW)
        assert filled["anchor"] == f"{cells['locator']} | {cells['printed']} | #{cells['occurrence']}"
        assert ROW in filled["title"]
    expect(page.locator("dialog .zl-correct__row code")).to_have_text(ROW)
    edit = page.locator("dialog .zl-correct__edit")
    expect(edit).to_have_attribute(
        "href", f"https://github.com/zoneledger/zoneledger/edit/main/datasets/plans/{PLAN}/targets.csv"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_following_a_cell_leads_to_the_filled_form(page: Page, site_url: str, built_site: Path) -> None:
    asked: list[str] = []
    page.route("https://github.com/**", lambda route: (asked.append(route.request.url), route.fulfill(body="ok")))
    opened(page, f"{site_url}plans/{PLAN}/", ROW)
    page.locator('dialog li a[title="value"]').click()
    page.wait_for_url("https://github.com/**")
    filled = form(asked[0])
    assert (filled["row"], filled["column"]) == (ROW, "value")
    assert filled["present"] == published(built_site, "targets", ROW)["value"]
    assert filled["anchor"]


def test_by_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/plans/{PLAN}/")
    link = unfolded(page.locator(f'a.zl-report[data-row="{ROW}"]').first)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=f"Row {ROW}")).to_be_visible()
    expect(page.locator("dialog li").first).to_be_visible()
    # Three citations come first, each with its button.
    for _ in range(7):
        page.keyboard.press("Tab")
    expect(page.locator("dialog li a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("page_type", ["plan", "agency", "organization", "indicator", "zone", "dictionary"])
def test_every_kind_of_page_reads_its_rows(page: Page, site_url: str, built_site: Path, page_type: str) -> None:
    """The first, the middle and the last row of the page: each is found in the published table."""
    page.goto(site_url + address_of(built_site / "site", page_type))
    count = page.locator("a.zl-report").count()
    assert count
    for place in sorted({0, count // 2, count - 1}):
        unfolded(page.locator("a.zl-report").nth(place)).click()
        expect(page.locator("dialog li").first).to_be_visible()
        first = form(page.locator("dialog li a").first.get_attribute("href"))
        assert {"row", "column", "present"} <= set(first)
        page.locator("dialog .zl-correct__end button").click()


def test_without_the_table_the_row_can_still_be_reported(page: Page, site_url: str, watch: object) -> None:
    page.route("**/targets.csv", lambda route: route.fulfill(body="id\n"))
    page.goto(f"{site_url}plans/{PLAN}/")
    unfolded(page.locator(f'a.zl-report[data-row="{ROW}"]').first).click()
    whole = page.locator("dialog .zl-correct__whole")
    expect(whole).to_be_visible()
    expect(page.locator("dialog .zl-correct__wait")).to_have_count(0)
    assert form(whole.get_attribute("href"))["row"] == ROW
    assert page.locator("dialog li").count() == 0


def test_a_long_or_hostile_value_fits_an_address(page: Page, site_url: str, built_site: Path) -> None:
    path = built_site / "site" / "data" / "plans" / PLAN / "targets.csv"
    value = '"' + "区\u202e&row=other#" * 2000 + '\n""x"""'
    text = path.read_text(encoding="utf-8")
    cells = published(built_site, "targets", ROW)
    hostile = text.replace(f",{cells['scope_printed']},{cells['scope_en']},", f",{value},{cells['scope_en']},")
    assert hostile != text
    page.route("**/targets.csv", lambda route: route.fulfill(body=hostile))
    opened(page, f"{site_url}plans/{PLAN}/", ROW)
    address = page.locator('dialog li a[title="scope_printed"]').get_attribute("href") or ""
    assert len(address) <= 7500
    filled = form(address)
    assert filled["row"] == ROW
    assert filled["present"].startswith("区&row=other#区")
    assert filled["present"].endswith("…")


def test_every_row_of_a_plan_page_has_both_links(page: Page, site_url: str, built_site: Path) -> None:
    """The page names the files alone; the script makes full addresses of them, each for its own row."""
    page.goto(f"{site_url}plans/{PLAN}/")
    found = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("a.zl-report")].map(
            (link) => [link.dataset.row, [link.previousElementSibling.href, link.href]]))"""
    )
    assert all("/blob/" in line and form(report)["row"] == row for row, (line, report) in found.items())
    for table in ("targets", "responsibilities", "measures", "references", "milestones"):
        path = built_site / "site" / "data" / "plans" / PLAN / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [cells["id"] for cells in csv.DictReader(stream)]
        for place, row in enumerate(rows):
            assert found[row][0].endswith(f"/datasets/plans/{PLAN}/{table}.csv?plain=1#L{place + 2}")


def test_without_scripts_a_row_names_its_line_and_file(browser: object, site_url: str) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site_url}plans/{PLAN}/")
    link = plain.locator(f'[id="{ROW}"] a.zl-source')
    expect(link).to_have_text("CSV 第 3 行")
    assert link.get_attribute("href") == "#targets.csv"
    file = plain.locator('a[id="targets.csv"]').get_attribute("href") or ""
    assert file.endswith(f"/datasets/plans/{PLAN}/targets.csv?plain=1#L1")
    expect(plain.get_by_role("link", name="怎样报告一处错误")).to_be_visible()
    context.close()
