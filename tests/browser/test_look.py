"""The look that every page shares: figures that line up, focus that shows, regions that can be reached, few requests."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from page_types import PREFIXES, VIEWPORTS, address_of, each_language, each_page_type
from playwright.sync_api import Browser, Page, expect

#: What the frame of a page may weigh before interaction, gzipped: stylesheet, scripts, logo. Measured: 19 kB.
FRAME_BUDGET = 24_000

#: Five telephones' screens.
HOME_HEIGHT = 5 * VIEWPORTS["narrow"][1]

_SCROLLERS = """() => [...document.querySelectorAll("#zl-content *")].filter(element => {
  const overflow = getComputedStyle(element).overflowX
  return element.checkVisibility() && ["auto", "scroll"].includes(overflow) && element.scrollWidth > element.clientWidth + 1
}).filter(element => !(element.tabIndex === 0 && (element.getAttribute("aria-label") || element.getAttribute("aria-labelledby"))))
  .map(element => `${element.tagName}.${element.className}`)"""

_UNSEEN = """() => {
  const found = []
  for (const element of document.querySelectorAll("a[href], button, input, summary, select, [tabindex='0']")) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    element.focus({ preventScroll: true, focusVisible: true })
    if (document.activeElement === element && getComputedStyle(element).outlineStyle === "none")
      found.push(`${element.tagName}.${element.className}`)
    if (found.length > 5) break
  }
  return found
}"""


@pytest.mark.parametrize("viewport", ["narrow"])
@each_page_type
@each_language
def test_what_scrolls_sideways_has_a_name_and_can_be_reached(
    page: Page, site_url: str, built_site: Path, language: str, page_type: str
) -> None:
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", page_type), wait_until="networkidle")
    page.evaluate("document.querySelectorAll('#zl-content details').forEach(fold => (fold.open = true))")
    assert page.evaluate(_SCROLLERS) == []


@pytest.mark.parametrize("page_type", ["home", "plan", "explorer of targets", "data", "404"])
def test_focus_is_visible_everywhere(page: Page, site_url: str, built_site: Path, page_type: str) -> None:
    page.goto(site_url + address_of(built_site / "site", page_type), wait_until="networkidle")
    assert page.evaluate(_UNSEEN) == []


def test_the_frame_is_light(page: Page, site_url: str, built_site: Path) -> None:
    page.goto(site_url + address_of(built_site / "site", "about"))
    assert page.locator("link[rel=stylesheet]").count() == 1
    addresses = page.evaluate(
        "() => [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]')]"
        ".map(e => e.href || e.src)"
    )
    files = {built_site / "site" / address.removeprefix(site_url) for address in addresses}
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= FRAME_BUDGET


@each_language
def test_units_begin_at_one_place(page: Page, site_url: str, built_site: Path, language: str) -> None:
    path = address_of(built_site / "site", "indicator")
    page.goto(site_url + PREFIXES[language] + path)
    units = page.locator("table").first.locator("td:nth-child(3) > .zl-amount > .zl-amount__unit")
    assert units.count() > 1
    words = units.all_text_contents()
    places = [box["x"] for unit in units.all() if (box := unit.bounding_box())]
    alike = {place for word, place in zip(words, places, strict=True) if word == words[0]}
    assert len(alike) == 1
    style = page.locator("td.num").first.evaluate("cell => getComputedStyle(cell)")
    assert "tabular-nums" in style["fontVariantNumeric"]
    assert style["textAlign"] == "right"


@pytest.mark.parametrize("viewport", ["narrow"])
@each_language
def test_home_is_short_and_says_first_what_it_is(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language])
    assert page.evaluate("document.documentElement.scrollHeight") <= HOME_HEIGHT
    for part in ("h1", ".zl-finding a", ".zl-stats dd a"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < VIEWPORTS["narrow"][1], part
    assert page.locator(".zl-stats dd a").count() == 6


@each_language
def test_home_invites_to_search(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + PREFIXES[language])
    page.locator(".zl-find > button").click()
    expect(page.locator("#zl-search-input")).to_be_focused()
    for word in page.locator(".zl-find .zl-meta button").all():
        word.click()
        expect(page.locator("#zl-search-input")).to_have_value(word.inner_text())
        expect(page.get_by_role("option").first).to_be_visible()


def test_the_palette_is_kept_in_the_other_language(page: Page, site_url: str) -> None:
    page.goto(site_url)
    button = page.locator(".zl-palette button")
    before = button.get_attribute("aria-label")
    button.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).not_to_have_attribute("aria-label", before or "")
    page.goto(site_url + "en/about/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("viewport", ["narrow"])
def test_the_drawer_opens_and_shuts_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + "about/")
    inside = page.locator(".md-nav--primary a.md-nav__link").first
    expect(inside).not_to_be_visible()
    menu = page.locator("[data-zl-menu]")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(inside).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    expect(inside).not_to_be_visible()


def test_the_contents_list_follows_the_reader(page: Page, site_url: str) -> None:
    page.goto(site_url + "methodology/")
    last = page.locator(".md-sidebar--secondary a[href^='#']").nth(5)
    target = (last.get_attribute("href") or "").removeprefix("#")
    page.evaluate("id => document.getElementById(id).scrollIntoView()", target)
    expect(last).to_have_attribute("aria-current", "location")
    expect(page.locator(".md-top")).to_be_visible()


def test_motion_stops_for_who_asked(browser: Browser, site_url: str) -> None:
    page = browser.new_page(reduced_motion="reduce", viewport={"width": 390, "height": 844})
    page.goto(site_url)
    assert page.locator(".md-sidebar--primary").evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
    page.close()


def test_forced_colours_keep_words_legible(browser: Browser, site_url: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(site_url + "plans/")
    ink, ground = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert re.findall(r"\d+", ink)[:3] != re.findall(r"\d+", ground)[:3]
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--zl-ink').trim()") == "CanvasText"
    page.close()
