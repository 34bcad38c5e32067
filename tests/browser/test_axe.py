"""axe-core finds nothing: on every kind of page, with folds, menu and dialogs open, and in the search with its results."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from layout import unfold
from page_types import PREFIXES, address_of, each_language, each_page_type, each_scheme, each_viewport
from playwright.sync_api import Page, expect

#: Evaluated from outside, which the content security policy does not concern; it stays as strict as a reader's.
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

#: Targets for fingers (WCAG 2.2, 2.5.8) are the one rule of level AA that axe leaves out unless asked.
_RUN = """() => axe.run({ rules: { "target-size": { enabled: true } } }).then(answer => answer.violations.flatMap(violation =>
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


@pytest.mark.parametrize(("viewport", "scheme"), [("narrow", "dark")])
@pytest.mark.parametrize("page_type", ["home", "plan", "agency", "indicators hub", "explorer of targets", "data", "dictionary"])
@each_language
def test_open_folds_have_no_violation(page: Page, site_url: str, built_site: Path, language: str, page_type: str) -> None:
    """The data below each figure, the filters of the explorer, the duties of a plan."""
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", page_type), wait_until="networkidle")
    shut = page.locator("#zl-content details:not([open])")
    assert shut.count() > 0
    unfold(page)
    expect(shut).to_have_count(0)
    assert _violations(page) == []


@pytest.mark.parametrize("viewport", ["narrow"])
@each_scheme
@each_language
def test_open_menu_has_no_violation(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language] + "about/", wait_until="networkidle")
    page.locator("[data-zl-menu]").press("Enter")
    expect(page.locator(".md-nav--primary a.md-nav__link").first).to_be_in_viewport(ratio=1)
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


#: What is planted, and the rule of axe that must see it.
PLANTED = {
    "label": "<input>",
    "target-size": "<p><button>1</button><button>2</button></p>",
    "landmark-unique": "<nav aria-label=a></nav><nav aria-label=a></nav>",
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_seen(page: Page, site_url: str, rule: str) -> None:
    page.goto(site_url)
    page.evaluate("html => document.querySelector('#zl-content').insertAdjacentHTML('afterbegin', html)", PLANTED[rule])
    assert any(found.startswith(f"{rule}: ") for found in _violations(page))
