"""The store of parts: what is there whole is taken, everything else is made again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zoneledger.parts.stand_in import STAND_IN
from zoneledger.parts.store import Store, Workplace
from zoneledger.revision import Repository

AT = Repository("https://example.org/repository", "0123456789abcdef" * 3, "main")


def fill(workplace: Workplace) -> None:
    (workplace.site / "plans").mkdir()
    (workplace.site / "plans" / "index.html").write_text(f"at {STAND_IN}, {STAND_IN[:12]}, 修订", encoding="utf-8")
    (workplace.site / "_headers").write_text("x")
    workplace.save("facts", {"名": [1, None, "值"]})


def never(workplace: Workplace) -> None:
    pytest.fail("it was there already")


def test_a_part_is_made_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "parts")
    assert store.find("k") is None
    made = store.make("k", fill)
    assert store.make("k", never) == made
    assert Store(tmp_path / "parts").make("k", never).extract("facts") == {"名": [1, None, "值"]}


def test_its_files_are_placed_with_the_revision_of_the_build(tmp_path: Path) -> None:
    part = Store(tmp_path / "parts").make("k", fill)
    part.place(tmp_path / "site", AT)
    placed = {
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    assert placed == {"plans/index.html", "_headers"}
    assert (tmp_path / "site/plans/index.html").read_text(encoding="utf-8") == f"at {AT.revision}, {AT.short}, 修订"
    assert part.revised == {"site/plans/index.html"}


def test_folders_are_made_however_deep_and_shared_with_other_parts(tmp_path: Path) -> None:
    """None of those above holds a file, and the site is not there yet."""

    def deep(workplace: Workplace) -> None:
        for folder in ("en/plans/a", "en/plans/a/b/c", "plans/x"):
            (workplace.site / folder).mkdir(parents=True, exist_ok=True)
            for name in ("index.html", "more.txt"):
                (workplace.site / folder / name).write_text(f"{folder}/{name}")

    store, site = Store(tmp_path / "parts"), tmp_path / "out" / "new" / "site"
    for part in (store.make("deep", deep), store.make("k", fill)):
        part.place(site, AT)
    assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} == {
        "_headers", "plans/index.html",
        *(f"{folder}/{name}" for folder in ("en/plans/a", "en/plans/a/b/c", "plans/x") for name in ("index.html", "more.txt")),
    }  # fmt: skip
    assert (site / "en/plans/a/b/c/more.txt").read_text() == "en/plans/a/b/c/more.txt"


def test_what_is_edited_in_the_site_is_not_taken_again(tmp_path: Path) -> None:
    """A site's file may be the part's own under a second name."""
    store = Store(tmp_path / "parts")
    store.make("k", fill).place(tmp_path / "site", AT)
    (tmp_path / "site/_headers").write_text("y")
    found = store.find("k")
    again = store.make("k", fill) if found is None else found
    assert (again.folder / "site/_headers").read_text() == "x"


def test_what_the_build_rewrites_is_a_copy(tmp_path: Path) -> None:
    store = Store(tmp_path / "parts")
    store.make("k", fill).place(tmp_path / "site", AT, rewritten=True)
    (tmp_path / "site/_headers").write_text("y")
    assert store.find("k") is not None


def test_parts_of_another_machine_are_taken_without_their_times(tmp_path: Path) -> None:
    other, own = Store(tmp_path / "other"), Store(tmp_path / "own")
    part = other.make("k", fill)
    for path in part.files:
        os.utime(part.folder / path, (1, 1))
    assert other.find("k") is None
    assert own.adopt(other) == 1
    assert own.find("k") is not None
    assert own.adopt(other) == 0


@pytest.mark.parametrize("harm", ["gone", "shorter", "list", "list of nothing known"])
def test_a_damaged_part_is_made_again(tmp_path: Path, harm: str) -> None:
    store = Store(tmp_path / "parts")
    part = store.make("k", fill)
    page = part.folder / "site/plans/index.html"
    match harm:
        case "gone":
            page.unlink()
        case "shorter":
            page.write_text("a")
        case "list":
            (part.folder / "part.json").write_text("{")
        case _:
            (part.folder / "part.json").write_text("[1]")
    assert store.find("k") is None
    again = store.make("k", fill)
    assert (again.folder / "site/plans/index.html").read_text(encoding="utf-8").startswith("at ")


def test_what_failed_half_way_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "parts")

    def fail(workplace: Workplace) -> None:
        fill(workplace)
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        store.make("k", fail)
    assert list((tmp_path / "parts").iterdir()) == []


def test_a_folder_in_place_of_a_part_gives_way(tmp_path: Path) -> None:
    (tmp_path / "parts/k/site").mkdir(parents=True)
    assert Store(tmp_path / "parts").make("k", fill).files.keys() >= {"site/_headers"}


def test_only_what_the_last_build_used_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "parts")
    for key in ("one", "two"):
        store.make(key, fill)
    (tmp_path / "parts/.making-left").mkdir()
    store.keep({"two"})
    assert [path.name for path in (tmp_path / "parts").iterdir()] == ["two"]
    assert store.find("one") is None
    Store(tmp_path / "nowhere").keep(set())
