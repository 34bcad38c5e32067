"""How long the explorer's filters keep the browser's main thread busy, on synthetic rows."""

from __future__ import annotations

import json
import random
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

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
