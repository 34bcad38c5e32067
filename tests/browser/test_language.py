"""The language switch keeps the reader's place."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_the_switch_keeps_the_row(page: Page, site_url: str) -> None:
    row = "ganzhou-2020-t002"
    page.goto(f"{site_url}plans/ganzhou-2020/#{row}")
    page.locator("a.zl-language").first.click()
    expect(page).to_have_url(f"{site_url}en/plans/ganzhou-2020/#{row}")
    expect(page.locator(f"#{row}")).to_be_in_viewport()
