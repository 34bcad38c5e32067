"""An odd row carries its badge on every page that shows it, and all are listed on one page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from page_reader import PageReader

from zoneledger.catalogue import load
from zoneledger.views.oddities import marks, oddities

PLAN = "anshi-2021"
each_language = pytest.mark.parametrize(("lang", "prefix"), [("zh", ""), ("en", "en/")])


@pytest.fixture(scope="module")
def odd_root(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset with a redacted year, an incomplete text and a restatement that differs."""
    root = tmp_path_factory.mktemp("odd")
    shutil.copytree(small_root, root, dirs_exist_ok=True)
    folder = root / "datasets" / "plans" / PLAN
    replace(folder / "targets.csv", "once,2023,stated,,,,,一,700亿元", "once,20XX,stated,,,,,一,700亿元")
    replace(folder / "target_relations.csv", "stretch_of", "restates")
    replace(folder / "plan.yml", "  - complete\n", "  - redacted\n  - annex_missing\n")
    return root


@pytest.fixture(scope="module")
def odd_site(odd_root: Path, write: Callable[..., Path]) -> Path:
    return write(odd_root)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@each_language
def test_badge_stands_wherever_the_row_is_shown(odd_root: Path, odd_site: Path, lang: str, prefix: str) -> None:
    """In the table row, list item or block that links to the row or is the row itself."""
    found = marks(load(odd_root))
    assert len(found) >= 5
    seen = dict.fromkeys(found, 0)
    tree = odd_site / prefix if prefix else odd_site
    for path in sorted(tree.rglob("index.html")):
        if not prefix and path.relative_to(odd_site).parts[0] == "en":
            continue
        # The glossary names a row as an example of a word, and shows nothing of it.
        if path.parent.name in ("oddities", "proof", "glossary"):
            continue
        html = path.read_text(encoding="utf-8")
        for row_id, badges in found.items():
            shown = [*re.finditer(rf'(?:id="|href="#|{PLAN}/#){re.escape(row_id)}"', html)]
            for match in shown:
                block = _block(html, match.start())
                if block is None:
                    continue
                seen[row_id] += 1
                for mark in badges:
                    assert mark.label.of(lang) in block or _said(mark.label.of(lang)) in block, (path, row_id)
    assert min(seen.values()) >= 1


def _said(label: str) -> str:
    """How a row's own note names its kind."""
    return {"据官方文本补": "据官方文本", "filled from an official text": "from an official text"}.get(label, label)


def _block(html: str, at: int) -> str | None:
    """The table row, list item or milestone around a spot; None in a list of odd spots, which is all badges."""
    starts = [(html.rfind(tag, 0, at), tag) for tag in ("<tr", "<li", '<div class="zl-row zl-m')]
    start, tag = max(starts)
    assert start >= 0
    if 'class="zl-table zl-rows zl-odd"' in html[html.rfind('<div class="zl-table', 0, at) : at]:
        return None
    end = html.find({"<tr": "</tr>", "<li": "</li>"}.get(tag, "</li>"), at)
    return html[start:end]


@each_language
def test_all_are_listed_with_links_to_their_rows(odd_root: Path, odd_site: Path, lang: str, prefix: str) -> None:
    page = PageReader.of(odd_site / prefix / "oddities" / "index.html")
    addresses = [link.attributes.get("href") for link in page.all("a")]
    found = oddities(load(odd_root), PLAN)
    assert {spot.kind for spot in found} >= {
        "overriding",
        "incomplete",
        "suspected",
        "printed_error",
        "redacted",
        "sum",
        "restated",
    }
    plan_ids = PageReader.of(odd_site / prefix / "plans" / PLAN / "index.html").ids
    for spot in found:
        assert f"../plans/{PLAN}/#{spot.anchor}" in addresses
        assert spot.anchor in plan_ids
        assert " ".join(spot.text.of(lang).split()) in page.text


@each_language
def test_incomplete_text_is_badged_wherever_the_plan_is_listed(odd_site: Path, lang: str, prefix: str) -> None:
    words = {"zh": "部分数字被遮去、缺附件", "en": "some digits redacted, annex missing"}[lang]
    for path in ("", "plans/", f"plans/{PLAN}/"):
        page = PageReader.of(odd_site / prefix / path / "index.html")
        badges = [element.text for element in page.elements if "zl-badge--warn" in element.attributes.get("class", "")]
        assert any(badge.lower() == words for badge in badges), path


@each_language
def test_a_sound_text_has_no_such_badge(site: Path, lang: str, prefix: str) -> None:
    page = PageReader.of(site / prefix / "plans" / "index.html")
    assert not [element for element in page.elements if "zl-badge--warn" in element.attributes.get("class", "")]
