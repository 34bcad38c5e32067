"""Over every page of the built site: its own title and description, mutual addresses, an image that is there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree, html
from structured_data import faults, nodes, of_type

from zoneledger.site.head import columns

TOP = "https://zoneledger.github.io/zoneledger/"
#: Titles so long that no room is left for the site's name are the names of bodies, of columns of the data, of rules.
LONG_BEFORE = ("organizations/", "rules/", "zones/", "plans/", "questions/", "indicators/", "industries/", "agencies/")

Trees = dict[str, html.HtmlElement]


@pytest.fixture(scope="module")
def site(built_site: Path) -> Path:
    return built_site / "site"


@pytest.fixture(scope="module")
def heads(site: Path) -> Trees:
    """The head of every page, by the page's address."""
    found = {}
    for page in sorted(site.rglob("index.html")):
        path = page.parent.relative_to(site).as_posix().removeprefix(".")
        text = page.read_text("utf-8")
        found[TOP + (f"{path}/" if path else "")] = html.fromstring(text[: text.index("</head>") + 7])
    return found


def content(tree: html.HtmlElement, name: str) -> str:
    return str(tree.xpath(f"string(//meta[@name='{name}' or @property='{name}']/@content)"))


def repeated(texts: dict[str, str]) -> dict[str, list[str]]:
    by_text = defaultdict(list)
    for address, text in texts.items():
        by_text[text].append(address)
    return {text: addresses for text, addresses in by_text.items() if len(addresses) > 1}


def test_titles_are_unique_and_mostly_short(heads: Trees) -> None:
    titles = {address: tree.findtext(".//title").strip() for address, tree in heads.items()}
    assert len(titles) > 1000
    assert repeated(titles) == {}
    assert all(titles.values())
    long = [address for address, title in titles.items() if columns(title) > 60]
    assert [a for a in long if not a.removeprefix(TOP).removeprefix("en/").startswith(LONG_BEFORE)] == []
    assert len(long) < len(titles) / 10
    assert repeated({address: content(tree, "og:title") for address, tree in heads.items()}) == {}


def test_descriptions_are_unique_and_of_some_length(heads: Trees) -> None:
    texts = {address: content(tree, "description") for address, tree in heads.items()}
    assert repeated(texts) == {}
    assert {address: text for address, text in texts.items() if not 20 <= columns(text) <= 700} == {}
    assert {a for a, tree in heads.items() if content(tree, "og:description") != texts[a]} == set()
    plans = {address: text for address, text in texts.items() if "/plans/" in address and not address.endswith("/plans/")}
    assert len(plans) >= 16
    assert all("量化目标、" in text or " targets, " in text for text in plans.values())


def test_a_repeat_would_be_noticed() -> None:
    assert repeated({"a": "x", "b": "y", "c": "x"}) == {"x": ["a", "c"]}


def test_every_page_names_itself_and_its_twin_and_both_agree(heads: Trees) -> None:
    said = {}
    for address, tree in heads.items():
        assert tree.xpath("//link[@rel='canonical']/@href") == [address]
        said[address] = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@hreflang]")}
        assert content(tree, "og:url") == address
    for address, names in said.items():
        assert set(names) == {"zh", "en", "x-default"}
        assert names["x-default"] == names["zh"]
        assert address == names["en" if address.startswith(f"{TOP}en/") else "zh"]
        assert all(said.get(other) == names for other in names.values()), f"{address}: not mutual, or out of reach"


def test_the_sitemap_lists_exactly_the_pages_with_their_twins(site: Path, heads: Trees) -> None:
    tree = etree.parse(site / "sitemap.xml")
    listed = Counter(unquote(loc) for loc in tree.xpath("//*[local-name()='loc']/text()"))
    assert listed == Counter(list(heads))
    assert set(tree.xpath("//*[local-name()='lastmod']/text()")) == {"2026-11-21"}
    assert f"Sitemap: {TOP}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def local(site: Path, address: str) -> Path:
    assert address.startswith(TOP)
    return site / unquote(address.removeprefix(TOP))


def test_every_preview_is_there_and_none_is_left_over(site: Path, heads: Trees) -> None:
    shown = {content(tree, "og:image") for tree in heads.values()}
    drawn = sorted((site / "social").rglob("*.png"))
    assert {local(site, address) for address in shown} == set(drawn)
    assert len(drawn) > 80
    sizes = [image.stat().st_size for image in drawn]
    assert max(sizes) <= 30_000
    assert all(content(tree, "og:image:alt") for tree in heads.values())


def test_files_that_heads_name_are_there(site: Path, heads: Trees) -> None:
    named = [a for tree in heads.values() for a in tree.xpath("//link[@type][@rel='describedby' or @rel='alternate ']/@href")]
    assert len(named) > 500
    assert sorted({a for a in named if a.startswith(TOP) and not local(site, a).is_file()}) == []


def datasets(heads: Trees) -> Iterator[tuple[str, dict[str, object]]]:
    for address, tree in heads.items():
        for node in of_type(tree, "Dataset"):
            yield address, node


def test_datasets_are_described_in_full_and_their_files_are_those_served(site: Path, heads: Trees) -> None:
    found = list(datasets(heads))
    pages = {address.removeprefix(TOP).removeprefix("en/") for address, _ in found}
    assert {"", "data/"} < pages
    assert len(pages) == 2 + len(list((site / "plans").glob("*/index.html")))
    assert {address: wrong for address, node in found if (wrong := list(faults(node)))} == {}
    checked = set()
    for _, node in found:
        for one in node["distribution"]:  # type: ignore[attr-defined]
            path = local(site, one["contentUrl"])
            if path not in checked:
                assert sha256(path.read_bytes()).hexdigest() == one["sha256"], path
                assert f"{path.stat().st_size} B" == one["contentSize"]
                checked.add(path)
    assert len(checked) > 50


def test_structured_data_stand_where_they_belong(site: Path, heads: Trees) -> None:
    home, dictionary = heads[TOP], heads[f"{TOP}dictionary/"]
    assert [node["@type"] for node in nodes(home)] == ["WebSite", "DataCatalog", "Dataset"]
    (terms,) = of_type(dictionary, "DefinedTermSet")
    ids = set(html.parse(str(site / "dictionary/index.html")).xpath("//@id"))
    anchors = [term["url"].partition("#")[2] for term in terms["hasDefinedTerm"]]
    assert len(anchors) > 100
    assert set(anchors) <= ids


def test_breadcrumbs_lead_to_pages(heads: Trees) -> None:
    trails = {address: of_type(tree, "BreadcrumbList") for address, tree in heads.items()}
    without = {address.removeprefix(TOP).removeprefix("en/") for address, trail in trails.items() if not trail}
    assert without <= {"", "about/", "methodology/", "contribute/", "api/"}
    for address, trail in trails.items():
        steps = trail[0]["itemListElement"] if trail else []
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert all(step["item"] in heads for step in steps if "item" in step), address
