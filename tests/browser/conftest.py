"""A real Chromium on the built site, served like a static host serves it; whatever goes wrong fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium_flags import CHROMIUM_FLAGS
from page_types import VIEWPORTS
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from static_host import serve
from watch import Watch

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _chromium(playwright: Playwright) -> str:
    found = (os.environ.get("ZONELEDGER_CHROMIUM"), *map(shutil.which, CHROMIUM_NAMES))
    path = next(filter(None, found), playwright.chromium.executable_path)
    if not Path(path).exists():
        pytest.fail("no Chromium: run scripts/test, or set ZONELEDGER_CHROMIUM to a browser's path", pytrace=False)
    return path


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The home page's address on a local host that serves the site below ``/zoneledger/``."""
    with serve(built_site / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(playwright), args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def language() -> str:
    """``zh`` unless the test runs over ``each_language``."""
    return "zh"


@pytest.fixture
def viewport() -> str:
    """``wide`` unless the test runs over ``each_viewport``."""
    return "wide"


@pytest.fixture
def scheme() -> str:
    """``light`` unless the test runs over ``each_scheme``."""
    return "light"


@pytest.fixture
def watch(site_url: str) -> Watch:
    """What has gone wrong in this test's context so far."""
    return Watch(origin=site_url)


@pytest.fixture
def context(browser: Browser, watch: Watch, language: str, viewport: str, scheme: str) -> Iterator[BrowserContext]:
    """A reader's browser in one language, window and colour scheme; it reaches the site and nothing else."""
    width, height = VIEWPORTS[viewport]
    context = browser.new_context(
        locale={"zh": "zh-CN", "en": "en-GB"}[language],
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        service_workers="block",
    )
    context.set_default_timeout(10_000)
    watch.attach(context)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page; at the end nothing may have gone wrong in it: no violation, no error, no failed or foreign request."""
    yield context.new_page()
    if watch.findings():
        pytest.fail("\n".join(watch.findings()), pytrace=False)
