"""Hand-written pages: the same in both languages, the same on every day, and no warning passes."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest
from lxml import etree, html

from zoneledger.site.markdown import RenderError, render
from zoneledger.site.sitemap import write_sitemap

ROOT = Path(__file__).parents[1]
PREFIX = {"zh": "", "en": "en/"}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rendered")
    render(ROOT, out, data_date="2026-11-21")
    return out


@pytest.mark.parametrize("lang", PREFIX)
def test_hand_written_pages_have_one_h1_and_every_string_in_their_language(rendered: Path, lang: str) -> None:
    for name in ("methodology", "contribute", "coding", "reviewing", "about", "api"):
        document = (rendered / PREFIX[lang] / name / "index.html").read_text("utf-8")
        tree = html.fromstring(document)
        assert tree.get("lang") == lang
        assert len(tree.xpath("//h1")) == 1
        assert len(tree.xpath("//*[@id='zl-content']")) == 1
        if lang == "zh":
            labels = tree.xpath("//@aria-label | //@placeholder | //label/@title")
            assert [label for label in labels if not re.search(r"[一-鿿]", label)] == []


def test_both_languages_have_the_same_pages_and_anchors(rendered: Path) -> None:
    trees = {lang: ROOT / "site/pages" / lang for lang in PREFIX}
    pages = {lang: {p.relative_to(tree).as_posix() for p in tree.rglob("*.md")} for lang, tree in trees.items()}
    assert pages["zh"] == pages["en"]
    for name in ("methodology", "contribute", "coding", "reviewing", "about", "api"):
        ids = [
            html.fromstring((rendered / prefix / name / "index.html").read_text("utf-8")).xpath("//article//*/@id")
            for prefix in PREFIX.values()
        ]
        assert ids[0] == ids[1]


def test_repository_addresses_come_from_the_configuration(rendered: Path) -> None:
    for prefix in PREFIX.values():
        for page in sorted((rendered / prefix).glob("*/index.html")):
            assert 'href="repo' not in page.read_text("utf-8")
    links = html.fromstring((rendered / "contribute/index.html").read_text("utf-8")).xpath("//article//a/@href")
    assert "https://github.com/zoneledger/zoneledger/blob/main/datasets/plans" in links
    written = [p for p in (ROOT / "site/pages").rglob("*.md") if "github.com/zoneledger" in p.read_text("utf-8")]
    assert written == []


def test_two_renders_are_identical(rendered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 4102444800.0)
    render(ROOT, tmp_path / "again", data_date="2026-11-21")
    trees = [
        {p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob("*") if p.is_file()}
        for top in (rendered, tmp_path / "again")
    ]
    assert len(trees[0]) > 30
    assert trees[0] == trees[1]


def test_site_url_and_date_are_the_callers(tmp_path: Path) -> None:
    render(ROOT, tmp_path, site_url="https://example.org")
    tree = html.fromstring((tmp_path / "en/about/index.html").read_text("utf-8"))
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == "https://example.org/en/about/"
    assert not tree.xpath("//time")
    lost = html.fromstring((tmp_path / "en/404.html").read_text("utf-8"))
    local = [a for a in lost.xpath("//@href | //@src | //@data-zl-root") if not a.startswith(("https://", "#"))]
    assert len(local) > 20
    assert [a for a in local if not a.startswith("/") or a.startswith("//")] == []


@pytest.mark.parametrize(
    ("planted", "reason"),
    [("[x](nowhere.md)", "nowhere.md"), ("[x](methodology.md#nowhere)", "nowhere"), ("[x](/plans/)", "absolute")],
)
def test_a_warning_of_the_generator_stops_the_build(tmp_path: Path, planted: str, reason: str) -> None:
    shutil.copytree(ROOT / "site", tmp_path / "site")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    about = tmp_path / "site/pages/en/about.md"
    about.write_text(f"{about.read_text('utf-8')}\n{planted}\n", "utf-8")
    with pytest.raises(RenderError, match=rf"(?s)mkdocs\.en\.yml.*{reason}"):
        render(tmp_path, tmp_path / "out")


def test_sitemap_lists_both_languages(rendered: Path, tmp_path: Path) -> None:
    shutil.copytree(rendered, tmp_path / "site")
    write_sitemap(tmp_path / "site", "https://example.org/sub")
    tree = etree.parse(tmp_path / "site/sitemap.xml")
    locations = tree.xpath("//*[local-name()='loc']/text()")
    assert "https://example.org/sub/" in locations
    assert "https://example.org/sub/en/plans/" in locations
    pages = [*(ROOT / "site/pages/zh").rglob("*.md")]
    assert len(locations) == len(set(locations)) == 2 * len(pages)
    (tmp_path / "site/plans/alone").mkdir()
    (tmp_path / "site/plans/alone/index.html").touch()
    with pytest.raises(ValueError, match="plans/alone/"):
        write_sitemap(tmp_path / "site", "https://example.org/sub")
