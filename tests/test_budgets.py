"""The command that measures budgets tells the truth about weights, and the home page keeps to its own."""

from __future__ import annotations

import gzip
from pathlib import Path

from zoneledger.budgets import Measure, page_weight


def test_the_weight_counts_the_page_and_what_it_loads_once(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p{}" * 1000)
    (tmp_path / "b.js").write_text("let x;" * 1000)
    (tmp_path / "c.png").write_bytes(bytes(range(256)) * 20)
    page = tmp_path / "index.html"
    page.write_text(
        '<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="a.css?v=1"><script src="b.js" defer></script>'
        '<img src="c.png" alt=""><a href="c.png">not loaded twice</a><link rel="alternate" href="other.html">'
    )
    named = [page, tmp_path / "a.css", tmp_path / "b.js", tmp_path / "c.png"]
    assert page_weight(page) == sum(len(gzip.compress(path.read_bytes(), 9)) for path in named)


def test_a_figure_over_its_budget_says_so() -> None:
    assert str(Measure("check, CPU", 5.5, 5, "s")).endswith("OVER")
    assert str(Measure("check, CPU", 4.5, 5, "s")).endswith("ok")


def test_the_home_page_is_light(built_site: Path) -> None:
    """At most 200 kB gzipped with everything it loads, in both languages."""
    for page in ("index.html", "en/index.html"):
        weight = page_weight(built_site / "site" / page)
        assert 20_000 < weight <= 200_000, page
