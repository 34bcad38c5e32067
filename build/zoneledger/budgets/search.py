"""What one search costs a reader: bytes from a cold start, and how long the browser's main thread is busy."""

from __future__ import annotations

import random
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from zoneledger.budgets.chromium import opened, served
from zoneledger.budgets.measure import Measure
from zoneledger.budgets.search_cost import again, cost
from zoneledger.catalogue import load
from zoneledger.search.index import publish
from zoneledger.search.pinyin import spelling
from zoneledger.search.records import KINDS, Record, records
from zoneledger.search.webpages import KIND as PAGE
from zoneledger.search.webpages import webpages

#: Records, and what is promised of a query: gzipped kilobytes, the search's own scripts among them; CPU milliseconds.
RECORDS = 3_000
KILOBYTES = 60
MILLISECONDS = 50


def synthetic(real: Sequence[Record], count: int, seed: int = 2019) -> list[Record]:
    """Records blown up: the real ones, and copies of drawn ones with other figures and a mark of their own.

    Args:
        real: at least one of each kind.
        count: how many to make.
        seed: of the draw.
    """
    chance = random.Random(seed)
    rows = [record for record in real if record.kind != PAGE]

    def other(text: str) -> str:
        return re.sub(r"\d", lambda _: str(chance.randrange(10)), text)

    made = []
    for number in range(max(0, count - len(real))):
        record = chance.choice(rows)
        zh, en = (tuple(map(other, lines)) for lines in (record.zh, record.en))
        titles = (f"{zh[0]}（{number}）", f"{en[0]} ({number})")
        names = record.names | set(titles)
        made.append(
            replace(record, zh=(titles[0], *zh[1:]), en=(titles[1], *en[1:]), key=f"{record.key}{number}", names=names)
        )
    order = [*KINDS, PAGE]
    return sorted([*real, *made], key=lambda record: order.index(record.kind))


def queries(found: Sequence[Record], seed: int = 2019) -> list[str]:
    """What readers type: names, words, figures, pinyin, English words and identifiers, drawn from the records."""
    chance = random.Random(seed)

    def drawn(texts: Sequence[str], count: int) -> list[str]:
        return chance.sample(sorted(set(texts)), count)

    named = [r.zh[0] for r in found if r.kind in ("organizations", "indicators", "zones", "jurisdictions")]
    short = [line for r in found if r.kind == "organizations" for line in r.zh[1:] if 2 < len(line) < 8]
    chinese = [word for r in found for line in r.zh for word in re.findall("[一-鿿]{2,}", line)]
    words = [word for r in found for line in r.en for word in re.findall("[A-Za-z]{4,}", line)]
    figures = [word for r in found for line in r.zh for word in re.findall(r"\d+(?:亿元|%|家|亩)", line)]
    parts = [text[start : start + size] for text in drawn(chinese, 25) for size in [chance.randint(1, 6)]
             for start in [chance.randrange(max(1, len(text) - size))]]  # fmt: skip
    spelt = [spelling(name)[kind] for kind, name in zip([0, 1] * 6, drawn(short, 12), strict=True)]
    pairs = [f"{one} {two}" for one, two in zip(drawn(named, 8), drawn(words, 8), strict=True)]
    return [*drawn(named, 15), *drawn(short, 15), *parts, *drawn(words, 25), *drawn(figures, 10), *spelt, *pairs,
            *drawn([r.key for r in found if r.key], 5), "doubling", "工信局", "gxj", "5000亿", "42 %", "500 billion"]  # fmt: skip


def measure(root: Path, site: Path) -> Iterator[Measure]:
    """What a sample of queries costs at ``RECORDS`` records, in both languages.

    Args:
        root: the checkout's top folder.
        site: a built site of it.

    Yields:
        Kilobytes fetched by the first query of a visit, and CPU milliseconds of one whose files are there.
    """
    catalogue = load(root)
    found = synthetic([*chain(records(catalogue), webpages(site, root / "site" / "pages" / "zh"))], RECORDS)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns("data", "plans", "organizations"))
        publish(catalogue, [(record, record.addresses[0]) for record in found], copy)
        weights, times = [], []
        with served(copy) as address, opened() as page:
            for lang in ("", "en/"):
                for query in queries(found):
                    weights.append(cost(page, f"{address}{lang}about/", copy, query).size / 1000)
                    times.append(again(page, query))
    yield Measure(f"search, {len(found):,} records, median", statistics.median(weights), KILOBYTES, "kB")
    yield Measure(f"search, {len(found):,} records, largest", max(weights), KILOBYTES, "kB")
    yield Measure("search, CPU, median", statistics.median(times), MILLISECONDS, "ms")
    yield Measure("search, CPU, slowest", max(times), MILLISECONDS, "ms")
