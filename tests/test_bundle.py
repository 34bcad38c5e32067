"""One stylesheet and one script: nothing that a page shows loses its rule, and nothing else is sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from zoneledger.site.bundle import SCRIPT, STYLESHEET, minified
from zoneledger.site.markdown import render
from zoneledger.site.unused_rules import without_unused, words_of


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Both trees, as MkDocs renders them."""
    out = tmp_path_factory.mktemp("bundled")
    render(root, out)
    return out


def test_a_page_loads_one_stylesheet_and_two_scripts(rendered: Path) -> None:
    for page in ("about/index.html", "en/about/index.html", "404.html", "en/404.html"):
        tree = html.fromstring((rendered / page).read_text("utf-8"))
        (style,) = tree.xpath("//link[@rel='stylesheet']/@href")
        assert style.endswith(STYLESHEET), page
        blocking, late = tree.xpath("//script[@src]")
        assert blocking.get("src").endswith("assets/javascripts/palette.js"), page
        assert late.get("src").endswith(SCRIPT), page
        assert late.get("defer") is not None, page


def test_both_languages_load_the_same_files(rendered: Path) -> None:
    assert not (rendered / "en/assets").exists()
    tree = html.fromstring((rendered / "en/plans/index.html").read_text("utf-8"))
    (style,) = tree.xpath("//link[@rel='stylesheet']/@href")
    assert (rendered / "en/plans" / style).resolve() == (rendered / STYLESHEET).resolve()


def test_the_pieces_are_not_served_besides(rendered: Path, root: Path) -> None:
    styles = {path.name for path in (rendered / "assets/stylesheets").iterdir()}
    apart = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["extra"]["styles_apart"]
    assert styles == {"site.css"} | {f"{name}.css" for name in apart}
    scripts = {path.name for path in (rendered / "assets/javascripts").glob("*.js")}
    assert {"site.js", "palette.js"} <= scripts
    assert not scripts & {"frame.js", "search.js"}
    assert not [name for name in scripts if name.startswith("bundle.")]


def test_our_own_rules_are_all_there(rendered: Path, root: Path) -> None:
    bundle = (rendered / STYLESHEET).read_text("utf-8")
    folder = root / "site/theme/overrides/assets/stylesheets"
    listed = re.findall(r"^  - assets/stylesheets/([\w-]+\.css)$", (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert len(listed) > 8
    for name in listed:
        for selector in re.findall(r"\.zl-[\w-]+", (folder / name).read_text("utf-8")):
            assert selector in bundle, f"{name}: {selector}"
    sheets = {path.name for path in folder.glob("*.css")}
    apart = set(re.findall(r"assets/stylesheets/([\w-]+\.css)", (root / "mkdocs.yml").read_text("utf-8")))
    assert sheets == apart, "a stylesheet that no page loads"


def test_the_theme_keeps_what_its_parts_on_our_pages_need(rendered: Path) -> None:
    bundle = (rendered / STYLESHEET).read_text("utf-8")
    page = html.fromstring((rendered / "about/index.html").read_text("utf-8"))
    for name in ("md-header__inner", "md-tabs__link", "md-nav__link", "md-sidebar--primary", "md-overlay", "md-grid"):
        assert page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"), name
        assert f".{name}" in bundle, name
    for gone in ("md-annotation", "tabbed-labels", "admonition-title", "md-search__form", "gslide"):
        assert gone not in bundle, gone


def test_unused_rules_go_and_used_ones_stay() -> None:
    css = (
        '@charset "UTF-8";.a,.b .c{color:red}.a{content:"}.b{"}@media print{.b{top:0}.a{top:1px}}'
        ".a :is(.b,i){top:0}.a:not(.b){top:0}[data-x=y] .a{top:0}[data-x=z] .a{top:0}"
        ":root{--md-one:url('x{}');--md-two:1;--md-three:var(--md-two)}.a{left:var(--md-three)}"
        "@keyframes in{0%{top:0}}@keyframes out{0%{top:0}}.a{animation:in 1s}"
    )
    kept = without_unused(css, words_of('<p class="a" data-x="y">'))
    assert kept == (
        '.a{color:red}.a{content:"}.b{"}@media print{.a{top:1px}}'
        ".a :is(.b,i){top:0}.a:not(.b){top:0}[data-x=y] .a{top:0}"
        ":root{--md-two:1;--md-three:var(--md-two)}.a{left:var(--md-three)}"
        "@keyframes in{0%{top:0}}.a{animation:in 1s}"
    )


def test_a_broken_stylesheet_is_refused() -> None:
    with pytest.raises(ValueError, match="without its end"):
        without_unused(".a{top:0}.b{", {"a", "b"})


def test_minifying_changes_no_meaning() -> None:
    css = """
    /* why */
    .a :is(b, i) > p,
    .c { margin: 0 auto; content: "a;  b: { c }"; }
    @media screen and (max-width: 44em) { .a { color: red; } }
    """
    assert minified(css) == (
        '.a :is(b,i) > p,.c{margin:0 auto;content:"a;  b: { c }"}@media screen and (max-width:44em){.a{color:red}}'
    )
