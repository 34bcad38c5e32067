"""Catalogues to draw: the small one as it is, and copies of it with cells changed."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from small_plan import Changed, Edit, plan_csv, read

from zoneledger import charts
from zoneledger.catalogue import Catalogue, load
from zoneledger.charts import Figures


@pytest.fixture(scope="session")
def small(small_root: Path) -> Catalogue:
    return load(small_root)


@pytest.fixture(scope="session")
def small_figures(small: Catalogue) -> Figures:
    return charts.draw(small)


@pytest.fixture(scope="session")
def real_figures(root: Path) -> Figures:
    """The figures of the datasets in this checkout."""
    return charts.draw(load(root))


@pytest.fixture
def changed(small_root: Path, tmp_path: Path) -> Changed:
    """Loads a copy of the small datasets with one table's rows edited; the table may be a reference list."""

    def load_changed(table: str, edit: Edit) -> Catalogue:
        copy = tmp_path / "changed"
        for name in ("datasets", "schemas"):
            shutil.copytree(small_root / name, copy / name)
        reference = copy / "datasets" / "reference" / f"{table}.csv"
        path = reference if reference.is_file() else plan_csv(copy, table)
        rows = read(path)
        columns = list(rows[0])
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(edit(rows))
        return load(copy)

    return load_changed
