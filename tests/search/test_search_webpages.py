"""Pages are found by their text, and by nothing that only belongs to their frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue
from zoneledger.search.webpages import read, webpages


@pytest.fixture
def found(catalogue: Catalogue, site: Path) -> dict[str, tuple[str, ...]]:
    """Chinese lines by address."""
    return {record.addresses[0]: record.zh for record in webpages(site, catalogue.layout.site / "pages" / "zh")}


def test_pages_of_single_rows_are_left_to_their_rows(found: dict[str, tuple[str, ...]]) -> None:
    assert set(found) == {"", "agencies/", "data/", "dictionary/", "glossary/", "indicators/", "methodology/", "plans/"}


def test_generated_pages_show_title_and_description(found: dict[str, tuple[str, ...]]) -> None:
    assert found[""] == ("首页", "说明")


def test_a_page_is_known_by_its_own_heading(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    frame = '<head><title>题 - ZoneLedger</title><meta name="description" content="说明"></head><nav><svg><title>图</title></svg>'
    article = '<article class="a" id="zl-content"><p>路</p><h1 id="x">甲<b>乙</b></h1><p>文</p><h2>节</h2></article>'
    for body, title in (
        (article, "甲乙"),
        (f"<h1>旗</h1>{article}", "甲乙"),
        (f"<article><h1>旗</h1></article>{article}", "甲乙"),
        (f"<h1>旗</h1>{article.replace('h1', 'p')}", "题 - ZoneLedger图"),
    ):
        page.write_text(frame + body, encoding="utf-8")
        assert read(page, whole=False) == [(title, ""), ("说明", "")]


def test_hand_written_pages_show_all_their_text(found: dict[str, tuple[str, ...]]) -> None:
    assert found["methodology/"] == ("方法", "说明", "开头", "口径", "亩均税收 <i>")


def test_lines_know_the_heading_they_stand_under(site: Path) -> None:
    lines = dict(read(site / "methodology" / "index.html", whole=True))
    assert lines == {"方法": "", "说明": "", "开头": "", "口径": "wording", "亩均税收 <i>": "wording"}


def test_scripts_and_frames_are_no_text(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = "<article id='zl-content'><h1>题</h1><script>const hidden = 1</script><svg><title>图标</title></svg><p>甲</article>乙"
    page.write_text(f"<title>题 - ZoneLedger</title><nav>导航</nav>{body}", encoding="utf-8")
    assert [text for text, _ in read(page, whole=True)] == ["题", "甲"]


def test_a_page_without_its_twin_is_an_error(catalogue: Catalogue, site: Path) -> None:
    (site / "en" / "methodology" / "index.html").unlink()
    with pytest.raises(FileNotFoundError):
        list(webpages(site, catalogue.layout.site / "pages" / "zh"))
