"""Every kind of page, in both languages: it loads clean, fits a telephone, has one h1, leads to its other language."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_types import PREFIXES, address_of, each_language, each_page_type, each_scheme, each_viewport
from playwright.sync_api import Page, expect
from watch import Watch, sideways_scroll


@each_viewport
@each_page_type
@each_language
def test_page_loads_clean_and_fits(page: Page, site_url: str, built_site: Path, language: str, page_type: str) -> None:
    address = site_url + PREFIXES[language] + address_of(built_site / "site", page_type)
    answer = page.goto(address)
    assert answer is not None and answer.status == 200
    # Charts and tables that load when they come into view have their chance to go wrong, too.
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).not_to_be_empty()
    assert "zl-slot" not in page.content(), "a slot of the shell was left unfilled"
    assert sideways_scroll(page) <= 0


@each_scheme
@each_language
def test_colour_scheme_follows_the_system(page: Page, site_url: str, language: str, scheme: str) -> None:
    page.goto(site_url + PREFIXES[language])
    palette = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", palette)


@pytest.mark.parametrize("viewport", ["narrow"])
@each_page_type
@each_language
def test_switch_leads_to_the_same_page(
    page: Page, site_url: str, built_site: Path, language: str, page_type: str
) -> None:
    other = {"zh": "en", "en": "zh"}[language]
    path = address_of(built_site / "site", page_type)
    page.goto(site_url + PREFIXES[language] + path)
    page.locator(f"header a[hreflang={other}]").click()
    # A missing page has no twin; its switch leads to the other language's home.
    expect(page).to_have_url(site_url + PREFIXES[other] + ("" if page_type == "404" else path))
    expect(page.locator("html")).to_have_attribute("lang", other)


@each_viewport
def test_missing_address_shows_the_404_page(page: Page, site_url: str, watch: Watch) -> None:
    address = site_url + "plans/no-such-plan/deeper/"
    answer = page.goto(address, wait_until="networkidle")
    assert answer is not None and answer.status == 404
    watch.forgive(address)
    expect(page.locator("h1")).to_have_count(1)
    page.locator("main a.md-button").click()
    expect(page).to_have_url(site_url)
