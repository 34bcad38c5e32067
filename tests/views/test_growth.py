"""Implied annual growth: only where a starting point is known, by the formula that is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.views.growth import growth


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


def changed(row: Row, **cells: Any) -> Row:
    return replace(row, values={**row.values, **cells})


def row(catalogue: Catalogue, table: str, key: str) -> Row:
    found = catalogue.row(table, key)
    assert found is not None
    return found


def test_a_multiple_with_its_base_year_compounds(catalogue: Catalogue) -> None:
    """Twice the revenue of 2019 by 2022: 2^(1/3) − 1."""
    found = growth(catalogue, row(catalogue, "targets", "ganzhou-2020-t001"))
    assert found is not None
    assert (str(found.rate), found.formula.en) == ("26.0", "2^(1/3) − 1")
    assert found.words == ("每年26%", "26% a year")
    assert found.assumption.zh and found.assumption.en


def test_a_level_beside_a_comparable_earlier_figure_compounds(catalogue: Catalogue) -> None:
    """At least 16 listed companies by 2025, 8 in 2020: 2^(1/5) − 1; the figure it starts from is named."""
    found = growth(catalogue, row(catalogue, "targets", "lianyungang-2022-t019"))
    assert found is not None and found.outcome is not None
    assert (found.symbol, str(found.rate)) == ("≥", "14.9")
    assert found.formula.en == "(16 ÷ 8)^(1/5) − 1"
    assert found.outcome["id"] == "lianyungang-2022-o001"


def test_a_stated_yearly_rate_is_taken_as_printed(catalogue: Catalogue) -> None:
    found = growth(catalogue, row(catalogue, "targets", "zunyi-t003"))
    assert found is not None and found.words.en == "≥20% a year"


def test_the_growth_of_an_only_year_is_that_years(catalogue: Catalogue) -> None:
    target = row(catalogue, "targets", "nanchang-2019-t009")
    assert growth(catalogue, target) is not None
    # Over several years the same rate would be something else.
    assert growth(catalogue, changed(target, due="2021")) is None


@pytest.mark.parametrize(
    "cells",
    [
        {"baseline": None},
        {"due": None},
        {"due": "20XX"},
        {"baseline": "2022"},
        {"note_basis": "suspected"},
        {"benchmark": "全省平均"},
        {"value_max": 3},
        {"value": None},
    ],
    ids=str,
)
def test_nothing_is_implied_without_a_known_way(catalogue: Catalogue, cells: dict[str, Any]) -> None:
    assert growth(catalogue, changed(row(catalogue, "targets", "ganzhou-2020-t001"), **cells)) is None


@pytest.mark.parametrize(
    "cells",
    [
        {"comparator": "gt"},  # "over 8" is no figure to start from
        {"period": "2020/2021"},
        {"period": "2025"},  # the target's own year
        {"indicator_id": "unicorn-enterprises"},
        {"jurisdiction_code": "360700"},
        {"value": 0},
    ],
    ids=str,
)
def test_an_earlier_figure_that_cannot_be_compared_is_no_start(catalogue: Catalogue, cells: dict[str, Any]) -> None:
    target, start = (
        row(catalogue, "targets", "lianyungang-2022-t019"),
        row(catalogue, "outcomes", "lianyungang-2022-o001"),
    )
    assert growth(catalogue, target, [start]) is not None
    assert growth(catalogue, target, [changed(start, **cells)]) is None
