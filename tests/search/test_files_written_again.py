"""Files of the last build are taken where they are the same and untouched; the bytes are those of a build without them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from zoneledger.search.files import Files, Last

TEXTS = {
    f"{folder}/{number}.json": f"{folder} 的第 {number} 份" for folder in ("grams", "words") for number in range(5)
}


class Builds:
    """Builds one after the other, each into a new site that then takes the last one's place."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.note = folder, folder / "cache" / "written.json"
        self.site = folder / "site"

    def run(self, texts: dict[str, str]) -> tuple[str, dict[str, bytes], int]:
        """Name and files of the folder, and how many of these are the last build's."""
        building = self._folder / "building"
        version = self._written(texts, building, Last(self.site, self.note))
        taken = sum(path.stat().st_nlink > 1 for path in files(building / version))
        shutil.rmtree(self.site, ignore_errors=True)
        building.rename(self.site)
        return version, tree(self.site / version), taken

    def fresh(self, texts: dict[str, str]) -> tuple[str, dict[str, bytes]]:
        shutil.rmtree(self._folder / "fresh", ignore_errors=True)
        version = self._written(texts, self._folder / "fresh", None)
        return version, tree(self._folder / "fresh" / version)

    @staticmethod
    def _written(texts: dict[str, str], top: Path, last: Last | None) -> str:
        written = Files(top / "building", last)
        for name, text in texts.items():
            written.write(name, text)
        return written.named()


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files(folder)}


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    found = Builds(tmp_path)
    version, content, taken = found.run(TEXTS)
    assert (version, content) == found.fresh(TEXTS)
    assert taken == 0
    return found


def test_only_what_differs_is_written(builds: Builds) -> None:
    assert builds.run(TEXTS) == (*builds.fresh(TEXTS), len(TEXTS))
    edited = {**TEXTS, "grams/2.json": "改过", "parts/0.json": "新的"}
    del edited["words/4.json"]
    assert builds.run(edited) == (*builds.fresh(edited), len(TEXTS) - 2)
    assert builds.run(TEXTS) == (*builds.fresh(TEXTS), len(TEXTS) - 2)


@pytest.mark.parametrize(
    "harm", ["note gone", "note broken", "site gone", "folder gone", "edited", "of the same length"]
)
def test_what_is_damaged_is_written_again(builds: Builds, harm: str) -> None:
    (folder,) = builds.site.iterdir()
    file = folder / "grams/3.json"
    match harm:
        case "note gone":
            builds.note.unlink()
        case "note broken":
            builds.note.write_bytes(builds.note.read_bytes()[:50])
        case "site gone":
            shutil.rmtree(builds.site)
        case "folder gone":
            shutil.rmtree(folder)
        case "edited":
            file.write_text("x")
        case "of the same length":
            file.write_bytes(file.read_bytes().replace(b"3", b"4"))
            os.utime(file, ns=(0, file.stat().st_mtime_ns + 1))
    version, content, taken = builds.run(TEXTS)
    assert (version, content) == builds.fresh(TEXTS)
    assert taken == (len(TEXTS) - 1 if file.exists() and harm in ("edited", "of the same length") else 0)


def test_a_note_of_a_build_that_was_never_published_takes_nothing_wrong(builds: Builds, tmp_path: Path) -> None:
    """The note is written before the new site takes the old one's place: a build may break off in between."""
    edited = {name: f"{text}!" for name, text in TEXTS.items()}
    Builds._written(edited, tmp_path / "broken off", Last(builds.site, builds.note))
    assert builds.run(edited) == (*builds.fresh(edited), 0)
    assert builds.run(edited) == (*builds.fresh(edited), len(edited))


def test_a_disk_that_takes_a_part_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, content[:3]))
    _, content = Builds(tmp_path).fresh(TEXTS)
    assert content == {name: f"{text}\n".encode() for name, text in TEXTS.items()}
