"""Documents are made again where their pages, what is said of pages in heads, or what they offer says something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.records import Table
from zoneledger.heads import Entry, Heads, Scope
from zoneledger.pages import PageContext
from zoneledger.pages.sheet import Sheet
from zoneledger.parts import Gathered, Part
from zoneledger.parts.documents import ENTRIES, Documents, cards
from zoneledger.parts.kept import Kept
from zoneledger.problems import Text
from zoneledger.revision import Repository
from zoneledger.site.shell import Page
from zoneledger.social.card import Card, Key

CONTEXT = PageContext(Repository("https://example.org/repository", "0123456789abcdef" * 3, "main"), "https://example.org/")


class Frames:
    """Writes the descriptions of pages alone."""

    def write_linked(self, pages: Iterable[tuple[str, Page]], hub: str, heads: Heads, out: Path) -> None:
        said = [heads.complete(lang, page).description for lang, page in pages]
        (out / "said.txt").write_text("\n".join([hub, *said]), encoding="utf-8")


def make(catalogue: Catalogue, _: PageContext) -> Iterator[tuple[str, Page]]:
    titles = "、".join(row.text("title_zh") for row in catalogue.rows("measures"))
    yield "zh", Page("rules/", "规则", "说明。", Markup("<p>{}</p>").format(titles))


def entries(catalogue: Catalogue) -> Mapping[str, Entry]:
    """Counts what other pages than the one made above may read."""
    targets = sum(row.text("value") != "1" for row in catalogue.rows("targets"))
    return {"rules/": Entry(Text("规则", "Rules"), {"targets": targets}, drawn=True)}


def part(folder: Path, catalogue: Catalogue, name: str = "rules", offered: str = "") -> Part:
    kept = Kept(folder / "kept", catalogue, CONTEXT, "")
    scope = Scope(names={}, entries=kept.value(ENTRIES, entries))
    frames: Any = Frames()
    documents = Documents(frames, kept, Gathered(catalogue, "frame", {}, folder / "gathered"), scope, offered)
    (made,) = documents.parts(name, "dictionary/", kept.pages(name, make))
    return made


def sheets(catalogue: Catalogue, _: PageContext) -> Iterator[Sheet[str]]:
    for measure in catalogue.rows("measures"):
        yield Sheet(measure.text("title_zh"), {}, sheet_pages)


def sheet_pages(_: Any, told: str, __: Any) -> Iterator[tuple[str, Page]]:
    yield "zh", Page("rules/", told, f"{told}。", Markup())


def parts(folder: Path, catalogue: Catalogue) -> list[Part]:
    kept = Kept(folder / "kept", catalogue, CONTEXT, "")
    scope = Scope(names={}, entries=kept.value(ENTRIES, entries))
    frames: Any = Frames()
    documents = Documents(frames, kept, Gathered(catalogue, "frame", {}, folder / "gathered"), scope, "")
    return documents.parts("rules", "dictionary/", kept.sheets("rules", sheets, lambda *_: lambda sheet: sheet.pages({})))


def said(found: Part) -> str:
    return (found.site / "said.txt").read_text(encoding="utf-8")


def edited(catalogue: Catalogue, table: str, column: str, cell: str) -> Catalogue:
    (each,) = catalogue.tables[table].files
    rows = [list(row) for row in each.rows]
    rows[0][each.where[column]] = cell
    found = replace(catalogue, tables={**catalogue.tables, table: Table(catalogue.schemas[table])})
    found.tables[table].add(replace(each, rows=[tuple(row) for row in rows]))
    return found


@pytest.fixture
def catalogue(small_root: Path) -> Catalogue:
    return load(small_root)


def test_they_are_made_once(catalogue: Catalogue, tmp_path: Path) -> None:
    first, again = part(tmp_path, catalogue), part(tmp_path, catalogue)
    assert (first.key, first.files) == (again.key, again.files)
    assert said(first).splitlines() == ["dictionary/", "说明。10个量化目标。"]
    assert cards([first]) == {"social/rules.zh.png": Card("ZoneLedger 开发区目标责任台账", "规则", "规则", (Key("10", "量化目标"),))}


def test_pages_that_say_something_else(catalogue: Catalogue, tmp_path: Path) -> None:
    before = part(tmp_path, catalogue)
    assert part(tmp_path, edited(catalogue, "measures", "title_zh", "别的")).key != before.key


def test_of_sheets_those_alone_that_say_something_else(catalogue: Catalogue, tmp_path: Path) -> None:
    before = parts(tmp_path, catalogue)
    assert len(before) == len(catalogue.rows("measures")) > 2
    assert [said(part).splitlines()[1].split("。")[0] for part in before] == [
        row.text("title_zh") for row in catalogue.rows("measures")
    ]
    other = edited(catalogue, "measures", "title_zh", "别的")
    after = parts(tmp_path, other)
    assert after[0].key != before[0].key
    assert [part.key for part in after[1:]] == [part.key for part in before[1:]]
    assert list(map(said, after)) == list(map(said, parts(tmp_path / "nothing", other)))
    heads = parts(tmp_path, edited(other, "targets", "value", "1"))
    assert {part.key for part in heads}.isdisjoint(part.key for part in after)


def test_heads_that_say_something_else(catalogue: Catalogue, tmp_path: Path) -> None:
    """The pages themselves read nothing of it."""
    before = part(tmp_path, catalogue)
    after = part(tmp_path, edited(catalogue, "targets", "value", "1"))
    assert after.key != before.key
    assert said(after).splitlines()[1] == "说明。9个量化目标。"


def test_what_heads_read_says_the_same(catalogue: Catalogue, tmp_path: Path) -> None:
    before = part(tmp_path, catalogue)
    assert part(tmp_path, edited(catalogue, "targets", "value", "7")).key == before.key


@pytest.mark.parametrize(("name", "same"), [("rules", True), ("home", False), ("downloads", False)])
def test_other_downloads_count_where_heads_name_them(catalogue: Catalogue, tmp_path: Path, name: str, same: bool) -> None:
    keys = {part(tmp_path, catalogue, name, offered).key for offered in ("one", "other")}
    assert (len(keys) == 1) is same
