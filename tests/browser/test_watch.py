"""The watch itself: a page that does everything wrong is caught at each thing, and a blameless one at none."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from static_host import serve
from watch import Watch, sideways_scroll

POLICY = "default-src 'none'; script-src 'self'; img-src 'self' https:; style-src 'self'"
PAGE = "<!doctype html><html lang=en><link rel=icon href=icon.svg><title>page</title>{}</html>"

FAULTS = {
    "inline style": ("<p style='width: 1px'>x</p>", "content security policy: style-src-attr"),
    "inline script": ("<script>1</script>", "content security policy: script-src-elem"),
    "exception": ("<script src=throws.js></script>", "console: planted"),
    "missing file": ("<img src=absent.png alt=''>", "request failed: 404"),
    "address from the host's top": ("<img src=/icon.svg alt=''>", "outside the site: http://127.0.0.1"),
    "third party": ("<img src=https://example.org/a.png alt=''>", "outside the site: https://example.org/a.png"),
}


def findings(browser: Browser, site: Path, body: str) -> list[str]:
    """What the watch notes on a page with this body."""
    (site / "_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n")
    (site / "404.html").write_text("not found")
    (site / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (site / "throws.js").write_text("throw new Error('planted')")
    (site / "index.html").write_text(PAGE.format(body))
    with serve(site) as address:
        watch = Watch(origin=address)
        context = browser.new_context()
        watch.attach(context)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        context.close()
    return watch.findings()


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_fault_is_noted(browser: Browser, tmp_path: Path, fault: str) -> None:
    body, expected = FAULTS[fault]
    assert [line for line in findings(browser, tmp_path, body) if expected in line]


def test_blameless_page_has_no_findings(browser: Browser, tmp_path: Path) -> None:
    assert findings(browser, tmp_path, "<h1>page</h1><img src=icon.svg alt=''>") == []


def test_sideways_scroll_is_measured(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content("<div style='width: 400px'>wide</div>")
    assert sideways_scroll(page) > 0
    page.set_content("<div>narrow</div>")
    assert sideways_scroll(page) == 0
    page.close()
