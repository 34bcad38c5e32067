"""No page is too heavy for a telephone: what is said at each of hundreds of rows adds up."""

from __future__ import annotations

from pathlib import Path

MOST = 500_000


def test_no_page_has_more_than_500_kilobytes_of_html(built_site: Path) -> None:
    weights = {str(page.relative_to(built_site)): page.stat().st_size for page in built_site.rglob("*.html")}
    assert len(weights) > 500
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}
