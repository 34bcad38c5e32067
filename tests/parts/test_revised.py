"""Files that name the revision are filled in once a revision; what was kept of them is made sure of, or made again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from zoneledger.parts.stand_in import STAND_IN
from zoneledger.parts.store import Part, Store, Workplace
from zoneledger.revision import Repository

AT = Repository("https://example.org/repository", "0123456789abcdef" * 3, "main")


def fill(workplace: Workplace) -> None:
    for name in ("a", "b"):
        (workplace.site / name).write_text(f"{name} at {STAND_IN}", encoding="utf-8")
    (workplace.site / "c").write_text("c", encoding="utf-8")


@pytest.fixture
def part(tmp_path: Path) -> Part:
    return Store(tmp_path / "parts").make("k", fill)


def placed(part: Part, site: Path, at: Repository = AT) -> dict[str, str]:
    part.place(site, at)
    return {path.name: path.read_text(encoding="utf-8") for path in site.iterdir()}


def said(at: Repository) -> dict[str, str]:
    return {"a": f"a at {at.revision}", "b": f"b at {at.revision}", "c": "c"}


def test_the_next_build_at_the_same_revision_takes_the_same_files(part: Part, tmp_path: Path) -> None:
    assert placed(part, tmp_path / "one") == placed(part, tmp_path / "two") == said(AT)
    for name in ("a", "b", "c"):
        assert (tmp_path / "one" / name).samefile(tmp_path / "two" / name)


def test_another_revision_is_named(part: Part, tmp_path: Path) -> None:
    other = replace(AT, revision="f" * 40)
    assert placed(part, tmp_path / "one") == said(AT)
    assert placed(part, tmp_path / "two", other) == said(other)
    assert placed(part, tmp_path / "three") == said(AT)
    assert (tmp_path / "one" / "a").read_text(encoding="utf-8") == said(AT)["a"], "what was placed before stays"


@pytest.mark.parametrize("harm", ["edited", "gone", "another time", "no note", "no JSON", "other note", "no folder"])
def test_what_is_damaged_is_filled_in_again(part: Part, tmp_path: Path, harm: str) -> None:
    placed(part, tmp_path / "one")
    folder, note = part.folder / "revised", part.folder / "revised.json"
    first = folder / "0"
    if harm == "edited":
        (tmp_path / "one" / "a").write_text("edited where it is served", encoding="utf-8")
    elif harm == "gone":
        first.unlink()
    elif harm == "another time":
        first.write_text(first.read_text(encoding="utf-8").upper(), encoding="utf-8")
        os.utime(first, (1, 1))
    elif harm == "no note":
        note.unlink()
    elif harm == "no JSON":
        note.write_text("{")
    elif harm == "other note":
        note.write_text("[]")
    else:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        folder.write_text("x")
    assert placed(part, tmp_path / "two") == said(AT)
    assert Store(part.folder.parent).find("k") is not None, "the part itself is whole"


def test_what_the_build_rewrites_is_a_copy_of_its_own(part: Part, tmp_path: Path) -> None:
    placed(part, tmp_path / "one")
    part.place(tmp_path / "two", AT, rewritten=True)
    (tmp_path / "two" / "a").write_text("more", encoding="utf-8")
    assert placed(part, tmp_path / "three") == said(AT)
