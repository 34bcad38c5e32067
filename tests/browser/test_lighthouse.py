"""Lighthouse gives full marks for accessibility, best practices and search engines where readers come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium_flags import CHROMIUM_FLAGS
from page_checks import lighthouse, shortfalls
from page_types import PREFIXES, address_of, each_language

_CATEGORIES = "--only-categories=accessibility,best-practices,seo"


@each_language
@pytest.mark.parametrize("page_type", ["home", "plan", "explorer of targets", "data"])
def test_full_marks(site_url: str, built_site: Path, tmp_path: Path, language: str, page_type: str) -> None:
    address = site_url + PREFIXES[language] + address_of(built_site / "site", page_type)
    report = lighthouse(address, CHROMIUM_FLAGS, tmp_path / "report.json", _CATEGORIES)
    assert shortfalls(report) == []
    assert {name: category["score"] for name, category in report["categories"].items()} == {
        "accessibility": 1, "best-practices": 1, "seo": 1,
    }  # fmt: skip


def test_a_planted_fault_is_seen(site_url: str, built_site: Path, tmp_path: Path) -> None:
    page = built_site / "site" / "about" / "planted.html"
    sound = (page.parent / "index.html").read_text("utf-8")
    try:
        page.write_text(sound.replace('<html lang="zh"', "<html"), "utf-8")
        report = lighthouse(f"{site_url}about/planted.html", CHROMIUM_FLAGS, tmp_path / "report.json", _CATEGORIES)
    finally:
        page.unlink()
    assert any("lang" in line for line in shortfalls(report))
