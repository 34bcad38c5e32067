"""A search of many plans: long postings in parts, of which a query loads a bounded number, and still finds what a scan finds."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from page_types import PREFIXES, each_language
from playwright.sync_api import Page, expect
from search_oracle import Oracle, built_records, found_by_the_site
from static_host import serve

from zoneledger.catalogue import load
from zoneledger.search.index import Sizes, publish
from zoneledger.search.records import KINDS, Record

#: A posting of more than a few rows is long here, and a part holds two or three plans: as if there were a thousand times more.
SMALL = Sizes(bucket=400, longest=40, part=60)

QUERIES = (
    "区", "的", "亿元", "开发区", "产业发展", "经济技术开发区", "区 的", "开发 建设", "5", "e", "the", "de", "gxj", "development",
    "t001", "ganzhou-2020-t001", "不会出现的词",
)  # fmt: skip


def _many(found: Sequence[Record], copies: int) -> list[Record]:
    """The records, and so many copies of every plan with its rows, each with a mark of its own in its titles."""
    made = list(found)
    for copy in range(copies):
        for record in found:
            plan = record.key if record.kind == "plans" else record.plan_id
            if plan:
                made.append(_copy(record, plan, f"{plan}-x{copy:03d}", f"{copy}"))
    return sorted(
        made,
        key=lambda record: (
            [*KINDS, "page"].index(record.kind),
            record.plan_id or record.key * (record.kind == "plans"),
        ),
    )


def _copy(record: Record, plan: str, other: str, mark: str) -> Record:
    zh, en = (f"{record.zh[0]}（{mark}）", *record.zh[1:]), (f"{record.en[0]} ({mark})", *record.en[1:])
    changes = {"plan_id": other} if record.plan_id else {}
    key = other if record.kind == "plans" else record.key.replace(plan, other, 1)
    return replace(record, zh=zh, en=en, key=key, names=record.names | {zh[0], en[0]}, **changes)


@pytest.fixture(scope="module")
def folder(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site, whose search each test replaces."""
    copy = tmp_path_factory.mktemp("scale") / "site"
    kept = shutil.ignore_patterns("data", "plans", "organizations", "feeds", "api")
    return Path(shutil.copytree(built_site / "site", copy, ignore=kept))


@pytest.fixture(scope="module")
def site_url(folder: Path) -> Iterator[str]:
    """Its address, instead of the built site's."""
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="module")
def real(root: Path, built_site: Path) -> list[Record]:
    """The records of the built site."""
    return built_records(root, built_site / "site")


@pytest.fixture
def cut(root: Path, folder: Path, real: list[Record]) -> None:
    """The search of these records, its postings in small parts."""
    _publish(root, real, folder)
    assert len(list((folder / "search").glob("*/parts/*.json"))) > 3_000


def _publish(root: Path, found: Sequence[Record], folder: Path) -> None:
    publish(load(root), [(record, record.addresses[0]) for record in found], folder, SMALL)


def test_parts_together_find_what_a_plain_scan_finds(page: Page, site_url: str, cut: None, real: list[Record]) -> None:
    oracle = Oracle(real)
    queries = [query for query in QUERIES if "-" not in query]
    page.goto(site_url)
    for query, answer in zip(queries, found_by_the_site(page, queries, real), strict=True):
        assert answer == oracle.find(query), query


@each_language
def test_a_part_of_the_plans_is_called_so_and_the_rest_can_be_searched(
    page: Page, site_url: str, cut: None, language: str
) -> None:
    page.goto(site_url + PREFIXES[language])
    page.get_by_role("combobox").fill("开发区")
    status = page.locator(".zl-search__status")
    expect(status).to_contain_text({"zh": "8 个计划中的前", "en": "of 8 plans"}[language])
    further = page.get_by_role("button", name={"zh": "继续查其余计划", "en": "Search the other plans"}[language])
    counts = []
    while further.count():
        counts.append(status.inner_text())
        further.click()
        expect(status).not_to_have_text(counts[-1])
    assert counts
    expect(status).to_have_text(re.compile({"zh": "^(至多|找到)", "en": "^(At most )?[0-9,]+ results"}[language]))


def test_four_times_the_plans_cost_a_query_no_more(
    page: Page, site_url: str, root: Path, folder: Path, real: list[Record]
) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    weights = []
    for copies in (1, 7):
        _publish(root, _many(real, copies), folder)
        weights.append({query: _weight(page, site_url, folder, query) for query in QUERIES})
    for query, weight in weights[1].items():
        print(f"{query}: {weights[0][query]} -> {weight} bytes")
        assert weight < 1.35 * weights[0][query] + 8_000, query


def _weight(page: Page, address: str, folder: Path, query: str) -> int:
    """Bytes of the search's data that the first query of a visit loads, gzipped."""
    asked: set[str] = set()

    def note(url: str) -> None:
        asked.add(urlsplit(url).path.removeprefix("/zoneledger/"))

    page.goto(f"{address}about/", wait_until="networkidle")
    page.on("request", lambda request: note(request.url))
    page.get_by_role("combobox").fill(query)
    expect(page.locator(".zl-search__status")).to_have_text(re.compile(r"\d|“"))
    page.wait_for_load_state("networkidle")
    names = [name for name in asked if name.startswith("search/")]
    return sum(len(gzip.compress((folder / name).read_bytes(), 9)) for name in names)
