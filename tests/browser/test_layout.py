"""No page type shows text cut off, on other text or outside its place or too small to read, empty charts or boxes for glyphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from layout import faults, unfold
from page_types import PREFIXES, address_of, each_language, each_page_type, each_viewport
from playwright.sync_api import Page

#: Each a defect that a stylesheet or a template could bring, planted into a sound page, and the fault it must raise.
PLANTED = {
    "a title over the next line": ("h1 { margin-bottom: -2em !important; position: relative; z-index: 1 }", "over each other"),
    "a cell that is too narrow": ("#zl-content p:not([class]) { width: 20px; white-space: nowrap }", "outside p"),
    "a line cut off": ("#zl-content h1 { overflow: hidden; width: 2em; white-space: nowrap }", "cut off sideways in h1"),
    "a block cut off": ("#zl-content { height: 60px; overflow: hidden }", "cut off below"),
    "an empty chart": ("svg.zl-chart path, svg.zl-chart line, svg.zl-chart rect, svg.zl-chart circle { opacity: 0 }", "a chart without marks"),
    "small print": ("#zl-content p { font-size: 11.5px !important }", "11.5 pixels in p"),
}  # fmt: skip


@each_viewport
@each_page_type
@each_language
def test_layout_is_sound(page: Page, site_url: str, built_site: Path, language: str, page_type: str) -> None:
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", page_type), wait_until="networkidle")
    assert faults(page) == []
    unfold(page)
    assert faults(page) == []


@pytest.mark.parametrize("defect", PLANTED)
def test_a_planted_defect_is_seen(page: Page, site_url: str, defect: str) -> None:
    page.goto(site_url, wait_until="networkidle")
    assert faults(page) == []
    style, fault = PLANTED[defect]
    # Planted from outside, which the policy does not concern: a constructed sheet is no inline style.
    page.evaluate(
        """style => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(style)
          document.adoptedStyleSheets.push(sheet)
        }""",
        style,
    )
    assert any(found.startswith(fault) for found in faults(page)), faults(page)


def test_a_character_without_glyph_is_seen(page: Page, site_url: str) -> None:
    page.goto(site_url, wait_until="networkidle")
    page.locator("h1").evaluate("title => title.append(String.fromCodePoint(0x30378))")
    assert [found for found in faults(page) if found.startswith("no glyph")] == ["no glyph for \U00030378 (U+30378)"]
