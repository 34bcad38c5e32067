"""Where the last build's merge is kept only what changed is read; the bytes are those of a build from nothing."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from zoneledger.catalogue import Catalogue
from zoneledger.search.extract import Extract, Source, of_plan, of_shared
from zoneledger.search.files import Last
from zoneledger.search.index import FEW, Extracts, Sizes, gather
from zoneledger.search.kept import Kept
from zoneledger.search.numbers import first
from zoneledger.search.records import Record

WORDS = (
    *("亩均税收", "高新区", "招商引资 42%", "管委会", "方案", "𠮷林", "2025 年底"),
    *("R&D spending", "doubling output", "doubled"),
)
#: So small that most keys have parts, and most buckets one key.
SIZES = Sizes(bucket=200, longest=40, part=60)

#: Lines of measures, by plan.
Plans = dict[str, list[str]]


class Builds:
    """Builds one after the other, each into a new site that then takes the last one's place."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self._catalogue, self._folder = catalogue, folder
        self.site, self.note, self.kept = folder / "site", folder / "cache/written.json", folder / "cache/postings"
        self.readings: dict[str, str] = {}

    def run(self, plans: Plans, *, published: bool = True) -> set[str]:
        """Plans that were read; the bytes are compared with those of a build from nothing."""
        read: set[str] = set()
        building = self._folder / "building"
        shutil.rmtree(building, ignore_errors=True)
        self._gather(plans, building, read, Last(self.site / "search", self.note), Kept(self.kept))
        fresh = self._folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        self._gather(plans, fresh, set())
        assert tree(building) == tree(fresh)
        if published:
            shutil.rmtree(self.site, ignore_errors=True)
            building.rename(self.site)
        return read

    def _gather(
        self, plans: Plans, site: Path, read: set[str], last: Last | None = None, kept: Kept | None = None
    ) -> None:
        def extract(plan: str) -> Extract:
            read.add(plan)
            one = of_plan(self._catalogue, plan, list(found(plan, plans[plan])))
            one["readings"] |= {char: syllables for char, syllables in self.readings.items() if plan == "p02"}
            copy: Extract = json.loads(json.dumps(one))  # as a part holds it
            return copy

        shared = of_shared([(Record("units", "", "", (), ("亩",), ("mu",), key="mu"), "dictionary/")])
        says = {plan: repr([lines, self.readings if plan == "p02" else ""]) for plan, lines in plans.items()}
        sources = [Source(plan, says[plan], partial(extract, plan)) for plan in sorted(plans)]
        gather(self._catalogue, Extracts(shared, sources, last, kept), site, sizes=SIZES)

    @property
    def version(self) -> Path:
        """The folder of the last build's files."""
        return next(path for path in (self.site / "search").iterdir() if path.is_dir())

    @property
    def parts(self) -> dict[str, int]:
        """Where the parts of each key of characters begin."""
        lists = (json.loads(file.read_bytes()) for file in (self.version / "grams").iterdir())
        return {key: first(value[1:]) for one in lists for key, value in one.items() if value[0] == "!"}


def found(plan: str, lines: list[str]) -> Iterator[tuple[Record, str]]:
    title = (f"{plan}方案",)
    yield Record("plans", "", "", (), title, (plan,), key=plan, names=frozenset(title), spelt=frozenset(title)), ""
    for number, line in enumerate(lines):
        yield (
            Record(
                "measures", plan, "", (), (line,), (f"{line} en",), key=f"{plan}-m{number}", spelt=frozenset((line,))
            ),
            "",
        )


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def plans() -> Plans:
    chance = random.Random(1)
    return {f"p{number:02}": chance.choices(WORDS, k=chance.randint(1, 12)) for number in range(FEW + 8)}


@pytest.fixture
def builds(catalogue: Catalogue, plans: Plans, tmp_path: Path) -> Builds:
    made = Builds(catalogue, tmp_path)
    assert made.run(plans) == set(plans)
    assert len(made.parts) > 20
    return made


def test_nothing_is_read_where_nothing_changed(builds: Builds, plans: Plans) -> None:
    assert builds.run(plans) == set()
    assert builds.run(plans) == set()


def test_only_changed_plans_are_read(builds: Builds, plans: Plans) -> None:
    chance = random.Random(2)
    for _ in range(8):
        changed = set(chance.sample(sorted(plans), chance.randint(1, 3)))
        for plan in changed:
            match chance.randrange(4):
                case 0:
                    plans[plan] = [*plans[plan], chance.choice(WORDS) + chance.choice("甲乙丙丁")]
                case 1:
                    plans[plan] = plans[plan][1:] or ["一"]
                case 2:
                    plans[plan] = [f"{plans[plan][0]} zz{chance.randrange(10)}", *plans[plan][1:]]
                case _:
                    chance.shuffle(plans[plan])
        assert builds.run(plans) <= changed


def test_what_a_plan_no_longer_says_is_gone_and_comes_back(builds: Builds, plans: Plans) -> None:
    before = tree(builds.site)
    full, plans["p17"] = plans["p17"], ["豕 zebra"]
    assert builds.run(plans) == {"p17"}
    plans["p17"] = full
    assert builds.run(plans) == {"p17"}
    assert tree(builds.site) == before


def test_parts_move_where_others_come_before_them(builds: Builds, plans: Plans) -> None:
    before = builds.parts
    plans["p10"] = [*plans["p10"], *(f"{word}{word}" for word in WORDS)]
    assert builds.run(plans) == {"p10"}
    moved = [key for key, place in builds.parts.items() if before.get(key, place) != place]
    assert len(moved) > 10
    assert builds.run(plans) == set()


def test_a_reading_that_comes_or_goes_counts_everywhere(builds: Builds, plans: Plans) -> None:
    builds.readings = {"方": "fang fong"}
    assert builds.run(plans) == set(plans)
    assert builds.run(plans) == set()
    builds.readings = {}
    assert builds.run(plans) == set(plans)


def test_a_reading_of_a_plans_own_counts_there_alone(builds: Builds, plans: Plans) -> None:
    plans["p05"] = ["参差"]
    assert builds.run(plans) == {"p05"}


def test_readings_of_others_count_in_a_changed_plan(builds: Builds, plans: Plans) -> None:
    builds.readings = {"方": "fang fong"}
    builds.run(plans)
    plans["p05"] = ["地方"]
    assert builds.run(plans) == {"p05"}


def test_a_plan_more_or_less_moves_the_numbers_of_others(builds: Builds, plans: Plans) -> None:
    gone = plans.pop("p20")
    assert builds.run(plans) == set(plans)
    plans["p20"] = gone
    assert builds.run(plans) == set(plans)


def test_where_most_has_changed_all_is_read(builds: Builds, plans: Plans) -> None:
    for plan in sorted(plans)[: FEW + 1]:
        plans[plan] = [*plans[plan], "多"]
    assert builds.run(plans) == set(plans)
    for plan in sorted(plans)[:FEW]:
        plans[plan] = [*plans[plan], "少"]
    assert builds.run(plans) == set(sorted(plans)[:FEW])


@pytest.mark.parametrize("harm", ["all gone", "gone", "cut", "changed", "without its checksum"])
def test_a_damaged_index_is_not_started_from(builds: Builds, plans: Plans, harm: str) -> None:
    index = builds.kept / "index.json"
    match harm:
        case "all gone":
            shutil.rmtree(builds.kept)
        case "gone":
            index.unlink()
        case "cut":
            index.write_bytes(index.read_bytes()[:-9])
        case "changed":
            index.write_bytes(index.read_bytes().replace(b"fang", b"fong", 1))
        case _:
            index.write_bytes(index.read_bytes().partition(b"\n")[2])
    assert builds.run(plans) == set(plans)
    assert builds.run(plans) == set()


@pytest.mark.parametrize("harm", ["gone", "cut", "changed", "another's"])
def test_a_damaged_turn_is_not_started_from(builds: Builds, plans: Plans, harm: str) -> None:
    turn = builds.kept / "grams-3"
    match harm:
        case "gone":
            turn.unlink()
        case "cut":
            turn.write_bytes(turn.read_bytes()[:-30])
        case "changed":
            turn.write_bytes(turn.read_bytes().replace(b"$", b"%", 1))
        case _:
            shutil.copy(builds.kept / "grams-2", turn)
    assert builds.run(plans) == set(plans)
    assert builds.run(plans) == set()


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_without_a_note_of_the_files_nothing_is_started_from(builds: Builds, plans: Plans, harm: str) -> None:
    if harm == "gone":
        builds.note.unlink()
    else:
        note: dict[str, Any] = json.loads(builds.note.read_bytes())
        note["files"]["parts/3.json"][0] = "0" * 32
        builds.note.write_text(json.dumps(note))
    assert builds.run(plans) == set(plans)
    assert builds.run(plans) == set()


def test_files_that_are_gone_or_touched_are_written_from_what_is_kept(builds: Builds, plans: Plans) -> None:
    parts = sorted((builds.version / "parts").iterdir())
    for file in parts[::3]:
        file.unlink()
    for file in parts[1::3]:
        file.write_text("x")
    (builds.version / "records/p04/0.json").unlink()
    plans["p20"] = [*plans["p20"], "R&D spending"]
    assert builds.run(plans) == {"p04", "p20"}


def test_a_site_that_is_gone_is_written_again(builds: Builds, plans: Plans) -> None:
    shutil.rmtree(builds.site)
    assert builds.run(plans) == set(plans)
    assert builds.run(plans) == set()


def test_older_files_that_are_put_back_are_not_taken_for_the_last(builds: Builds, plans: Plans, tmp_path: Path) -> None:
    older = shutil.copytree(builds.site, tmp_path / "older"), shutil.copy2(builds.note, tmp_path / "older.json")
    plans["p11"] = [line.upper() for line in plans["p11"]]  # found by the same keys, and shown otherwise
    assert builds.run(plans) == {"p11"}
    shutil.rmtree(builds.site)
    older[0].rename(builds.site)
    older[1].rename(builds.note)
    assert builds.run(plans) == set(plans)


def test_a_build_that_was_never_published_takes_nothing_wrong(builds: Builds, plans: Plans) -> None:
    """Notes are written before the new site takes the old one's place: a build may break off in between."""
    plans["p11"] = [*plans["p11"], "高新区 zz"]
    builds.run(plans, published=False)
    plans["p12"] = [*plans["p12"], "高新区 yy"]
    builds.run(plans)
    assert builds.run(plans) == set()


@pytest.mark.parametrize("step", ["write_turn", "close"])
def test_a_build_that_broke_off_while_it_kept_is_not_started_from(
    builds: Builds, plans: Plans, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    plans["p11"] = [*plans["p11"], "高新区 zz"]
    with monkeypatch.context() as patch:
        patch.setattr(Kept, step, broken)
        with pytest.raises(KeyboardInterrupt):
            builds.run(plans)
    builds.run(plans)
    assert builds.run(plans) == set()


def test_files_merged_to_other_sizes_are_not_started_from(
    builds: Builds, plans: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "SIZES", Sizes(bucket=200, longest=50, part=90))
    assert builds.run(plans) == set(plans)


def test_a_file_of_the_last_build_is_never_written_into(builds: Builds, plans: Plans) -> None:
    before = tree(builds.site)
    plans["p11"] = [*plans["p11"], *WORDS]
    builds.run(plans, published=False)
    assert tree(builds.site) == before
