"""A plan that is too long for one page: light pages, every row on one of them, every link and every old address right."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from enlarged import enlarge
from page_reader import PageReader

from zoneledger.catalogue import load
from zoneledger.pages import plan, plan_sheets
from zoneledger.pages.blocks import section
from zoneledger.pages.context import PageContext
from zoneledger.pages.pager import HEAVIEST
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import load_words
from zoneledger.revision import Repository
from zoneledger.search.entries import Anchors
from zoneledger.search.records import plan_records
from zoneledger.site.sitemap import write_sitemap
from zoneledger.views.oddities import marks

if TYPE_CHECKING:
    from conftest import Write

PLAN = "anshi-2021"
TIMES = 60
TREES = ("", "en/")
CONTEXT = PageContext(Repository("https://example.org/repository", "abc123", "main"))
#: A way from the first page to a row on another one.
POINTER = re.compile(r'<a id="([^"]+)" href="(\d+)/#\1">')


@pytest.fixture(scope="module")
def large(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small checkout with a plan of six hundred targets and some five hundred duties."""
    return enlarge(small_root, tmp_path_factory.mktemp("large") / "root", PLAN, TIMES)


@pytest.fixture(scope="module")
def long_site(large: Path, write: Write) -> Path:
    """Its site."""
    return write(large)


@pytest.fixture(scope="module")
def whole_pages(large: Path, root: Path) -> dict[str, str]:
    """The text of the single page that the plan would have, by language's folder."""
    catalogue, theme = load(large), root / "site" / "theme"
    langs, words = {"": "zh", "en/": "en"}, load_words(theme / "words")
    made = {}
    for lang in langs.values():
        templates = Templates(theme / "templates", lang, words[lang], catalogue.schemas)
        made[lang] = Renderer(lang, words[lang], templates, catalogue, CONTEXT, marks(catalogue))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan_sheets, "WHOLE", 10**9)
        found = {lang: page for lang, page in plan.pages(made) if page.path == f"plans/{PLAN}/"}
    return {tree: str(found[lang].body) for tree, lang in langs.items()}


def pages(site: Path, tree: str) -> dict[str, str]:
    """The plan's pages by their addresses below the site, in their order."""
    top = site / tree / "plans" / PLAN
    found = sorted(top.rglob("index.html"), key=lambda path: int(path.parent.name) if path.parent != top else 1)
    return {f"{path.parent.relative_to(site).as_posix()}/": path.read_text(encoding="utf-8") for path in found}


def own(html: str) -> list[str]:
    """The ids of the plan's rows and of their groups that stand on a page; ways to other pages do not count."""
    ids = re.findall(r'\sid="([^"]+)"', POINTER.sub("", re.sub(r"<figure\b.*?</figure>", "", html, flags=re.DOTALL)))
    return [key for key in ids if key.startswith(f"{PLAN}-")]


@pytest.mark.parametrize("tree", TREES)
def test_every_page_is_light_enough_and_every_row_stands_on_one(long_site: Path, large: Path, tree: str) -> None:
    found = pages(long_site, tree)
    assert len(found) > 3
    assert list(found) == [
        f"{tree}plans/{PLAN}/{f'{number}/' if number > 1 else ''}" for number in range(1, len(found) + 1)
    ]
    assert {path: len(html.encode()) for path, html in found.items() if len(html.encode()) >= HEAVIEST} == {}
    shown = Counter(key for html in found.values() for key in own(html))
    assert {key for key, times in shown.items() if times > 1} == set()
    catalogue = load(large)
    tables = (
        "measures",
        "targets",
        "responsibilities",
        "mechanisms",
        "projects",
        "instruments",
        "milestones",
        "outcomes",
    )
    rows = {row.text("id") for table in tables for row in catalogue.rows(table, PLAN)}
    assert len(rows) > 25 * TIMES
    assert rows - {row.text("id") for row in catalogue.rows("outcomes", PLAN)} <= set(shown)


@pytest.mark.parametrize("tree", TREES)
def test_nothing_is_lost_or_said_twice(long_site: Path, whole_pages: dict[str, str], tree: str) -> None:
    whole = whole_pages[tree]
    found = pages(long_site, tree)
    for mark in ('<li class="zl-row"', '<tr class="zl-row"', '<details class="zl-row" id=', '<q class="zl-printed"'):
        assert sum(html.count(mark) for html in found.values()) == whole.count(mark) > 0, mark
    assert sorted(key for html in found.values() for key in own(html)) == sorted(own(whole))


@pytest.mark.parametrize("tree", TREES)
def test_every_link_of_its_pages_leads_somewhere(long_site: Path, tree: str) -> None:
    ids: dict[Path, set[str]] = {}
    for path, html in pages(long_site, tree).items():
        reader = PageReader(html)
        doubled = {key for key, times in Counter(reader.ids).items() if times > 1}
        assert not doubled, path
        for link in reader.all("a"):
            address = link.attributes.get("href", "")
            if re.match(r"[a-z]+:", address):
                continue
            place, _, anchor = address.partition("#")
            target = long_site / posixpath.normpath(posixpath.join(path, place)) if place else long_site / path
            target = target / "index.html" if target.is_dir() else target
            if "/charts/" in address or place.endswith((".ico", ".svg")):
                continue
            assert target.is_file(), f"{path}: {address}"
            if anchor and target.suffix == ".html":
                if target not in ids:
                    ids[target] = set(PageReader.of(target).ids)
                assert anchor in ids[target], f"{path}: {address}"


@pytest.mark.parametrize("tree", TREES)
def test_links_between_its_rows_lead_to_the_page_that_shows_them(long_site: Path, tree: str) -> None:
    found = pages(long_site, tree)
    homes = {key: path for path, html in found.items() for key in own(html)}
    across = 0
    for path, html in found.items():
        for address in re.findall(rf'<a [^>]*href="((?:[^":]*/)?#{PLAN}-[^"]+)"', html):
            place, _, anchor = address.partition("#")
            target = posixpath.normpath(posixpath.join(path, place or ".")) + "/"
            if f"plans/{PLAN}/" in target and anchor in homes:
                assert homes[anchor] == target, f"{path}: {address}"
                across += target != path
    assert across > 100


@pytest.mark.parametrize("tree", TREES)
def test_an_address_of_a_row_on_the_first_page_leads_on(long_site: Path, large: Path, tree: str) -> None:
    found = pages(long_site, tree)
    first = next(iter(found.values()))
    ids = set(re.findall(r'\sid="([^"]+)"', first))
    catalogue = load(large)
    for table in ("measures", "targets", "responsibilities", "mechanisms", "projects"):
        assert {row.text("id") for row in catalogue.rows(table, PLAN)} <= ids
    for key, number in POINTER.findall(first):
        assert f'id="{key}"' in found[f"{tree}plans/{PLAN}/{number}/"]
    for section_id in ("outline", "deadlines", "targets", "duties", "open", "data", "cite"):
        assert section_id in ids


@pytest.mark.parametrize("tree", TREES)
def test_its_pages_name_themselves_and_lead_back_and_forth(long_site: Path, tree: str) -> None:
    found = pages(long_site, tree)
    paths = list(found)
    titles = [re.findall(r"<title>(.*?)</title>", html)[0] for html in found.values()]
    assert len(set(titles)) == len(titles)
    assert all(str(number) in title for number, title in enumerate(titles[1:], start=2))
    for place, (path, html) in enumerate(found.items()):
        steps = set(re.findall(r'rel="(prev|next)" href="([^"]+)"', html))
        reached = {(rel, posixpath.normpath(posixpath.join(path, href)) + "/") for rel, href in steps}
        wanted = {("prev", paths[place - 1])} if place else set()
        assert reached == wanted | ({("next", paths[place + 1])} if place + 1 < len(paths) else set())
        (canonical,) = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
        assert canonical.endswith(f"/{path}")
        assert html.count("<h1") == 1


def test_its_pages_are_in_the_sitemap_and_found_by_the_search(long_site: Path, large: Path) -> None:
    write_sitemap(long_site, "https://example.org/")
    listed = (long_site / "sitemap.xml").read_text(encoding="utf-8")
    for tree in TREES:
        for path in pages(long_site, tree):
            assert f"<loc>https://example.org/{path}</loc>" in listed
    anchors, found = Anchors(long_site), pages(long_site, "")
    places = [anchors.address(record).partition("#") for record in plan_records(load(large), PLAN) if record.key]
    assert all(f'id="{anchor}"' in found[page] for page, _, anchor in places if anchor)
    assert all(f'<a id="{anchor}" href=' not in found[page] for page, _, anchor in places if anchor)
    assert len({page for page, _, _ in places}) > 3


def test_a_plan_up_to_the_limit_has_one_page(site: Path) -> None:
    assert list(pages(site, "")) == [f"plans/{PLAN}/"]
    assert "zl-pointers" not in pages(site, "")[f"plans/{PLAN}/"]


def test_a_row_heavier_than_a_page_stands_alone() -> None:
    rows = "".join(
        f'<tr class="zl-row" id="{PLAN}-t{number}"><td>{"x" * size}</td></tr>'
        for number, size in enumerate((10, 9_000, 10))
    )
    text = f'<p>above</p><h2 id="targets">T</h2>\n<p>how</p><div><table><thead><tr><th>H</th></tr></thead>\n<tbody>{rows}</tbody></table></div>'
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"FIRST": 100, "FURTHER": 5_000}.items():
            patch.setattr(plan_sheets, name, value)
        found = plan_sheets.spread(PLAN, {"zh": text, "en": text}, {"zh": "+", "en": "+"})["en"]
    assert [re.findall(r"-t(\d)", page) for page in found.further] == [["0"], ["1"], ["2"]]
    assert [page.count("<th>H</th>") for page in found.further] == [1, 1, 1]
    assert [re.findall(r"<h2 id=\"targets\">(.*?)</h2>", page) for page in found.further] == [["T"], ["T+"], ["T+"]]
    assert [page.count("<p>how</p>") for page in found.further] == [1, 0, 0]


def test_blocks_whose_tags_do_not_match_are_refused() -> None:
    for text in ("<h2 id='a'>A</h2><ul><li></ul>", "<h2 id='a'>A</h2><div>"):
        with pytest.raises(ValueError, match="<"):
            section(text.encode())
