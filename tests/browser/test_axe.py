"""axe-core finds nothing: on every kind of page, and in the search with its results shown."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from page_types import PREFIXES, address_of, each_language, each_page_type, each_scheme, each_viewport
from playwright.sync_api import Page, expect

#: Evaluated from outside, which the content security policy does not concern; it stays as strict as a reader's.
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

_RUN = """() => axe.run().then(answer => answer.violations.flatMap(violation =>
  violation.nodes.map(node => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))"""


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: list[str] = page.evaluate(_RUN)
    return found


#: Each palette and each window once: no rule of axe looks at both together.
each_look = pytest.mark.parametrize(("viewport", "scheme"), [("wide", "light"), ("narrow", "dark")])


@each_look
@each_page_type
@each_language
def test_page_has_no_violation(page: Page, site_url: str, built_site: Path, language: str, page_type: str) -> None:
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", page_type), wait_until="networkidle")
    assert _violations(page) == []


@each_viewport
@each_scheme
@each_language
@pytest.mark.parametrize("query", ["营业收入", "doubling", "zzzq"])
def test_open_search_has_no_violation(page: Page, site_url: str, language: str, query: str) -> None:
    page.goto(site_url + PREFIXES[language] + "about/", wait_until="networkidle")
    page.get_by_role("combobox").fill(query)
    expect(page.locator(".zl-search__status")).to_be_visible()
    if query != "zzzq":
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("ArrowDown")
    else:
        expect(page.locator(".zl-search__hint")).to_be_visible()
    assert _violations(page) == []


@each_look
@each_language
def test_open_dialog_over_a_row_has_no_violation(page: Page, site_url: str, language: str) -> None:
    page.goto(f"{site_url}{PREFIXES[language]}agencies/commerce/", wait_until="networkidle")
    link = page.locator("a.zl-report").first
    link.evaluate("one => { for (let b = one.closest('details'); b; b = b.parentElement.closest('details')) b.open = true }")
    link.click()
    expect(page.locator("dialog li").first).to_be_visible()
    page.locator("dialog .zl-citing summary").first.click()
    page.locator("dialog .zl-citing button").first.click()
    assert _violations(page) == []


def test_a_planted_fault_is_seen(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate("() => document.querySelector('#zl-search-input').insertAdjacentHTML('afterend', '<input>')")
    assert any(found.startswith("label: ") for found in _violations(page))
