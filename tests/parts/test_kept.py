"""Pages over all plans are taken from the last build exactly as long as all that they read says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.records import Table
from zoneledger.pages import PageContext
from zoneledger.parts.kept import Kept
from zoneledger.parts.stand_in import STAND_IN
from zoneledger.problems import Text
from zoneledger.revision import Repository
from zoneledger.site.shell import Heading, Page
from zoneledger.views.oddities import Mark

AT = Repository("https://example.org/repository", "0123456789abcdef" * 3, "main")
CONTEXT = PageContext(AT, "https://example.org/")


@pytest.fixture
def catalogue(small_root: Path) -> Catalogue:
    return load(small_root)


class Maker:
    """Makes a page of the values of all targets and of where they may be had, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, catalogue: Catalogue, context: PageContext) -> Iterator[tuple[str, Page]]:
        self.asked += 1
        values = "、".join(row.text("value") for row in catalogue.rows("targets"))
        body = Markup("<p>{} {} {}</p>").format(values, context.repository.revision, context.site_url)
        for lang in ("zh", "en"):
            yield lang, Page("a/", "名", "“说明”", body, (Heading("i", "题", 2),), graph=({"@type": "Thing"},))


def edited(catalogue: Catalogue, table: str, column: str) -> Catalogue:
    """The datasets with something else in the first cell of a column."""
    (each,) = catalogue.tables[table].files
    rows = [list(row) for row in each.rows]
    rows[0][each.where[column]] += "0"
    found = replace(catalogue, tables={**catalogue.tables, table: Table(catalogue.schemas[table])})
    found.tables[table].add(replace(each, rows=[tuple(row) for row in rows]))
    return found


def asked(folder: Path, catalogue: Catalogue, context: PageContext = CONTEXT, beside: str = "") -> int:
    """How often pages had to be made; they are what a build from nothing gives."""
    maker = Maker()
    found = list(Kept(folder, catalogue, context, beside).pages("kind", maker))
    fresh = list(Kept(folder.parent / "nothing" / str(maker), catalogue, context, beside).pages("kind", Maker()))
    assert found == fresh
    assert len(found) == 2
    return maker.asked


def test_they_are_made_once(catalogue: Catalogue, tmp_path: Path) -> None:
    assert [asked(tmp_path / "kept", catalogue) for _ in range(3)] == [1, 0, 0]


def test_another_commit_alone_makes_none_anew(catalogue: Catalogue, tmp_path: Path) -> None:
    for revision in ("f" * 40, "e" * 40):
        context = replace(CONTEXT, repository=replace(AT, revision=revision))
        (_, page), _ = Kept(tmp_path, catalogue, context, "").pages("kind", Maker())
        assert STAND_IN in page.body
        assert revision not in page.body
    assert asked(tmp_path, catalogue) == 0


def test_what_they_say_has_a_name(catalogue: Catalogue, tmp_path: Path) -> None:
    kept = Kept(tmp_path, catalogue, CONTEXT, "")
    assert not kept.digest("kind")
    kept.pages("kind", Maker())
    before = kept.digest("kind")
    assert before and Kept(tmp_path, catalogue, CONTEXT, "").digest("kind") == before
    other = edited(catalogue, "targets", "value")
    assert not Kept(tmp_path, other, CONTEXT, "").digest("kind"), "it holds no more"
    kept = Kept(tmp_path, other, CONTEXT, "")
    kept.pages("kind", Maker())
    assert kept.digest("kind") not in ("", before)


@pytest.mark.parametrize(
    ("table", "column", "times"),
    [("targets", "value", 1), ("targets", "note_zh", 0), ("measures", "title_zh", 0), ("glossary", "term_zh", 1)],
)
def test_a_cell_counts_where_it_was_read(catalogue: Catalogue, tmp_path: Path, table: str, column: str, times: int) -> None:
    asked(tmp_path, catalogue)
    assert asked(tmp_path, edited(catalogue, table, column)) == times


def _without(catalogue: Catalogue) -> Catalogue:
    (each,) = catalogue.tables["measures"].files
    found = replace(catalogue, tables={**catalogue.tables, "measures": Table(catalogue.schemas["measures"])})
    found.tables["measures"].add(replace(each, rows=each.rows[:-1], lines=each.lines[:-1]))
    return found


def _moved(catalogue: Catalogue) -> Catalogue:
    (each,) = catalogue.tables["measures"].files
    found = replace(catalogue, tables={**catalogue.tables, "measures": Table(catalogue.schemas["measures"])})
    found.tables["measures"].add(replace(each, lines=[line + 1 for line in each.lines]))
    return found


def _renamed(catalogue: Catalogue) -> Catalogue:
    return edited(catalogue, "measures", "id")


def _said(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, plan_files={plan: {**content, "period": "x"} for plan, content in catalogue.plan_files.items()})


@pytest.mark.parametrize("change", [_without, _moved, _renamed, _said])
def test_which_rows_there_are_always_counts(
    catalogue: Catalogue, tmp_path: Path, change: Callable[[Catalogue], Catalogue]
) -> None:
    asked(tmp_path, catalogue)
    assert asked(tmp_path, change(catalogue)) == 1


def test_what_is_known_beside_counts_where_it_was_asked_for(catalogue: Catalogue, tmp_path: Path) -> None:
    asked(tmp_path, catalogue)
    assert asked(tmp_path, catalogue, replace(CONTEXT, downloads=("a",))) == 0
    assert asked(tmp_path, catalogue, replace(CONTEXT, site_url="https://example.com/")) == 1
    assert asked(tmp_path, catalogue, replace(CONTEXT, site_url="https://example.com/"), "another program") == 1


def test_badges_count_whether_or_not_their_rows_are_read(catalogue: Catalogue, tmp_path: Path) -> None:
    """What is odd about a row follows from other rows, too."""
    asked(tmp_path, catalogue)
    badges = {"anshi-2021-m001": (Mark(Text("奇", "odd"), True),)}
    for other in (badges, {"anshi-2021-m001": (Mark(Text("怪", "strange"), True),)}):
        assert not Kept(tmp_path, catalogue, CONTEXT, "", other).digest("kind")
        list(Kept(tmp_path, catalogue, CONTEXT, "", other).pages("kind", Maker()))
        assert Kept(tmp_path, catalogue, CONTEXT, "", other).digest("kind")
    assert asked(tmp_path, catalogue) == 1


def test_a_value_is_kept_as_pages_are(catalogue: Catalogue, tmp_path: Path) -> None:
    asked = []

    def values(catalogue: Catalogue) -> dict[str, tuple[object, ...]]:
        asked.append(catalogue)
        return {"值": tuple(row["value"] for row in catalogue.rows("targets"))}

    found = [Kept(tmp_path, catalogue, CONTEXT, "").value("values", values) for _ in range(2)]
    assert found == [values(catalogue)] * 2
    assert len(asked) == 2, "once, and by this test"
    other = edited(catalogue, "targets", "value")
    assert Kept(tmp_path, other, CONTEXT, "").value("values", values) == values(other) != found[0]


@pytest.mark.parametrize("harm", ["cut", "other", "no pages", "no note", "no JSON", "no folder"])
def test_what_is_damaged_is_made_again(catalogue: Catalogue, tmp_path: Path, harm: str) -> None:
    asked(tmp_path, catalogue)
    lines, note = tmp_path / "kind" / "made", tmp_path / "kind" / "read.json"
    if harm == "cut":
        lines.write_bytes(lines.read_bytes()[:-9])
    elif harm == "other":
        lines.write_bytes(lines.read_bytes().replace("名".encode(), "字".encode()))
    elif harm == "no folder":
        lines.unlink()
        note.unlink()
        lines.parent.rmdir()
        lines.parent.write_text("x")
    elif harm == "no JSON":
        note.write_text("[")
    else:
        (lines if harm == "no pages" else note).unlink()
    assert asked(tmp_path, catalogue) == 1
    assert asked(tmp_path, catalogue) == 0


def test_what_failed_half_way_leaves_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    def broken(*_: object) -> Iterator[tuple[str, Page]]:
        yield "zh", Page("a/", "", "", Markup())
        raise RuntimeError("here")

    with pytest.raises(RuntimeError, match="here"):
        list(Kept(tmp_path, catalogue, CONTEXT, "").pages("kind", broken))
    assert list(tmp_path.iterdir()) == []


def test_the_tables_it_was_made_from_are_known(catalogue: Catalogue, tmp_path: Path) -> None:
    kept = Kept(tmp_path, catalogue, CONTEXT, "")
    assert kept.tables(["kind"]) is None, "it was never made"
    kept.pages("kind", Maker())
    kept.value("zones", lambda datasets: [row["name_zh"] for row in datasets.rows("zones")])
    again = Kept(tmp_path, edited(catalogue, "targets", "value"), CONTEXT, "")
    assert not again.digest("kind")
    assert again.tables(["kind"]) == {"targets"}
    assert again.tables(["kind", "zones"]) == {"targets", "zones"}
    assert again.tables(["kind", "another"]) is None
