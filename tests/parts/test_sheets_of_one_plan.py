"""What sheets of a plan read beside the rows they show: its other tables, whichever they are, and facts that it tells."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.facts import Facts, fact
from zoneledger.pages import PageContext
from zoneledger.pages.sheet import Rows, Sheet
from zoneledger.parts.kept import Kept
from zoneledger.revision import Repository
from zoneledger.site.shell import Page

CONTEXT = PageContext(Repository("https://example.org/repository", "0123456789abcdef" * 3, "main"), "https://example.org/")
PLAN = "anshi-2021"


@fact(str)
def saying(_: Catalogue, plan_id: str) -> str:
    """Is told by whoever builds."""
    return plan_id


class Builds:
    """Builds three sheets, one after the other, with what the last time left."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "kept"

    def run(self, says: str = "") -> list[str]:
        """The sheets that were made; all pages are those of a build from nothing."""
        made: list[str] = []
        found = self._pages(self.folder, says, made)
        assert found == self._pages(self.root / "nothing", says, [])
        shutil.rmtree(self.root / "nothing")
        return made

    def _pages(self, folder: Path, says: str, made: list[str]) -> list[tuple[str, Page]]:
        catalogue = replace(load(self.root), facts=Facts(lambda *_: says))

        def fill(catalogue: Catalogue, _: PageContext) -> Callable[[Sheet[Any]], Iterator[tuple[str, Page]]]:
            def pages(sheet: Sheet[Any]) -> Iterator[tuple[str, Page]]:
                made.append(sheet.told)
                yield "zh", Page(f"{sheet.told}/", "", "", Markup("<p>{}</p>").format(said(catalogue, sheet)))

            return pages

        return list(Kept(folder, catalogue, CONTEXT, "", facts=lambda name: f"{name} {says}").sheets("kind", sheets, fill))

    def edit(self, table: str, column: str) -> None:
        """Another first cell in a column of the plan's table."""
        path = self.root / "datasets" / "plans" / PLAN / f"{table}.csv"
        (each,) = load(self.root).tables[table].files
        cell, text = each.rows[0][each.where[column]], path.read_text(encoding="utf-8")
        assert cell and cell in text
        path.write_text(text.replace(cell, f"{cell}9", 1), encoding="utf-8")


def sheets(catalogue: Catalogue, _: PageContext) -> Iterator[Sheet[str]]:
    """One that shows no row and is told a fact, and two that show rows of the same plan and read each other's table."""
    yield Sheet("fact", {}, nothing)
    for table in ("targets", "measures"):
        yield Sheet(table, {table: catalogue.rows(table)}, nothing)


def nothing(_: Any, __: str, ___: Rows) -> Iterator[tuple[str, Page]]:
    """Pages are made by what fills them here."""
    yield from ()


def said(catalogue: Catalogue, sheet: Sheet[str]) -> list[str]:
    """What the page of a sheet says."""
    if not sheet.rows:
        return [saying(catalogue, PLAN)]
    return [row.text("value") for row in catalogue.rows("targets")] + [row.text("title_zh") for row in catalogue.rows("measures")]


@pytest.fixture
def builds(small_root: Path, tmp_path: Path) -> Builds:
    for name in ("datasets", "schemas"):
        shutil.copytree(small_root / name, tmp_path / "checkout" / name)
    found = Builds(tmp_path / "checkout")
    assert found.run() == ["fact", "targets", "measures"]
    assert found.run() == []
    return found


@pytest.mark.parametrize(("table", "column"), [("targets", "value"), ("measures", "title_zh")])
def test_every_sheet_reads_its_plan_s_other_tables(builds: Builds, table: str, column: str) -> None:
    """What stands beside the rows of one sheet is not what stands beside those of another."""
    builds.edit(table, column)
    assert builds.run() == ["targets", "measures"]
    assert builds.run() == []


def test_what_was_not_read_is_noted_and_hides_nothing_after_it(builds: Builds) -> None:
    """The note of what is kept is written again; the sheets stay what they were made of."""
    for column in ("summary_zh", "summary_en"):
        builds.edit("measures", column)
        assert builds.run() == []
    builds.edit("measures", "title_zh")
    assert builds.run() == ["targets", "measures"]
    builds.edit("measures", "summary_zh")
    builds.edit("targets", "value")
    assert builds.run() == ["targets", "measures"]
    assert builds.run() == []


def test_a_fact_that_one_sheet_was_told_counts_for_all(builds: Builds) -> None:
    """Which of them asked for it is not noted."""
    assert builds.run("another") == ["fact", "targets", "measures"]
    assert builds.run("another") == []


def test_a_fact_that_only_a_sheet_taken_was_told_still_counts(builds: Builds) -> None:
    builds.edit("targets", "value")
    assert builds.run() == ["targets", "measures"]
    assert builds.run("another") == ["fact", "targets", "measures"]
