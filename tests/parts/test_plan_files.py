"""A ``plan.yml`` is read once while its plan does not change, and what is published is what was checked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger import check
from zoneledger.catalogue import Catalogue, later, load, loading, remembered
from zoneledger.catalogue.folder import Contents
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.layout import Layout
from zoneledger.remembered import Remembered

PLAN = "anshi-2021"


class Checkout:
    """A checkout of one plan, and what was kept of it.

    Args:
        root: its top folder.
    """

    def __init__(self, root: Path) -> None:
        self.layout = Layout(root)
        self.kept = root / "kept"

    @property
    def plan(self) -> Path:
        """The plan's folder."""
        return self.layout.plans / PLAN

    def load(self) -> Catalogue:
        """Loads it with what was kept, which says what reading anew says."""
        found = load(self.layout.root, known=self.remembered())
        fresh = load(self.layout.root)
        assert found.plan_files == fresh.plan_files
        assert found.problems == fresh.problems
        assert [row.values for row in found.rows("plans")] == [row.values for row in fresh.rows("plans")]
        return found

    def known(self) -> bool:
        """Whether the plan's file would be taken from what is kept."""
        digest = load(self.layout.root).digests[PLAN]
        return self.remembered().get(digest) is not None

    def remembered(self) -> Remembered:
        """What is kept."""
        return remembered(self.kept, self.layout)


@pytest.fixture
def checkout(small_root: Path, tmp_path: Path) -> Checkout:
    for name in ("datasets", "schemas"):
        shutil.copytree(small_root / name, tmp_path / "checkout" / name)
    return Checkout(tmp_path / "checkout")


def _change(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def test_it_is_read_once(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    before = checkout.load()
    assert checkout.known()
    read: list[Path] = []
    read_yaml = loading.read_yaml
    monkeypatch.setattr(loading, "read_yaml", lambda path, *rest: read.append(path) or read_yaml(path, *rest))
    after = load(checkout.layout.root, known=checkout.remembered())
    assert after.plan_files == before.plan_files
    assert [path.name for path in read] == ["dataset.yml"]


def test_an_edit_is_read(checkout: Checkout) -> None:
    before = checkout.load()
    _change(checkout.plan / "plan.yml", lambda text: text.replace("zh: ", "zh: 又", 1))
    assert not checkout.known()
    assert checkout.load().plan_files != before.plan_files
    assert checkout.known()
    assert checkout.kept.read_bytes().count(b"\n") == 2, "what nobody asks for any more is not kept"


@pytest.mark.parametrize(
    "fault",
    [
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(f"id: {PLAN}", "id: beta-2021"),
        lambda text: text.replace("id:", "di:", 1),
        lambda text: f"{text}: :",
    ],
)
def test_what_is_wrong_in_it_is_told_every_time(checkout: Checkout, fault: Callable[[str], str]) -> None:
    _change(checkout.plan / "plan.yml", fault)
    assert [bool(checkout.load().problems) for _ in range(2)] == [True, True]
    assert not checkout.known()


def test_a_copied_folder_is_not_taken_for_the_plan(checkout: Checkout) -> None:
    assert not checkout.load().problems
    checkout.plan.rename(checkout.plan.with_name("beta-2021"))
    assert [problem.value for problem in checkout.load().problems] == [PLAN]


def test_by_another_schema_it_is_read_anew(checkout: Checkout) -> None:
    checkout.load()
    _change(checkout.layout.plan_schema, lambda text: f"{text}\n")
    assert not checkout.known()


@pytest.mark.parametrize(
    "harm", [lambda kept: kept[:-5], lambda _: b"", lambda _: b"{}\n", lambda kept: kept.replace(b"zh", b"en")]
)
def test_what_is_damaged_is_read_anew(checkout: Checkout, harm: Callable[[bytes], bytes]) -> None:
    checkout.load()
    checkout.kept.write_bytes(harm(checkout.kept.read_bytes()))
    assert not checkout.known()
    checkout.load()


def test_what_is_published_is_what_was_checked(checkout: Checkout) -> None:
    read: dict[Path, Contents] = {}
    _, report = check.sweep(checkout.layout.root, read=read)
    assert report.ok
    expected = load(checkout.layout.root)
    (checkout.plan / "measures.csv").write_text("spoilt meanwhile", encoding="utf-8")
    found = load(checkout.layout.root, read=read)
    assert not found.problems
    assert found.digests == expected.digests
    assert [row.values for row in found.rows("measures")] == [row.values for row in expected.rows("measures")]
    assert read == {}, "it is let go as it is used"


def _kept(checkout: Checkout) -> Catalogue:
    return load(checkout.layout.root, known=checkout.remembered())


def test_rows_of_a_known_plan_are_read_when_they_are_asked_for(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = checkout.load()
    read: list[str] = []
    read_csv = later.read_csv
    monkeypatch.setattr(later, "read_csv", lambda *given: read.append(given[1]) or read_csv(*given))
    found = _kept(checkout)
    assert read == []
    for name, table in fresh.tables.items():
        assert [row.values for row in found.rows(name)] == [row.values for row in table.rows]
        assert [(row.file, row.line) for row in found.rows(name)] == [(row.file, row.line) for row in table.rows]
        assert [record.cells for record in found.tables[name]] == [record.cells for record in table]
    assert len(read) == len(set(read)) == len(list(checkout.plan.glob("*.csv")))


def test_files_that_come_and_go_are_read(checkout: Checkout) -> None:
    checkout.load()
    (checkout.plan / "measures.csv").rename(checkout.plan / "measures.txt")
    assert [problem.rule for problem in checkout.load().problems] == [loading.UNKNOWN_FILE]
    assert not checkout.known()


@pytest.mark.parametrize(
    "fault",
    [
        lambda text: f"\ufeff{text}",
        lambda text: f"{text}\n",
        lambda text: text.replace("title_zh", "title", 1),
        lambda text: "\n".join(",".join(reversed(line.split(","))) for line in text.split("\n")),
    ],
)
def test_what_is_wrong_in_a_table_is_told_every_time(checkout: Checkout, fault: Callable[[str], str]) -> None:
    _change(checkout.plan / "measures.csv", fault)
    assert [bool(checkout.load().problems) for _ in range(2)] == [True, True]
    assert not checkout.known()


def test_what_rows_name_is_known_and_still_found(checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = checkout.load()
    named = Remembered(tmp_path / "named")
    expected = Restrictions(catalogue).lists([PLAN])
    assert Restrictions(catalogue, named).lists([PLAN]) == expected
    assert any(expected.values())
    named.close()
    again = Restrictions(_kept(checkout), Remembered(tmp_path / "named"))
    monkeypatch.setattr(later, "read_csv", lambda *_: pytest.fail("no row is looked at"))
    assert again.lists([PLAN]) == expected


def test_what_rows_name_is_found_anew_once_they_changed(checkout: Checkout, tmp_path: Path) -> None:
    named = Remembered(tmp_path / "named")
    before = Restrictions(checkout.load(), named).lists([PLAN])
    named.close()
    for file in checkout.plan.glob("*.csv"):
        _change(file, lambda text: f"{text.partition(chr(10))[0]}\n")
    now = load(checkout.layout.root)
    assert Restrictions(now, Remembered(tmp_path / "named")).lists([PLAN]) == Restrictions(now).lists([PLAN]) != before
