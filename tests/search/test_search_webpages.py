"""Pages are found by their text, and by nothing that only belongs to their frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue
from zoneledger.remembered import Remembered
from zoneledger.search import webpages as module
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


def test_what_was_read_before_is_not_read_again(
    catalogue: Catalogue, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, file = catalogue.layout.site / "pages" / "zh", tmp_path / "known"
    fresh, times = list(webpages(site, sources)), []
    parse = module._read
    monkeypatch.setattr(module, "_read", lambda content: times.append(content) or parse(content))

    def parsed() -> int:
        """How many pages are parsed now; what is found is what it would be without knowing any."""
        known, before = Remembered(file), len(times)
        found, now = list(webpages(site, sources, known)), len(times)
        known.close()
        assert found == list(webpages(site, sources))
        return now - before

    assert parsed() == 2 * len(fresh)
    assert parsed() == 0
    page = site / "methodology" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("开头", "起头"), encoding="utf-8")
    assert (parsed(), parsed()) == (1, 0)
    page.write_text(page.read_text(encoding="utf-8").replace('content="', 'content="又'), encoding="utf-8")
    assert (parsed(), parsed()) == (1, 0)


def test_a_title_from_outside_the_page_s_top_is_not_kept(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for title in ("甲", "乙"):
        page.write_text(f"<h1>旗</h1><p>文</p><h1>题</h1><title>{title}</title>", encoding="utf-8")
        known = Remembered(tmp_path / "known")
        assert read(page, False, known) == [(title, "")]
        known.close()


def test_the_whole_of_a_page_is_not_taken_for_its_top(tmp_path: Path) -> None:
    page, file = tmp_path / "page.html", tmp_path / "known"
    page.write_text('<article id="zl-content"><h1>题</h1>', encoding="utf-8")
    for whole in (True, False):
        page.write_text(f'<article id="zl-content">{"<p>文</p>" * whole}<h1>题</h1>', encoding="utf-8")
        known = Remembered(file)
        read(page, whole, known)
        known.close()
        assert read(page, not whole, Remembered(file)) == read(page, not whole)


def test_a_page_without_its_twin_is_an_error(catalogue: Catalogue, site: Path) -> None:
    (site / "en" / "methodology" / "index.html").unlink()
    with pytest.raises(FileNotFoundError):
        list(webpages(site, catalogue.layout.site / "pages" / "zh"))
