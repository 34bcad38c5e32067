"""What the explorer loads and how long it takes: filters on synthetic rows of one file, and a whole site at any size."""

from __future__ import annotations

import json
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Error, Page

from zoneledger.budgets.chromium import opened, served
from zoneledger.budgets.measure import Measure

#: Rows and the promised CPU milliseconds of one filter.
BUDGETS = {5_000: 50, 100_000: 150}

#: What a reader does, one after the other: boxes of three facets, then words in the text box.
_ACTIONS = (
    *(f"document.querySelectorAll('.zl-facet')[{facet}].querySelectorAll('input')[{box}].click()"
      for facet in (0, 4, 5) for box in (0, 1, 2)),
    *(f"(input => {{ input.value = '{word}'; input.dispatchEvent(new Event('input')) }})(document.querySelector('#zl-explorer-text'))"
      for word in ("亩", "亩均", "亩均税收", "zone", "")),
)  # fmt: skip


def synthetic(content: dict[str, Any], rows: int, seed: int = 2019) -> dict[str, Any]:
    """An explorer file blown up: rows drawn from the real ones, each with an id and a sentence of its own.

    Args:
        content: a real file's content.
        rows: how many to make.
        seed: of the draw.
    """
    chance = random.Random(seed)
    drawn = [chance.randrange(content["rows"]) for _ in range(rows)]
    columns = []
    for column in content["columns"]:
        made = dict(column)
        if column["kind"] == "key":
            made["values"] = [f"row-{number:06d}" for number in range(rows)]
        elif column["kind"] == "number":
            made["values"] = [column["values"][row] for row in drawn]
        elif column["id"] == "statement":
            texts = [column["values"][column["codes"][row]] for row in drawn]
            made["values"] = [[f"{zh}（{n}）", f"{en} ({n})"] for n, (zh, en) in enumerate(texts)]
            made["codes"] = list(range(rows))
        else:
            made["codes"] = [column["codes"][row] for row in drawn]
        columns.append(made)
    return {**content, "rows": rows, "columns": columns}


def measure(site: Path) -> Iterator[Measure]:
    """The slowest of a reader's filters at each size.

    Args:
        site: a built site.

    Yields:
        CPU milliseconds of the main thread, from the change to the drawn page.
    """
    real = json.loads((site / "explore" / "targets.json").read_text(encoding="utf-8"))
    for rows, budget in BUDGETS.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "site"
            shutil.copytree(site, copy, ignore=shutil.ignore_patterns("data", "plans", "organizations", "en"))
            (copy / "explore" / "targets.json").write_text(json.dumps(synthetic(real, rows)), encoding="utf-8")
            with served(copy) as address, opened() as page:
                times = _times(page, f"{address}explore/targets/")
        yield Measure(f"explorer, {rows:,} rows, median", statistics.median(times), budget, "ms")
        yield Measure(f"explorer, {rows:,} rows, slowest", max(times), budget, "ms")


def _times(page: Page, address: str) -> list[float]:
    page.goto(address)
    page.locator(".zl-explorer__table tbody tr").first.wait_for()
    page.wait_for_timeout(1500)  # what is prepared in idle moments is prepared
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    times = []
    for action in _ACTIONS:
        before = _busy(session)
        page.evaluate(f"() => new Promise(done => {{ {action}; requestAnimationFrame(() => setTimeout(done)) }})")
        times.append(1000 * (_busy(session) - before))
    return times


def _busy(session: CDPSession) -> float:
    """CPU seconds the main thread has worked so far."""
    metrics = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


#: How many times slower than here a reader's telephone is taken to be.
_SLOWED = 4
#: Promised kilobytes before a reader does anything, seconds to an answer, and megabytes of memory.
_FIRST, _ANSWER, _MEMORY = 3_000, 5, 200
_READY = """() => {
  const explorer = document.querySelector("[data-zl-explorer]")?.zlExplorer
  return Boolean(explorer?.selection) && explorer.parts.main.ariaBusy !== "true"
}"""
#: What a reader does with each explorer, one after the other: the facet whose first value is chosen, the column sorted by,
#: and words in the text box.
_VISITS = {"targets": (("strength", "due_year"), "city", "亩均"), "duties": (("role", "agency_type"), "city", "审计")}


def measure_explorer(site: Path) -> Iterator[Measure]:
    """What both explorers of a built site load and how soon they answer, on a processor slowed four times.

    Args:
        site: a built site of any size.

    Yields:
        Gzipped kilobytes before the first interaction; for each of a reader's steps the seconds until it is shown, what it
        loads included; megabytes of scripts' memory at the end.
    """
    for table in _VISITS:
        with served(site, compressed=True) as address, opened() as page:
            yield from _visited(page, f"{address}explore/{table}/", table)


def _visited(page: Page, address: str, table: str) -> Iterator[Measure]:
    facets, column, words = _VISITS[table]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
    loaded: list[float] = []
    session.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))

    def until_shown(name: str, action: str) -> Measure:
        before, weight = time.perf_counter(), sum(loaded)
        page.evaluate(action)
        _wait(page)
        spent, kilobytes = time.perf_counter() - before, (sum(loaded) - weight) / 1000
        return Measure(f"explorer of {table}, {name} (+{kilobytes:,.0f} kB)", spent, _ANSWER, "s")

    yield until_shown("opened", f"location.assign({json.dumps(address)})")
    page.wait_for_timeout(2000)
    yield Measure(f"explorer of {table}, before anything is done", sum(loaded) / 1000, _FIRST, "kB")
    for name in facets:
        place = f"explorer.table.facets.findIndex(facet => facet.id === {name!r})"
        box = f"document.querySelectorAll('.zl-facet')[{place}]"
        yield until_shown(
            f"filter by {name}",
            f"() => {{ {_EXPLORER}; const group = {box}; group.open = true; group.querySelector('input[type=checkbox]').click() }}",
        )
    yield until_shown(f"sort by {column}", f"document.querySelector('th [data-column={column}]').click()")
    typed = f"input.value = {json.dumps(words)}; input.dispatchEvent(new Event('input'))"
    yield until_shown(
        "filter by text", f"() => {{ const input = document.querySelector('#zl-explorer-text'); {typed} }}"
    )
    heap = session.send("Runtime.getHeapUsage")
    megabytes = (heap["usedSize"] + heap.get("backingStorageSize", 0)) / 1e6
    yield Measure(f"explorer of {table}, memory of scripts", megabytes, _MEMORY, "MB")


_EXPLORER = "const explorer = document.querySelector('[data-zl-explorer]').zlExplorer"


def _wait(page: Page) -> None:
    """Until the explorer shows what was asked for; text is looked up once a reader pauses."""
    page.wait_for_timeout(350)
    while not _shown(page):
        page.wait_for_timeout(20)


def _shown(page: Page) -> bool:
    try:
        return bool(page.evaluate(_READY))
    except Error:  # the page is just being left
        return False
