"""Keys of parts: what decides a part changes its key, and nothing else does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import zoneledger
from zoneledger.catalogue import load
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.parts import keys as module
from zoneledger.parts.keys import Keys

PLAN = "ganzhou-2020"


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    for folder in ("datasets", "schemas"):
        shutil.copytree(root / folder, tmp_path / folder)
    return tmp_path


def keys(root: Path) -> dict[str, str]:
    catalogue = load(root)
    known, restrictions = Keys(catalogue), Restrictions(catalogue)
    return {plan: known.of_plan(plan, restrictions.lists([plan])) for plan in catalogue.plan_files}


def of_places(root: Path) -> str:
    """The key of the pages of some places."""
    catalogue = load(root)
    return Keys(catalogue).of_places([PLAN], Restrictions(catalogue).lists([PLAN]), ["x"])


def changed(checkout: Path, before: dict[str, str]) -> set[str]:
    return {plan for plan, key in keys(checkout).items() if before[plan] != key}


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8", newline="")


def test_a_plans_files_and_its_receipt_are_its_own(checkout: Path) -> None:
    before = keys(checkout)
    assert len(set(before.values())) == len(before) > 5
    assert changed(checkout, before) == set()
    add(checkout / f"datasets/plans/{PLAN}/plan.yml", "# a word\n")
    assert changed(checkout, before) == {PLAN}
    before = keys(checkout)
    add(checkout / f"datasets/receipts/{PLAN}.json", "\n")
    assert changed(checkout, before) == {PLAN}


@pytest.mark.parametrize(
    "file",
    ["datasets/reference/units.csv", "datasets/dataset.yml", "schemas/targets.json", "schemas/plan.schema.json", "mkdocs.yml",
     "site/theme/templates/plan.html", "site/pages/zh/new.md"],
)  # fmt: skip
def test_what_every_part_is_made_from_changes_all_of_them(checkout: Path, file: str) -> None:
    """A list that does not grow with plans, too; and it counts for the pages of organisations and zones."""
    (checkout / "site").mkdir(exist_ok=True)
    for folder in ("site/theme/templates", "site/pages/zh"):
        (checkout / folder).mkdir(parents=True, exist_ok=True)
    before, places = keys(checkout), of_places(checkout)
    path = checkout / file
    path.write_bytes((path.read_bytes() if path.is_file() else b"") + b"\n")
    assert changed(checkout, before) == set(before)
    assert of_places(checkout) != places


def test_another_program_changes_all_of_them(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, places = keys(checkout), of_places(checkout)
    monkeypatch.setattr(module, "program", lambda: "another")
    assert changed(checkout, before) == set(before)
    assert of_places(checkout) != places


def test_every_file_of_the_program_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its data, too, and what the files are called; not what Python keeps of them."""
    folder = tmp_path / "program"
    (folder / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr(zoneledger, "__file__", str(folder / "__init__.py"))

    def name() -> str:
        return module.program.__wrapped__()

    found = [name()]
    for file, text in (("__init__.py", ""), ("__init__.py", "a"), ("words.yml", "a"), ("words.yml", "b"), ("sub.csv", "b")):
        (folder / file).write_text(text)
        found.append(name())
    (folder / "words.yml").rename(folder / "words2.yml")
    found.append(name())
    assert len({*found}) == len(found)
    (folder / "__pycache__" / "a.pyc").write_text("a")
    assert name() == found[-1]
    monkeypatch.setattr(module.metadata, "version", lambda _: "another")
    assert name() != found[-1]


def test_the_little_that_a_part_knows_of_the_whole_counts(checkout: Path) -> None:
    catalogue = load(checkout)
    lists = Restrictions(catalogue).lists([PLAN])
    found = {Keys(catalogue).of_plan(PLAN, lists, beside) for beside in ([], [[(1, 1)]], [[(2, 1)]], [[(2, 1)], True])}
    assert len(found) == 4


def test_what_is_hidden_in_its_folder_does_not_count(checkout: Path) -> None:
    before = keys(checkout)
    (checkout / f"datasets/plans/{PLAN}/.measures.csv.swp").write_bytes(b"x")
    assert changed(checkout, before) == set()


def test_a_row_of_a_growing_list_counts_where_it_is_led_to(checkout: Path) -> None:
    before = keys(checkout)
    zones = checkout / "datasets/reference/zones.csv"
    header, *rows = zones.read_text(encoding="utf-8").splitlines()
    catalogue = load(checkout)
    (plan, zone) = next((plan, content["zone"]) for plan, content in catalogue.plan_files.items() if "zone" in content)
    edited = [row + " " if row.startswith(f"{zone},") else row for row in rows]
    assert edited != rows
    zones.write_text("\n".join([header, *edited, ""]), encoding="utf-8", newline="")
    found = changed(checkout, before)
    assert plan in found
    assert found < set(before)
    # one that nobody names, before all others, changes no plan's part
    zones.write_text("\n".join([header, "aaa-none" + "," * header.count(","), *rows, ""]), encoding="utf-8", newline="")
    assert changed(checkout, before) == set()


def test_what_is_edited_after_it_was_read_is_of_the_next_build(checkout: Path) -> None:
    """The part is made from what was read: under the key of what stands there now, the next build would take it."""
    before, catalogue = keys(checkout), load(checkout)
    add(checkout / f"datasets/plans/{PLAN}/plan.yml", "# a word\n")
    restrictions = Restrictions(catalogue)
    assert Keys(catalogue).of_plan(PLAN, restrictions.lists([PLAN])) == before[PLAN]
    places = Keys(catalogue).of_places([PLAN], restrictions.lists([PLAN]), ["x"])
    again = load(checkout)
    assert Keys(again).of_places([PLAN], Restrictions(again).lists([PLAN]), ["x"]) != places
    assert changed(checkout, before) == {PLAN}
