"""Charts on the built pages: the right drawing, legible in the palette's colours; its downloads; its live form."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_types import PREFIXES, address_of, each_language, each_scheme, each_viewport
from playwright.sync_api import Browser, Page, expect

each_page = pytest.mark.parametrize("page_type", ["home", "plan", "agencies hub", "agency", "indicators hub", "compare", "proof"])
# A reader who spares data is left the drawings, and live forms do not get in the way of looking at them.
SPARING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"

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
    page.add_init_script(SPARING)
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", page_type))
    figures = page.locator(".zl-figure:has(.zl-chart)")
    # A folded figure has no size to be measured.
    page.evaluate("for (const fold of document.querySelectorAll('details:has(.zl-figure)')) fold.open = true")
    assert figures.count() >= 1
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


def _fetched(page: Page) -> list[str]:
    """Addresses below the site's root of what a page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def _of_live_forms(asked: list[str]) -> list[str]:
    return [url for url in asked if url.endswith(("/vega.js", ".json")) and ("/charts/" in url or "vega" in url)]


def test_nothing_of_a_live_form_is_fetched_before_it_is_seen(page: Page, site_url: str, built_site: Path) -> None:
    asked = _fetched(page)
    page.goto(site_url + address_of(built_site / "site", "plan"), wait_until="networkidle")
    figure = page.locator(".zl-figure[data-all]").first
    expect(figure.locator(".zl-chart:visible")).to_have_count(1)
    assert _of_live_forms(asked) == []
    figure.locator(".zl-figure__chart").scroll_into_view_if_needed()
    expect(figure.locator(".zl-figure__live svg")).to_be_visible()
    expect(figure.locator(".zl-chart:visible")).to_have_count(0)
    assert [url.rsplit("/", 1)[1].split(".", 1)[1] for url in _of_live_forms(asked)] == ["js", "zh.wide.json"]


@each_viewport
@each_language
def test_a_live_form_answers_the_pointer_and_the_choice(
    page: Page, site_url: str, built_site: Path, *, language: str, viewport: str
) -> None:
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", "agencies hub"))
    figure = page.locator(".zl-figure[data-all]")
    figure.locator(".zl-figure__chart").scroll_into_view_if_needed()
    marks = figure.locator(".zl-figure__live .marks_marks path")
    expect(marks.first).to_be_visible()
    before = marks.count()
    marks.first.hover()
    tip = page.locator("#vg-tooltip-element.visible")
    expect(tip).to_contain_text({"zh": "共同的措施", "en": "shared"}[language])
    chooser = figure.get_by_role("combobox", name={"zh": "部门类别", "en": "agency type"}[language])
    chooser.select_option(index=chooser.locator("option").count() - 1)
    expect(marks).not_to_have_count(before)
    assert 0 < marks.count() < before
    chooser.select_option(index=0)
    expect(marks).to_have_count(before)


def test_a_live_form_has_the_colours_of_the_palette(page: Page, site_url: str, built_site: Path) -> None:
    page.goto(site_url + address_of(built_site / "site", "agencies hub"))
    figure = page.locator(".zl-figure[data-all]")
    figure.locator(".zl-figure__chart").scroll_into_view_if_needed()
    label = figure.locator(".zl-figure__live .labels_marks text").first
    colours = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.reload()
        figure.locator(".zl-figure__chart").scroll_into_view_if_needed()
        expect(label).to_be_visible()
        colours.append(label.evaluate("text => getComputedStyle(text).fill"))
    assert len(set(colours)) == 2


def test_without_its_runtime_the_drawing_stays(page: Page, site_url: str, built_site: Path) -> None:
    page.route("**/vega.js", lambda route: route.fulfill(body="export {}", content_type="text/javascript"))
    page.goto(site_url + address_of(built_site / "site", "agencies hub"))
    figure = page.locator(".zl-figure[data-all]")
    with page.expect_response("**/agencies-shared.zh.wide.json"):
        figure.locator(".zl-figure__chart").scroll_into_view_if_needed()
    expect(figure.locator(".zl-chart:visible")).to_have_count(1)
    expect(figure.locator("select")).to_have_count(0)


def test_a_reader_who_spares_data_keeps_the_drawing(page: Page, site_url: str, built_site: Path) -> None:
    page.add_init_script(SPARING)
    asked = _fetched(page)
    page.goto(site_url + address_of(built_site / "site", "agencies hub"), wait_until="networkidle")
    page.locator(".zl-figure__chart").scroll_into_view_if_needed()
    assert _of_live_forms(asked) == []


def test_a_picture_is_made_on_a_click(page: Page, site_url: str) -> None:
    page.goto(site_url)
    take = page.locator(".zl-figure__take").first
    with page.expect_download() as taken:
        take.get_by_role("button", name="PNG 图片").click()
    assert taken.value.suggested_filename == "home-strengths.zh.png"
    picture = Path(taken.value.path()).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 2 * (680 + 48)


def test_what_is_offered_is_there(page: Page, site_url: str) -> None:
    page.goto(site_url)
    for link in page.locator(".zl-figure__take").first.get_by_role("link").all():
        assert page.request.get(link.evaluate("link => link.href")).ok


def test_without_a_script_no_picture_is_offered(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url)
    take = page.locator(".zl-figure__take").first
    expect(take.get_by_role("link")).to_have_count(2)
    expect(take.locator("button")).to_be_hidden()
    expect(page.locator(".zl-chart:visible").first).to_be_visible()
    context.close()
