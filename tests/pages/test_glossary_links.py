"""First uses are linked to the glossary, nothing else changes: not the text, not the markup, not what must not be linked."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zoneledger.catalogue import load
from zoneledger.pages import PageContext, plan
from zoneledger.pages.glossary_links import GlossaryLinks, _markup, linkers
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import load_words
from zoneledger.revision import Repository
from zoneledger.views.oddities import marks

ROOT = Path(__file__).resolve().parents[2]
LINKS = linkers(load(ROOT, plans=()))
ZH, EN = LINKS["zh"], LINKS["en"]


class Reader(HTMLParser):
    """The text of a page, and its tags without those the glossary added."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text, self.tags, self.inside, self.linked = "", [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append("term" if ("class", "zl-term") in attrs else tag)
        if self.inside[-1] == "term":
            self.linked.append((list(self.inside[:-1]), dict(attrs)))
        else:
            self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        ended = self.inside.pop() if self.inside else tag
        if ended != "term":
            self.tags.append(("/", tag))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name};"

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!", data))


def hrefs(html: str) -> list[str]:
    return re.findall(r'class="zl-term" href="([^"]*)"', html)


def test_the_first_use_alone_is_linked() -> None:
    html = ZH.link("<p>力争完成，确保完成；力爭不算另一个，力争再提。</p>", "../../")
    assert hrefs(html) == ["../../glossary/#strive", "../../glossary/#ensure"]
    assert html.startswith('<p><a class="zl-term" href="../../glossary/#strive">力争</a>完成，')


def test_the_longest_form_wins() -> None:
    assert hrefs(ZH.link("<p>实施延链补链强链行动</p>", "./")) == ["./glossary/#chain-strengthening"]
    assert '">亩产论英雄</a>' in ZH.link("<p>亩产论英雄</p>", "./")
    assert '">以亩产论英雄</a>' in ZH.link("<p>以亩产论英雄</p>", "./")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="x">确保</a>',
        "<h2>确保</h2>",
        '<h3 id="x"><em>确保</em></h3>',
        "<button>确保</button>",
        '<q class="zl-printed" lang="zh-Hans">确保</q>',
        "<code>确保</code>",
        "<pre>确保</pre>",
        "<svg><title>确保</title><g><svg><text>确保</text></svg></g><text>确保</text></svg>",
        "<summary>确保</summary>",
        '<span class="zl-badge zl-badge--firm">确保</span>',
        "<th>确保</th>",
        "<dt>确保</dt>",
        "<nav><p>确保</p></nav>",
        '<img alt="确保">',
        '<img alt="a > 确保" title=\'< 确保 >\'>',
        "<script>确保</script>",
        "<style>确保</style>",
        "<!-- 确保 --><p>x</p>",
        "<!-- 确保 > 确保 -->",
        '<A HREF="x">确保</A>',
        '<a href="x">确保',
        '<p title="确保',
        "<option>确保</option>",
        "<textarea>确保</textarea>",
    ],
)
def test_places_that_hold_no_link(html: str) -> None:
    assert ZH.link(html, "./") == html


def test_text_behind_such_a_place_is_linked() -> None:
    inner = "<svg><svg><text>确保</text></svg><text>确保</text></svg>"
    assert ZH.link(f"{inner}<p>确保</p>", "./") == f'{inner}<p><a class="zl-term" href="./glossary/#ensure">确保</a></p>'
    assert hrefs(ZH.link("<a-b>确保</a-b>", "./")) == ["./glossary/#ensure"]
    assert hrefs(ZH.link('<img alt="a > b" title=">">确保', "./")) == ["./glossary/#ensure"]


def test_escaped_markup_stays_text() -> None:
    html = "<p>&lt;a href=&quot;确保&quot;&gt; 管委会+公司 &amp; R&amp;D</p>"
    linked = ZH.link(html, "./")
    assert Reader(linked).text == Reader(html).text
    assert "./glossary/#committee-plus-company" in hrefs(linked)


def test_english_pages_link_terms_of_both_languages() -> None:
    html = EN.link('<p>A Chain-chief system, the <span lang="zh">标准地</span> and 确保. We ensure nothing.</p>', "../")
    assert hrefs(html) == ["../glossary/#chain-chief", "../glossary/#standard-land", "../glossary/#ensure"]
    assert '#ensure" lang="zh">确保</a>' in html and "We ensure nothing." in html
    assert not hrefs(EN.link("<p>above designated sizes, sub-standard land</p>", "./"))


PIECES = st.sampled_from(
    [
        "力争", "确保", "規模以上", "规上", "补链", "延链补链强链", "chain-chief system", "x", " ", "&amp;", "&lt;", "&#24320;", "<p>", "</p>",
        '<a href="确保">', "</a>", "<svg>", "</svg>", '<q class="zl-printed">', "</q>", "<code>", "</code>", '<i title="力争>">', "</i>",
        "<h2>", "</h2>", "<!-- 确保 -->", '<span class="zl-badge">', "<span>", "</span>", "<br>", "<br/>", "<script>", "</script>", ">", '"',
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["zh", "en"]))
def test_text_and_tags_are_unchanged(pieces: list[str], lang: str) -> None:
    html = "".join(pieces)
    linked = LINKS[lang].link(html, "../")
    removed = re.sub(r'<a class="zl-term" href="\.\./glossary/#[a-z-]+"(?: lang="zh")?>(.*?)</a>', r"\1", linked)
    assert removed == html
    terms = [href.split("#")[1] for href in hrefs(linked)]
    assert len(terms) == len(set(terms))
    # unclosed elements aside, no link stands in what must not hold one
    if html.count("<a ") == html.count("</a>") and not re.search(r"<(svg|q|code|h2|script)", html):
        for above, _ in Reader(linked).linked:
            assert "a" not in above or html.count("</a>") > 0


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="<>\"'/!-ap 确保力争&;=qsvg", max_size=60))
def test_broken_markup_is_handed_on(html: str) -> None:
    linked = ZH.link(html, "./")
    assert re.sub(r'<a class="zl-term" href="\./glossary/#[a-z-]+">(.*?)</a>', r"\1", linked) == html


def test_every_page_keeps_its_text_and_links_each_term_once(site: Path) -> None:
    seen = 0
    for file in sorted(site.glob("**/index.html")):
        html = file.read_text(encoding="utf-8")
        for above, attributes in (read := Reader(html)).linked:
            assert not {"a", "q", "h1", "h2", "h3", "button", "svg", "code", "term"} & set(above), file
            target = (file.parent / str(attributes["href"]).split("#")[0] / "index.html").resolve()
            anchor = str(attributes["href"]).split("#")[1]
            assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), file
        anchors = [attributes["href"] for _, attributes in read.linked]
        assert len(anchors) == len(set(anchors)), file
        seen += len(anchors)
        if file.parent.name == "glossary":
            assert not anchors
    assert seen > 20


def test_a_typical_page_costs_little() -> None:
    row = '<tr><td><a href="../plans/x/#t">确保完成</a></td><td>到2022年 <span class="zl-meta">标题 12</span></td></tr>'
    body = f"<h1>力争</h1><p>力争达到规上企业，链长制。</p><table>{row * 150}</table><p>标准地</p>"
    linker = GlossaryLinks(load(ROOT, plans=()), "zh")
    linker.link(body, "./")
    spent = []
    for _ in range(9):
        start = time.process_time()
        linker.link(body, "./")
        spent.append(time.process_time() - start)
    # about half a millisecond on an idle machine; the bound only catches a change of kind
    assert min(spent) < 0.005, sorted(spent)


@pytest.fixture(scope="module")
def largest() -> dict[str, str]:
    """The longest page of a real plan in each language, before any term is linked."""
    catalogue, theme = load(ROOT), ROOT / "site" / "theme"
    words, schemas = load_words(theme / "words"), catalogue.schemas
    context = PageContext(Repository("https://example.org/repository", "abc", "main"))
    templates = {lang: Templates(theme / "templates", lang, words[lang], schemas) for lang in LINKS}
    renderers = {lang: Renderer(lang, words[lang], templates[lang], catalogue, context, marks(catalogue)) for lang in LINKS}
    bodies: dict[str, str] = dict.fromkeys(LINKS, "")
    for lang, page in plan.pages(renderers):
        bodies[lang] = max(bodies[lang], str(page.body), key=len)
    return bodies


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_largest_page_costs_in_proportion(largest: dict[str, str], lang: str) -> None:
    body, spent = largest[lang], []
    for _ in range(9):
        start = time.process_time()
        linked = LINKS[lang].link(body, "../../")
        spent.append(time.process_time() - start)
    assert len(body) > 100_000
    read, plain = Reader(linked), Reader(body)
    assert (read.text, read.tags) == (plain.text, plain.tags)
    assert len(read.linked) > 10
    # about 0.02 ms for a thousand characters on an idle machine
    assert min(spent) / len(body) * 1000 < 0.0001, (len(body), sorted(spent))


def test_no_expression_keeps_what_it_took_for_good() -> None:
    """Groups beside possessive or atomic parts make ``re`` of Python 3.11 report spans that cannot be, now and then."""
    patterns = [_markup(), *(terms for links in LINKS.values() for terms in links._terms)]
    assert [found.pattern[:80] for found in patterns if re.search(r"[*+?}]\+|\(\?>", found.pattern)] == []
    assert re.search(r"[*+?}]\+|\(\?>", "[a-z]*+b"), "what is looked for is seen"
