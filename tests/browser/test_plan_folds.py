"""A plan's page as a browser has it: an address of a folded row opens its folds, and the page is light."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

PLANS = ("lianyungang-2022", "zhumadian-2019", "nanchang-2019")
#: Bytes that a page loads in all, compressed as a host sends them.
MOST = 160_000


@pytest.mark.parametrize("row", ["t070", "r040", "p010", "m12", "g005", "i001"])
def test_an_address_opens_the_folds_around_its_row(page: Page, site_url: str, row: str) -> None:
    page.goto(f"{site_url}plans/nanchang-2019/#nanchang-2019-{row}")
    found = page.locator(f"#nanchang-2019-{row}")
    expect(found).to_be_visible()
    assert found.locator("xpath=ancestor-or-self::details[not(@open)]").count() == 0
    expect(found).to_be_in_viewport()


def test_a_row_of_every_table_is_found_by_its_address(page: Page, site_url: str) -> None:
    """All rows, without a page load each: the hash changes, the folds open."""
    page.goto(f"{site_url}plans/zhumadian-2019/")
    rows = page.locator(".zl-row[id^='zhumadian-2019-']").evaluate_all("rows => rows.map(row => row.id)")
    assert len(rows) > 200
    hidden = page.evaluate(
        """async rows => {
            const hidden = []
            for (const id of rows) {
                location.hash = id
                await new Promise((done) => addEventListener("hashchange", done, { once: true }))
                if (!document.getElementById(id).checkVisibility()) hidden.push(id)
            }
            return hidden
        }""",
        rows[:: len(rows) // 40],
    )
    assert hidden == []


@pytest.mark.parametrize("plan", PLANS)
def test_a_page_loads_little(page: Page, site_url: str, built_site: Path, plan: str) -> None:
    loaded: dict[str, int] = {}

    def weigh(response: Response) -> None:
        path = urlsplit(response.url).path
        loaded[path] = len(gzip.compress(response.body(), 6))

    page.on("response", weigh)
    page.goto(f"{site_url}plans/{plan}/", wait_until="networkidle")
    assert len(loaded) > 2
    assert sum(loaded.values()) <= MOST, loaded


def test_answers_stand_on_the_first_two_screens_of_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}plans/lianyungang-2022/")
    for part in (".zl-brief", "#headline"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + (box["height"] if part == ".zl-brief" else 0) < 2 * 844, part
