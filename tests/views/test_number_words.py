"""Figures as readers write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load
from zoneledger.views.number import amount, readable, share, size


@pytest.fixture(scope="module")
def catalogue(small_root: Path) -> Catalogue:
    return load(small_root)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (5000, "5000", "5,000"),
        (2.5, "2.5", "2.5"),
        (0.1 + 0.2, "0.30000000000000004", None),
        (1e3, "1000", "1,000"),
        (12.50, "12.5", "12.5"),
        (0, "0", "0"),
        (1e21, "1" + "0" * 21, None),
    ],
)
def test_readable(value: float, zh: str, en: str | None) -> None:
    found = readable(value)
    assert found.zh == zh
    assert en is None or found.en == en


@pytest.mark.parametrize(
    ("value", "upper", "unit", "zh", "en"),
    [
        (5000, None, "yi-yuan", "5000亿元", "500 billion yuan"),
        (12345, None, "yi-yuan", "12345亿元", "1.2345 trillion yuan"),
        (0.3, None, "yi-yuan", "0.3亿元", "30 million yuan"),
        (12.5, None, "wan-yuan-per-mu", "12.5万元/亩", "125,000 yuan per mu"),
        (8, None, "percent", "8%", "8%"),
        (20, 30, "enterprise", "20—30家", "20 to 30"),
        (2, None, "year", "2年", "2 years"),
        (2, None, "no-such-unit", "2", "2"),
    ],
)
def test_amount(catalogue: Catalogue, *, value: float, upper: float | None, unit: str, zh: str, en: str) -> None:
    assert amount(value, catalogue.row("units", unit), upper) == (zh, en)


def test_share() -> None:
    assert share(1, 3).zh == "33%"
    assert share(1, 8).en == "13%"
    assert share(0, 0).en == "—"


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (999, "999 B"),
        (1000, "1 kB"),
        (1500, "1.5 kB"),
        (93_400, "93 kB"),
        (2_340_000, "2.3 MB"),
        (5_000_000_000, "5 GB"),
    ],
)
def test_size(count: int, shown: str) -> None:
    assert size(count) == shown
