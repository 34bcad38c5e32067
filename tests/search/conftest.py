"""A small catalogue, and a site with just enough on its pages for every row to be shown somewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load

PAGE = """<!doctype html><html lang="{lang}"><head><title>{title} - ZoneLedger</title>
<meta name="description" content="{description}"></head>
<body><header><h2 id="frame">frame</h2></header><article id="zl-content"><h1>{title}</h1>{body}</article></body></html>"""


def write_page(site: Path, path: str, title: str = "标题", body: str = "", description: str = "说明") -> None:
    """Write a page in both languages."""
    for lang, prefix in (("zh", ""), ("en", "en/")):
        folder = site / prefix / path
        folder.mkdir(parents=True, exist_ok=True)
        text = PAGE.format(lang=lang, title=title, body=body, description=description)
        (folder / "index.html").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def original(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the small datasets and one hand-written page; not to be changed."""
    top = tmp_path_factory.mktemp("search") / "checkout"
    shutil.copytree(root / "tests" / "fixtures" / "small" / "datasets", top / "datasets")
    shutil.copytree(root / "schemas", top / "schemas")
    pages = top / "site" / "pages" / "zh"
    pages.mkdir(parents=True)
    (pages / "methodology.md").write_text("# 方法\n", encoding="utf-8")
    (pages / "index.md").write_text("# zl-slot-title\n", encoding="utf-8")
    return top


@pytest.fixture
def checkout(original: Path, tmp_path: Path) -> Path:
    """A copy of it, to change things in."""
    return shutil.copytree(original, tmp_path / "checkout")


@pytest.fixture(scope="session")
def catalogue(original: Path) -> Catalogue:
    """The small datasets."""
    loaded = load(original)
    assert loaded.problems == []
    return loaded


@pytest.fixture
def site(catalogue: Catalogue, tmp_path: Path) -> Path:
    """A site with a page for every plan, agency type, organisation, indicator and zone, the hubs, and the hand-written page."""
    site = tmp_path / "site"
    for plan in catalogue.plan_files:
        names = [table for table, schema in catalogue.schemas.items() if "id" in schema.by_name]
        ids = [row.text("id") for table in names for row in catalogue.rows(table, plan)]
        write_page(site, f"plans/{plan}/", body="".join(f'<p id="{key}">{key}</p>' for key in ids))
    for row in catalogue.rows("agency_types"):
        bodies = [body for body in catalogue.rows("organizations") if body["agency_type_id"] == row["id"]]
        marks = "".join(f"<p id='{body.text('id')}'>x</p>" for body in bodies)
        write_page(site, f"agencies/{row.text('id')}/", body=marks)
    for table in ("organizations", "indicators", "zones"):
        for row in catalogue.rows(table):
            write_page(site, f"{table}/{row.text('id')}/")
    write_page(
        site, "dictionary/", "数据字典", "".join(f'<h2 id="{table}">{table}</h2>' for table in catalogue.schemas)
    )
    write_page(
        site, "glossary/", "词语", "".join(f'<p id="{row.text("id")}">x</p>' for row in catalogue.rows("glossary"))
    )
    for path, title in (
        ("", "首页"),
        ("plans/", "计划"),
        ("agencies/", "责任部门"),
        ("data/", "数据"),
        ("indicators/", "指标"),
    ):
        write_page(site, path, title, "<p>只在正文里的话</p>")
    write_page(site, "methodology/", "方法", '<p>开头</p><h2 id="wording">口径</h2><p>亩<b>均</b>税收 &lt;i&gt;</p>')
    return site
