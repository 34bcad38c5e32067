"""What is gathered from all plans is made anew when something it reads changed, and not otherwise."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load
from zoneledger.parts import Gathered, Part, Store, Workplace


class Gathering:
    """Joins what plans say of one thing into a file, and counts how often it had to."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder, self.made = root, folder, 0
        self.said = {"anshi-2021": ["a", "x"], "beta-2021": ["b", "y"]}
        self.frame, self.tables = "program", ()

    tables: tuple[str, ...]

    def parts(self) -> dict[str, Part]:
        store = Store(self.folder / "parts")
        return {plan: store.make(f"{plan}-{said}", self._fill(said)) for plan, said in self.said.items()}

    def _fill(self, said: Iterable[str]) -> Callable[[Workplace], None]:
        def fill(workplace: Workplace) -> None:
            one, other = said
            workplace.save("one", one)
            workplace.save("other", other)
            workplace.save("large", [one, other], digested=False)
            workplace.save_bytes("both", f"{one}{other}".encode(), {"first": one.encode(), "second": other.encode()})

        return fill

    def run(self, extract: str = "one", name: str = "joined", meanwhile: Callable[[], object] | None = None) -> str:
        parts, catalogue = self.parts(), load(self.root)
        if meanwhile is not None:
            meanwhile()

        def fill(catalogue: Catalogue, workplace: Workplace) -> None:
            self.made += 1
            lists = len(catalogue.rows("units"))
            rows = sum(len(catalogue.rows(table)) for table in self.tables)
            found = [part.extract("one") for part in parts.values()]
            (workplace.site / "joined.json").write_text(json.dumps([found, lists, rows]))

        gathered = Gathered(catalogue, self.frame, parts, self.folder / "gathered")
        part = gathered.part(name, [extract], fill, self.tables)
        return (part.site / "joined.json").read_text()


@pytest.fixture
def gathering(small_root: Path, tmp_path: Path) -> Gathering:
    for name in ("datasets", "schemas"):
        shutil.copytree(small_root / name, tmp_path / "checkout" / name)
    found = Gathering(tmp_path / "checkout", tmp_path)
    found.run()
    assert found.made == 1
    return found


def test_each_piece_is_kept_by_itself(small_root: Path, tmp_path: Path) -> None:
    made: list[str] = []

    def run(*names: str, beside: str = "") -> list[str]:
        def fill(name: str, catalogue: Catalogue, workplace: Workplace) -> None:
            made.append(name)
            (workplace.site / "said.txt").write_text(f"{name} {len(catalogue.rows('plans'))}")

        gathered = Gathered(load(small_root), "program", {}, tmp_path)
        parts = gathered.pieces("name", [(name, partial(fill, name)) for name in names], ["plans"], [beside])
        kept = {folder.name for folder in (tmp_path / "name").iterdir()}
        assert kept == {part.key for part in parts}, "no piece of before is left"
        assert [(part.site / "said.txt").read_text() for part in parts] == [f"{name} 1" for name in names]
        found = sorted(made)
        made.clear()
        return found

    assert run("a", "b", "c") == ["a", "b", "c"]
    assert run("c", "x", "a") == ["x"]
    assert run("b", "x") == ["b"]
    assert run("b", "x", beside="another head") == ["b", "x"]


def test_the_same_is_not_gathered_again(gathering: Gathering) -> None:
    assert json.loads(gathering.run())[0] == ["a", "b"]
    gathering.said["anshi-2021"][1] = "an extract that it does not read"
    gathering.run()
    assert gathering.made == 1


def test_another_extract_is(gathering: Gathering) -> None:
    gathering.said["beta-2021"][0] = "other"
    assert json.loads(gathering.run())[0] == ["a", "other"]
    assert gathering.made == 2


def test_a_piece_of_an_extract_counts_by_itself(gathering: Gathering) -> None:
    gathering.run("both/first", "first")
    gathering.said["anshi-2021"][1] = "z"
    gathering.run("both/first", "first")
    assert gathering.made == 2
    gathering.run("both/second", "second")
    gathering.said["anshi-2021"][1] = "zz"
    gathering.run("both/second", "second")
    assert gathering.made == 4
    with pytest.raises(KeyError, match="large"):
        gathering.run("large")


@pytest.mark.parametrize(
    "plans", [["anshi-2021"], ["anshi-2021", "beta-2021", "gamma-2022"], ["beta-2021", "anshi-2021"]]
)
def test_other_plans_are(gathering: Gathering, plans: list[str]) -> None:
    said = {**gathering.said, "gamma-2022": ["c", "z"]}
    gathering.said = {plan: said[plan] for plan in plans}
    assert json.loads(gathering.run())[0] == [said[plan][0] for plan in plans]
    assert gathering.made == 2


def test_a_plan_of_another_name_is(gathering: Gathering) -> None:
    """The files may name it, even where all that it says is the same."""
    gathering.said = {"anshi-2021": ["a", "x"], "gamma-2022": ["b", "y"]}
    gathering.run()
    assert gathering.made == 2


def test_extracts_that_changed_places_are(gathering: Gathering) -> None:
    gathering.said = {"anshi-2021": ["b", "y"], "beta-2021": ["a", "x"]}
    assert json.loads(gathering.run())[0] == ["b", "a"]


def test_a_shared_list_and_the_program_count(gathering: Gathering) -> None:
    units = gathering.root / "datasets/reference/units.csv"
    lines = units.read_text(encoding="utf-8").splitlines(keepends=True)
    before = json.loads(gathering.run())[1]
    units.write_text("".join(lines[:-1]), encoding="utf-8")
    assert json.loads(gathering.run())[1] == before - 1
    gathering.frame = "another program"
    gathering.run()
    assert gathering.made == 3


@pytest.mark.parametrize("file", ["reference/units.csv", "plans/anshi-2021/targets.csv"])
def test_what_is_edited_while_it_is_gathered_is_gathered_the_next_time(gathering: Gathering, file: str) -> None:
    gathering.tables = ("targets",)
    path = gathering.root / "datasets" / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    before = json.loads(gathering.run())
    gathering.frame = "another program"
    edit = lambda: path.write_text("".join(lines[:-1]), encoding="utf-8")  # noqa: E731
    assert json.loads(gathering.run(meanwhile=edit)) == before
    after = json.loads(gathering.run())
    assert sum(after[1:]) == sum(before[1:]) - 1


def test_tables_that_it_names_count_and_no_others_are_there(gathering: Gathering) -> None:
    plan = gathering.root / "datasets/plans/anshi-2021"
    gathering.tables = ("targets",)
    rows = json.loads(gathering.run())[2]
    assert rows > 1
    assert gathering.made == 2
    (plan / "measures.csv").write_bytes((plan / "measures.csv").read_bytes() + b"\n")
    gathering.run()
    assert gathering.made == 2
    lines = (plan / "targets.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (plan / "targets.csv").write_text("".join(lines[:-1]), encoding="utf-8")
    assert json.loads(gathering.run())[2] == rows - 1

    def reads(catalogue: Catalogue, _: Workplace) -> None:
        catalogue.rows("measures")

    gathered = Gathered(load(gathering.root), "", gathering.parts(), gathering.folder / "gathered")
    with pytest.raises(KeyError, match="measures"):
        gathered.part("forbidden", ["one"], reads, ["targets"])


def test_what_plans_say_of_themselves_counts_where_a_table_is_read(gathering: Gathering) -> None:
    """Rows of ``plans`` are made of every ``plan.yml``, whichever table is named."""
    plan = gathering.root / "datasets/plans/anshi-2021/plan.yml"

    def say() -> None:
        plan.write_text(plan.read_text(encoding="utf-8").replace("zh: ", "zh: 又", 1), encoding="utf-8")

    say()
    gathering.run()
    assert gathering.made == 1, "it reads no table"
    gathering.tables = ("targets",)
    gathering.run()
    say()
    gathering.run()
    assert gathering.made == 3


def test_what_an_extract_says_over_all_plans_has_a_name(gathering: Gathering) -> None:
    def name(extract: str = "one") -> str:
        return Gathered(load(gathering.root), "", gathering.parts(), gathering.folder / "gathered").says(extract)

    found = [name()]
    assert name("other") != found[0]
    gathering.said["anshi-2021"][1] = "an extract beside it"
    assert name() == found[0]
    for said in (
        {"anshi-2021": ["other", "x"], "beta-2021": ["b", "y"]},
        {"anshi-2021": ["b", "x"], "beta-2021": ["other", "y"]},
        {"anshi-2021": ["b", "x"], "gamma-2022": ["other", "y"]},
        {"anshi-2021": ["b", "x"]},
    ):
        gathering.said = said
        found.append(name())
    assert len({*found}) == 5


@pytest.mark.parametrize("harm", ["deleted", "shorter", "edited", "noted"])
def test_what_is_damaged_is_gathered_again(gathering: Gathering, harm: str) -> None:
    told = gathering.run()
    (folder,) = (gathering.folder / "gathered" / "joined").iterdir()
    match harm:
        case "deleted":
            shutil.rmtree(folder.parent.parent)
        case "shorter":
            (folder / "site/joined.json").write_text("[")
        case "edited":
            (folder / "site/joined.json").write_text(told.replace("a", "o"))
        case "noted":
            (folder / "part.json").write_text("{}")
    assert gathering.run() == told
    assert gathering.made == 2


def test_what_it_was_before_is_removed(gathering: Gathering) -> None:
    gathering.said["anshi-2021"][0] = "new"
    gathering.run()
    assert len(list((gathering.folder / "gathered" / "joined").iterdir())) == 1
