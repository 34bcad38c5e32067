"""Charts on the built pages: the right drawing for the window, every word legible in it, colours of the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_types import PREFIXES, address_of, each_language, each_scheme, each_viewport
from playwright.sync_api import Page, expect

each_page = pytest.mark.parametrize("page_type", ["home", "plan"])

# Texts that leave their drawing or run into another text, and the size of the smallest one on the screen.
_LOOK = """drawing => {
  const frame = drawing.getBoundingClientRect()
  const texts = [...drawing.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()])
  const faults = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([words]) => "outside: " + words)
  texts.forEach(([one, a], index) => texts.slice(index + 1).forEach(([other, b]) => {
    // Line boxes are taller than the glyphs in them.
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    if (across > 1 && down > 5) faults.push(`over each other: ${one}, ${other}`)
  }))
  const scale = frame.width / drawing.viewBox.baseVal.width
  return { faults, texts: texts.length, smallest: 12 * scale }
}"""


@each_page
@each_viewport
@each_language
def test_one_drawing_fits_the_window(
    page: Page, site_url: str, built_site: Path, *, language: str, viewport: str, page_type: str
) -> None:
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", page_type))
    figures = page.locator(".zl-figure:has(.zl-chart)")
    assert figures.count() >= 2
    for figure in figures.all():
        drawings = figure.locator(".zl-chart:visible")
        expect(drawings).to_have_count(1)
        expect(drawings).to_contain_class(f"zl-chart--{viewport}")
        seen = drawings.evaluate(_LOOK)
        assert seen["faults"] == []
        assert seen["texts"] > 3
        assert seen["smallest"] >= 11


@each_scheme
def test_colours_are_those_of_the_palette(page: Page, site_url: str, scheme: str) -> None:
    page.goto(site_url)
    drawing = page.locator(".zl-chart:visible").first
    label = drawing.locator(".zl-chart__labels text").first
    color, wanted = label.evaluate(
        """text => {
          const probe = document.createElement("i")
          text.closest("figure").append(probe)
          probe.className = "zl-probe"
          probe.style.color = "var(--chart-fg)"
          return [getComputedStyle(text).fill, getComputedStyle(probe).color]
        }"""
    )
    assert color == wanted
    background = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert color != background
