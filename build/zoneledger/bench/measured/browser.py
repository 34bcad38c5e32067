"""In Chromium: what the first search of a visit loads, and the explorer before anyone touches it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib.util import find_spec

from zoneledger.bench.figure import KILOBYTES, MEGABYTES, MILLISECONDS, Figure, Promise
from zoneledger.bench.run import Run
from zoneledger.problems import Text

NAME = "browser"
TITLE = Text("浏览器里", "In the browser")
FIGURES: tuple[Figure, ...] = (
    Figure(
        "search_kilobytes",
        Text("一次搜索最多取多少（gzip）", "Most that one search loads, gzipped"),
        KILOBYTES,
        (Promise(300),),
    ),
    Figure("search_cpu", Text("一次搜索最多占用主线程", "Longest one search keeps the main thread busy"), MILLISECONDS),
    Figure(
        "explorer_kilobytes",
        Text("筛选页能用之前取多少（gzip）", "Explorer, loaded before it is used, gzipped"),
        KILOBYTES,
        (Promise(3_000),),
    ),
    Figure(
        "explorer_megabytes",
        Text("筛选页脚本最多占内存", "Explorer, most memory of its scripts"),
        MEGABYTES,
        (Promise(200),),
    ),
)


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Asks the built site; left out where there is no browser or nothing to drive it with."""
    if find_spec("playwright") is None or not os.environ.get("ZONELEDGER_CHROMIUM"):
        run.tell(
            Text(
                "没有 Playwright 与 Chromium，浏览器一项略过",
                "No Playwright and Chromium here: the browser is left out",
            )
        )
        return
    site = str(run.built())
    run.tell(Text("在浏览器里量", "Measuring in the browser"))
    found = json.loads(run.module("zoneledger.budgets.answers", site).said)
    yield from ((figure.name, found[figure.name]) for figure in FIGURES)
