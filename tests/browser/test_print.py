"""On paper: a plan's page as a report, whole, no wider than the sheet, without the frame, in black on white."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from page_types import PREFIXES, address_of, each_language
from playwright.sync_api import Page

#: What A4 leaves between the margins of print.css (210 mm less 2 × 15 mm), in CSS pixels.
SHEET = 680

_WIDER = """width => [...document.querySelectorAll("#zl-content *")].filter(element =>
  !element.closest("svg") && element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
  .map(element => `${element.tagName}.${element.className}`)"""

_FOLDED = """() => [...document.querySelectorAll("#zl-content details:not([open]) > :not(summary)")].map(element =>
  [element.checkVisibility() || !element.textContent.trim() || getComputedStyle(element).display === "none",
   element.textContent.trim().slice(0, 40)])"""


@pytest.fixture
def plan(page: Page, site_url: str, built_site: Path, language: str) -> Page:
    """The longest plan's page, laid out for a sheet of A4."""
    page.goto(site_url + PREFIXES[language] + address_of(built_site / "site", "plan"))
    page.set_viewport_size({"width": SHEET, "height": 960})
    page.emulate_media(media="print")
    return page


@each_language
def test_nothing_is_wider_than_the_sheet(plan: Page, language: str) -> None:
    plan.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert plan.evaluate(_WIDER, SHEET) == []


def test_folds_are_open_without_a_script(plan: Page) -> None:
    found = plan.evaluate(_FOLDED)
    assert len(found) > 20
    assert [text for visible, text in found if not visible] == []


def test_folds_shut_again(plan: Page) -> None:
    shut = plan.locator("#zl-content details:not([open])")
    before = shut.count()
    plan.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shut.count() == 0
    plan.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shut.count() == before > 5


def test_the_frame_stays_on_the_screen(plan: Page) -> None:
    for part in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".zl-breadcrumbs", ".zl-footer__pages"):
        assert plan.locator(part).count() > 0, part
        assert not plan.locator(part).first.is_visible(), part
    assert plan.locator(".zl-footer p").first.is_visible(), "the licence belongs to the report"


def test_each_address_stands_once(plan: Page) -> None:
    plan.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = plan.locator("a[data-zl-address]").evaluate_all("links => links.map(link => link.dataset.zlAddress)")
    assert shown
    assert len(shown) == len(set(shown))
    assert plan.locator("a.zl-source[data-zl-address]").count() == 0


@pytest.mark.parametrize("scheme", ["dark"])
def test_paper_is_white(plan: Page, scheme: str) -> None:
    assert plan.locator("body").get_attribute("data-md-color-scheme") == "slate"
    ink, ground = plan.evaluate(
        "() => [getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert max(map(int, re.findall(r"\d+", ink))) < 80
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_the_pdf_has_the_folded_text(page: Page, site_url: str, built_site: Path, tmp_path: Path) -> None:
    assert shutil.which("pdftotext"), "pdftotext is not here; scripts/test installs it"
    page.goto(site_url + address_of(built_site / "site", "plan"))
    folded = page.locator("#zl-content details:not([open]) table td:first-child").all_text_contents()
    words = {" ".join(text.split()) for text in folded if re.fullmatch(r"\s*[一-鿿]{3,8}\s*", text)}
    assert len(words) > 3
    page.pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True)
    command = ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert [word for word in words if word not in re.sub(r"[ \n]", "", text)] == []
