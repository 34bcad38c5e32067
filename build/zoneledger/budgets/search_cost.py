"""What queries cost on a site of any size, the worst ones among them: ``python -m zoneledger.budgets.search_cost SITE``."""

from __future__ import annotations

import gzip
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

from zoneledger.budgets.chromium import opened, served

#: What is asked of any index: single characters and pairs that stand in every second record, long terms of such pairs, two at
#: once, letters, figures, syllables and identifiers.
QUERIES = (
    "区", "的", "亿", "开发", "开发区", "产业发展", "经济技术开发区", "工业和信息化局", "高质量发展", "区 的", "开发 建设",
    "规划 建设", "营业收入", "亿元", "2025年", "5000亿元", "5", "e", "the", "ing", "development", "doubling", "de", "shi", "gxj",
    "gongxinju", "t001", "2020-t0", "不会出现的词", "zzzq",
)  # fmt: skip

#: The search's files and the modules that the first letter loads.
_LOADED = re.compile(r"/(?:search|assets/javascripts/search)/|/dom\.js$")

_TYPE = """query => new Promise(done => {
  const box = document.querySelector("[data-zl-search]"), input = box.querySelector("input")
  const status = box.querySelector(".zl-search__status")
  status.textContent = ""
  input.value = query
  const began = performance.now()
  input.dispatchEvent(new Event("input"))
  const wait = () => /\\d|“|成功|could/.test(status.textContent)
    ? requestAnimationFrame(() => setTimeout(() => done([performance.now() - began, status.textContent]))) : setTimeout(wait, 4)
  wait()
})"""


@dataclass(frozen=True)
class Cost:
    """What the first query of a visit costs.

    Args:
        query: what is typed.
        size: bytes of all files it loads, each gzipped; the search's own scripts among them.
        requests: how many files.
        elapsed: milliseconds until results are shown.
        busy: milliseconds that the page's main thread works meanwhile.
        said: the count as it is shown.
    """

    query: str
    size: int
    requests: int
    elapsed: float
    busy: float
    said: str


def measure_queries(site: Path, queries: tuple[str, ...] = QUERIES) -> list[tuple[str, int, int]]:
    """Bytes and requests of the first query of a visit, for many queries.

    Args:
        site: a built site.
        queries: what is typed.

    Returns:
        Each query with the gzipped bytes of all files it loads, and their number.
    """
    return [(cost.query, cost.size, cost.requests) for cost in costs(site, queries)]


def costs(site: Path, queries: tuple[str, ...] = QUERIES, slower: int = 1) -> list[Cost]:
    """What each query costs as the first one of a visit.

    Args:
        site: a built site.
        queries: what is typed.
        slower: how many times slower than this machine the reader's is.
    """
    with served(site) as address, opened() as page:
        return [cost(page, f"{address}about/", site, query, slower) for query in queries]


def cost(page: Page, address: str, site: Path, query: str, slower: int = 1) -> Cost:
    """What one query costs on a page that has not searched yet.

    Args:
        page: of a browser.
        address: of a page of the site.
        site: the site's folder.
        query: what is typed.
        slower: how many times slower than this machine the reader's is.
    """
    asked: set[str] = set()

    def note(url: str) -> None:
        asked.add(urlsplit(url).path)

    page.goto(address)
    page.on("request", lambda request: note(request.url))
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(session)
    elapsed, said = page.evaluate(_TYPE, query)
    worked = busy(session) - before
    session.detach()
    page.wait_for_load_state("networkidle")
    files = [path for path in asked if _LOADED.search(path)]
    size = sum(len(gzip.compress((site / path.lstrip("/")).read_bytes(), 9)) for path in files)
    return Cost(query, size, len(files), elapsed, 1000 * worked, said)


def again(page: Page, query: str) -> float:
    """Milliseconds that the main thread works for a query whose files are loaded."""
    page.evaluate("""() => {
      const input = document.querySelector("[data-zl-search] input")
      input.value = ""
      input.dispatchEvent(new Event("input"))
    }""")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(session)
    page.evaluate(_TYPE, query)
    time = busy(session) - before
    session.detach()
    return 1000 * time


def busy(session: CDPSession) -> float:
    """CPU seconds the main thread has worked so far."""
    metrics = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


if __name__ == "__main__":
    for one in costs(Path(sys.argv[1]), tuple(sys.argv[2:]) or QUERIES, slower=4):
        sys.stdout.write(
            f"{one.query}\t{one.size / 1000:.1f} kB\t{one.requests} files\t{one.elapsed:.0f} ms\t{one.busy:.0f} ms CPU\t{one.said}\n"
        )
