"""Hand-written and generated pages share one frame; a shell that no longer fits its generator is refused."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html
from markupsafe import Markup

from zoneledger.site.contents import contents_list
from zoneledger.site.markdown import render
from zoneledger.site.shell import Heading, Page, Shell, ShellError, site_root

ROOT = Path(__file__).parents[1]
HUBS = ("", "plans/", "agencies/", "data/", "dictionary/")
PREFIX = {"zh": "", "en": "en/"}
#: Ends of class names that say what is active or open.
STATES = ("--active", "--section", "--indeterminate")
#: What zoneledger.site.head renders for each page, with the comments around it on a hand-written one.
OF_THE_PAGE = (
    "//head//meta[@property or starts-with(@name, 'twitter:')] | //head//link[@rel='license']"
    " | //head//script[@type='application/ld+json'] | //head//comment()[contains(., 'zl:head')]"
)
FRAME = {
    "header": "//header",
    "tabs": "//nav[contains(@class, 'md-tabs')]",
    "drawer": "//nav[contains(@class, 'md-nav--primary')]",
    "search box": "//header//*[@data-zl-search]",
    "palette toggle": "//header//form[@data-md-component='palette']",
    "language switch": "//header//a[@class='zl-language']",
    "footer": "//footer",
    "head's styles and scripts": "//head",
    "scripts": "//body",
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rendered")
    render(ROOT, out, data_date="2026-11-21")
    return out


def a_page(path: str = "plans/somewhere-2020/", body: str = "<p>x</p>") -> Page:
    return Page(path, "题 <b>&\"'", "说明 <i>&\"'", Markup(body), (Heading("a", "甲 <b>&", 2), Heading("b", "乙", 3)))


def frame(document: str, path: str) -> dict[str, str]:
    """The parts every page has, freed of what may differ: own title and addresses, active section, contents list."""
    tree = html.fromstring(document)
    for element in tree.iter(etree.Element):
        for name in ("href", "src", "data-zl-root"):
            if name in element.attrib:
                element.set(name, urljoin(f"https://host/{path}", element.get(name)))
        # Which section of the drawer stands open.
        for name in ("checked", "aria-expanded", "tabindex"):
            element.attrib.pop(name, None)
        if "class" in element.attrib:
            element.set("class", " ".join(c for c in element.get("class").split() if not c.endswith(STATES)))
    switch = tree.find(".//a[@class='zl-language']")
    own = path.removeprefix("en/")
    switch.set("href", switch.get("href").removesuffix(own) + "(page)")
    tree.find(".//*[@data-md-component='header-topic']/span").text = "(title)"
    for gone in tree.xpath("//input[@id='__toc'] | //*[@for='__toc'] | //nav[contains(@class, 'md-nav--secondary')]"):
        gone.drop_tree()
    for gone in tree.xpath("//head/title | //link[@hreflang or @rel='canonical'] | //meta[@name='description']"):
        gone.drop_tree()
    for gone in tree.xpath(OF_THE_PAGE):
        gone.drop_tree()
    parts = {name: tree.xpath(address) for name, address in FRAME.items() if name != "scripts"}
    assert all(len(found) == 1 for found in parts.values()), {name: len(found) for name, found in parts.items()}
    text = {name: " ".join(etree.tostring(found[0], encoding="unicode").split()) for name, found in parts.items()}
    scripts = tree.xpath("//body//script[@src]")
    return text | {"scripts": " ".join(script.get("src") for script in scripts)}


@pytest.mark.parametrize("lang", PREFIX)
@pytest.mark.parametrize("hub", HUBS)
def test_both_kinds_of_pages_have_the_same_frame(rendered: Path, lang: str, hub: str) -> None:
    written_path = f"{PREFIX[lang]}methodology/"
    written = frame((rendered / written_path / "index.html").read_text("utf-8"), written_path)
    for path in (hub, f"{hub}somewhere/", f"{hub}deep/down/"):
        filled = frame(Shell.load(rendered, lang, hub).fill(a_page(path)), PREFIX[lang] + path)
        assert filled == written


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("footer", "CC BY 4.0", "CC BY 3.0"),
        ("search box", 'role="combobox"', 'role="searchbox"'),
        ("language switch", 'href="../../en/plans/somewhere-2020/"', 'href="../../en/plans/"'),
        ("tabs", 'href="../../about/" class="md-tabs', 'href="../about/" class="md-tabs'),
        ("palette toggle", "切换为深色", "toggle"),
        ("scripts", "assets/javascripts/site.js", "javascripts/site.js"),
        ("header", "assets/javascripts/palette.js", "palette.js"),
        ("head's styles and scripts", "site.css", "sites.css"),
    ],
)
def test_a_frame_that_differs_is_noticed(rendered: Path, part: str, before: str, after: str) -> None:
    filled = Shell.load(rendered, "zh", "plans/").fill(a_page())
    assert before in filled
    sound, planted = (frame(document, a_page().path) for document in (filled, filled.replace(before, after)))
    assert sound[part] != planted[part]


@pytest.mark.parametrize("lang", PREFIX)
def test_slots_are_filled_and_escaped(rendered: Path, lang: str) -> None:
    page = a_page()
    document = Shell.load(rendered, lang, "plans/").fill(page)
    tree = html.fromstring(document)
    assert "zl-slot" not in document
    assert "{{" not in document
    assert tree.findtext(".//title") == page.title
    assert tree.xpath("string(//meta[@name='description']/@content)") == page.description
    assert tree.xpath("string(//*[@data-md-component='header-topic'])").strip() == page.title
    assert tree.xpath("//h1/text()") == [page.title]
    top = "https://zoneledger.github.io/zoneledger/"
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == top + PREFIX[lang] + page.path
    alternates = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@hreflang]")}
    assert alternates == {
        "zh": top + page.path,
        "en": f"{top}en/{page.path}",
        "x-default": top + page.path,
    }
    base = {"zh": "../..", "en": "../../../en"}[lang]
    assert f'"base": "{base}"' in document


def test_a_page_may_have_a_title_of_its_own_for_tabs_and_its_own_elements_in_the_head(rendered: Path) -> None:
    page = replace(a_page(), tab="页签 <b>&", head=Markup('<meta property="og:type" content="article">'))
    tree = html.fromstring(Shell.load(rendered, "zh", "plans/").fill(page))
    assert tree.findtext(".//title") == "页签 <b>&"
    assert tree.xpath("//h1/text()") == [page.title]
    assert tree.xpath("//head/meta[@property]/@content") == ["article"]


def test_a_title_cannot_become_markup_or_a_template(rendered: Path) -> None:
    page = Page("", "</title><script>1</script>{{ root }}", "{% raw %}", Markup("<p>{{ body }}</p>"))
    document = Shell.load(rendered, "zh", "").fill(page)
    assert "<script>1" not in document
    assert "{{ root }}" in document
    assert "<p>{{ body }}</p>" in document


@pytest.mark.parametrize("body", ["<p>x</p>", "<nav></nav><h1 id='own'>own</h1><p>x</p>"])
def test_a_page_has_one_h1(rendered: Path, body: str) -> None:
    document = Shell.load(rendered, "en", "data/").fill(a_page("data/", body))
    assert len(html.fromstring(document).xpath("//h1")) == 1


@pytest.mark.parametrize("hub", HUBS)
def test_the_hub_is_the_active_section(rendered: Path, hub: str) -> None:
    path = f"{hub}somewhere/"
    tree = html.fromstring(Shell.load(rendered, "en", hub).fill(a_page(path)))
    for address in ("//li[contains(@class, 'md-tabs__item--active')]/a", "//a[contains(@class, 'nav__link--active')]"):
        active = tree.xpath(f"{address}/@href")
        # A tab leads to the first page of its section.
        shown = {"dictionary/": "data/"}.get(hub, hub) if "tabs" in address else hub
        assert [urljoin(f"https://host/en/{path}", href) for href in active] == [f"https://host/en/{shown}"]


def test_contents_list_is_the_one_the_generator_makes(rendered: Path) -> None:
    written = html.fromstring((rendered / "methodology/index.html").read_text("utf-8"))
    headings = tuple(Heading(h.get("id"), h.text, int(h.tag[1])) for h in written.xpath("//h2 | //h3"))
    assert len(headings) > 5
    page = Page("methodology/", "方法", "", Markup("<p>x</p>"), headings)
    filled = html.fromstring(Shell.load(rendered, "zh", "plans/").fill(page))
    lists = [
        [
            re.sub(r"(?:<!--.*?-->|\s)+", " ", etree.tostring(nav, encoding="unicode", with_tail=False))
            .replace("> ", ">")
            .replace(" <", "<")
            for nav in tree.xpath("//nav[contains(@class, 'md-nav--secondary')]")
        ]
        for tree in (written, filled)
    ]
    assert len(lists[0]) == 2
    assert lists[0] == lists[1]


def test_contents_list_nests_and_escapes() -> None:
    tree = html.fromstring(
        contents_list([Heading("a", "甲<b>", 2), Heading("b", "乙", 3), Heading("c", "丙", 2)], "目录")
    )
    assert tree.xpath("//ul/li/a/@href") == ["#a", "#b", "#c"]
    assert tree.xpath("//li//nav//a/@href") == ["#b"]
    assert not tree.xpath("//b")
    assert contents_list([], "目录") == ""
    for wrong in ([Heading("a", "甲", 3)], [Heading("a", "甲", 1)], [Heading("a", "甲", 2), Heading("b", "乙", 4)]):
        with pytest.raises(ValueError, match="no place"):
            contents_list(wrong, "目录")


def test_a_page_without_headings_has_no_contents_button(rendered: Path) -> None:
    document = Shell.load(rendered, "zh", "").fill(Page("", "题", "", Markup("<p>x</p>")))
    assert not html.fromstring(document).xpath("//label[@for='__toc']")


@pytest.mark.parametrize("path", ["/plans/", "plans", "../x/", "plans//x/", "plans/../../x/", "./", "/"])
def test_paths_that_are_no_page_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        a_page(path)


def test_root_of_the_site() -> None:
    assert [site_root("zh", ""), site_root("zh", "plans/x/"), site_root("en", ""), site_root("en", "data/")] == [
        "./", "../../", "../", "../../",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- zl:body -->",
        "<!-- zl:head -->",
        "<!-- /zl:contents -->",
        '"base": ',
        ' class="md-skip"',
        'for="__toc"',
        "hreflang=",
        'rel="canonical"',
    ],
)
def test_a_shell_whose_frame_has_changed_is_refused(rendered: Path, tmp_path: Path, mark: str) -> None:
    source = (rendered / "plans/index.html").read_text("utf-8")
    hub = tmp_path / "plans/index.html"
    hub.parent.mkdir()
    hub.write_text(source, "utf-8")
    Shell.load(tmp_path, "zh", "plans/")
    assert mark in source
    hub.write_text(source.replace(mark, "", 1), "utf-8")
    with pytest.raises(ShellError, match=r"plans.index\.html"):
        Shell.load(tmp_path, "zh", "plans/")


def test_a_filled_or_missing_or_strange_shell_is_refused(rendered: Path, tmp_path: Path) -> None:
    hub = tmp_path / "index.html"
    with pytest.raises(ShellError, match="missing"):
        Shell.load(tmp_path, "zh", "")
    hub.write_text(Shell.load(rendered, "zh", "").fill(a_page("")), "utf-8")
    with pytest.raises(ShellError, match="stands 0 times"):
        Shell.load(tmp_path, "zh", "")
    for planted, reason in (("{{ x }}", "template mark"), ("zl-slot-new", "unknown slot")):
        hub.write_text((rendered / "index.html").read_text("utf-8").replace("</main>", planted + "</main>"), "utf-8")
        with pytest.raises(ShellError, match=reason):
            Shell.load(tmp_path, "zh", "")


@pytest.mark.parametrize("lang", PREFIX)
def test_language_switch_stays_on_the_page(rendered: Path, lang: str) -> None:
    other = PREFIX["en" if lang == "zh" else "zh"]
    shell = Shell.load(rendered, lang, "agencies/")
    pages = {path: shell.fill(a_page(path)) for path in ("agencies/", "agencies/finance/")}
    for name in ("methodology/", "contribute/", "about/"):
        pages[name] = (rendered / PREFIX[lang] / name / "index.html").read_text("utf-8")
    for path, document in pages.items():
        (href,) = html.fromstring(document).xpath("//a[@class='zl-language']/@href")
        assert urljoin(f"https://host/sub/{PREFIX[lang]}{path}", href) == f"https://host/sub/{other}{path}"


def test_filling_costs_milliseconds(rendered: Path) -> None:
    shell, page = Shell.load(rendered, "zh", "plans/"), a_page()
    start = time.process_time()
    for _ in range(200):
        shell.fill(page)
    assert (time.process_time() - start) / 200 < 0.005
