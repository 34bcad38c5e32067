"""Of the pages of agency types, those alone are made again that show duties of an edited plan, or say something else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sheet_bench import DUTIES, PLAN, Badges, Bench

from zoneledger.catalogue import load
from zoneledger.pages import agency
from zoneledger.problems import Text
from zoneledger.views.duty_index import duty_index
from zoneledger.views.oddities import Mark

Lines = list[dict[str, str]]


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Everything made once; to be copied, not to be changed."""
    folder = tmp_path_factory.mktemp("duties")
    for name in ("datasets", "schemas", "site"):
        shutil.copytree(root / name, folder / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agency, "DUTIES_SHOWN", 20)
        patch.setattr(agency, "DUTIES_LISTED", 100)
        bench = Bench(folder, folder / "kept", DUTIES)
        made = bench.made()
        assert len(made) > 50 and any(page.endswith("/2/") for page in made)
        yield bench


@pytest.fixture
def bench(first: Bench, tmp_path: Path) -> Bench:
    shutil.copytree(first.root, tmp_path / "copy")
    return Bench(tmp_path / "copy", tmp_path / "copy" / "kept", DUTIES)


def edited(bench: Bench, table: str, change: Callable[[Lines], object]) -> tuple[set[str], set[str]]:
    """After an edit of the plan: the pages that were made, and those with duties of the plan or that say something else."""
    before, showing = bench.saying(), bench.showing("responsibilities")
    bench.edit(f"plans/{PLAN}/{table}.csv", change)
    now, made = bench.saying(), bench.made()
    assert bench.made() == set()
    showing = (showing & {*now}) | bench.showing("responsibilities")
    assert 5 < len(showing) < len(now)
    return made, showing | {page for page in now if before.get(page) != now[page]}


def _shared(root: Path) -> tuple[str, str]:
    """Two duties of different types that one measure gives, of those whose duties are listed."""
    index = duty_index(load(root))
    listed = {key for key, stubs in index.agencies.items() if key and len(stubs) <= agency.DUTIES_LISTED}
    for stubs in index.measures.values():
        one = next((stub for stub in stubs if stub.row["plan_id"] == PLAN and stub.agency in listed), None)
        other = next((stub for stub in stubs if one and stub.agency in listed - {one.agency}), None)
        if one and other:
            return one.row.text("id"), other.row.text("id")
    raise LookupError(PLAN)


def test_nothing_changed(bench: Bench) -> None:
    assert bench.made() == set()


def test_a_figure(bench: Bench) -> None:
    """Which duties are shown with it is not known: pages with any duty of the plan are made anew, and no other."""
    for _ in range(3):
        made, expected = edited(bench, "targets", lambda rows: rows[0].update(value=rows[0]["value"] + "7"))
        assert made == expected == bench.showing("responsibilities")


def _removed(rows: Lines, one: str) -> None:
    rows.remove(next(row for row in rows if row["id"] == one))


def _another_organisation(rows: Lines, one: str) -> None:
    row = next(row for row in rows if row["id"] == one)
    row["organization_id"] = next(each["organization_id"] for each in rows if each["measure_id"] != row["measure_id"])


def _another_role(rows: Lines, one: str) -> None:
    next(row for row in rows if row["id"] == one)["role"] = "cooperating"


@pytest.mark.parametrize("change", [_removed, _another_organisation, _another_role])
def test_a_duty_beside_which_another_is_shown(bench: Bench, change: Callable[[Lines, str], None]) -> None:
    """The other page shows the same rows, and says something else of them."""
    one, other = _shared(bench.root)
    made, expected = edited(bench, "responsibilities", lambda rows: change(rows, one))
    assert made == expected >= bench.showing("responsibilities", row=other)


def test_a_measure_that_names_nobody_any_more(bench: Bench) -> None:
    """What is promised there is then promised by the measure above it."""
    assert bench.made() == set()
    aims, rows = duty_index(load(bench.root)).aims, load(bench.root).rows("measures", PLAN)
    one = next(row.text("id") for row in rows if row["id"] in aims and row["parent_id"])
    made, expected = edited(
        bench, "responsibilities", lambda rows: rows.__setitem__(slice(None), [row for row in rows if row["measure_id"] != one])
    )
    assert made == expected


def test_a_badge(bench: Bench) -> None:
    one, _ = _shared(bench.root)

    def another(badges: Badges) -> Badges:
        return {**badges, one: (Mark(Text("奇", "odd"), True),)}

    made = bench.made(another)
    assert made == bench.showing("responsibilities", row=one)
    assert len(made) == 1


def test_an_organisation_s_name(bench: Bench) -> None:
    bench.edit("reference/organizations.csv", lambda rows: rows[0].update(name_zh=rows[0]["name_zh"] + "甲"))
    assert bench.made() == {*bench.saying()}
