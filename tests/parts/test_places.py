"""What is made together: the pages of a city, and what its catalogue remembers meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.catalogue.once import once_a_plan, once_a_row
from zoneledger.catalogue.records import Table
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.parts import places
from zoneledger.parts.workshop import Workshop
from zoneledger.views.place import seat

GANZHOU, ZUNYI = "360700", "520300"


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


def test_every_organisation_and_zone_is_made_once_with_its_city(catalogue: Catalogue) -> None:
    found = list(places.every(catalogue, Restrictions(catalogue)))
    assert len({each.code for each in found}) == len(found)
    for table in places.HUBS:
        made = {key: each.code for each in found for key in each.ids[table]}
        seats = {row.text("id"): seat(catalogue, row) for row in catalogue.rows(table)}
        assert made == {key: at.id if at else "" for key, at in seats.items()}
        assert sum(len(each.ids[table]) for each in found) == len(seats)


def test_a_place_knows_the_plans_that_name_it(catalogue: Catalogue) -> None:
    naming: dict[tuple[str, str], set[str]] = {}
    for table in catalogue.tables.values():
        for link in (link for link in table.schema.foreign_keys if link.table in places.HUBS):
            for record in table:
                naming.setdefault((link.table, record.cells.get(link.column, "")), set()).add(record.plan_id)
    for each in places.every(catalogue, Restrictions(catalogue)):
        plans = set().union(*(naming.get((table, key), ()) for table, keys in each.ids.items() for key in keys)) - {""}
        assert each.plans == tuple(sorted(plans))


def edited(catalogue: Catalogue, table: str, own: str, **cells: str) -> Catalogue:
    """The datasets with other cells in the row of an id; where it is a plan's, its folder has another digest."""
    found = replace(catalogue, tables={**catalogue.tables, table: Table(catalogue.schemas[table])})
    for each in catalogue.tables[table].files:
        rows = [list(row) for row in each.rows]
        for row in (row for row in rows if row[each.where["id"]] == own):
            for column, cell in cells.items():
                assert row[each.where[column]] != cell
                row[each.where[column]] = cell
            found.digests = {**found.digests, each.plan_id: "another"} if each.plan_id else found.digests
        found.tables[table].add(replace(each, rows=[tuple(row) for row in rows]))
    return found


def of_city(catalogue: Catalogue, table: str, code: str) -> list[Row]:
    """The rows of organisations or zones that sit in a city."""
    return [row for row in catalogue.rows(table) if (at := seat(catalogue, row)) and at.id == code]


@pytest.mark.parametrize(
    ("table", "plan", "column", "named"),
    [
        ("projects", "lianyungang-2022", "zone_id", "zones"),
        ("responsibilities", "ganzhou-2020", "organization_id", "organizations"),
    ],
)
def test_a_plan_counts_that_names_one_alone(catalogue: Catalogue, table: str, plan: str, column: str, named: str) -> None:
    """A zone and no organisation of its city, or an organisation and no zone there."""
    row, place = catalogue.rows(table, plan)[0], of_city(catalogue, named, ZUNYI)[0]
    before, after = (
        {each.code: each.plans for each in places.every(some, Restrictions(some))}
        for some in (catalogue, edited(catalogue, table, row.text("id"), **{column: place.text("id")}))
    )
    assert plan not in before[ZUNYI]
    assert after[ZUNYI] == tuple(sorted([*before[ZUNYI], plan]))


@pytest.fixture(scope="module")
def workshop(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Where the pages of every city were made once, without a word on them."""
    found = Workshop(catalogue, tmp_path_factory.mktemp("places"), jobs=1)
    assert made(found) == {each.code for each in places.every(catalogue, Restrictions(catalogue))}
    assert made(found) == set()
    return found


def made(workshop: Workshop, catalogue: Catalogue | None = None) -> set[str]:
    """The cities whose pages are made now; they say nothing, so that it is their keys alone that decide."""
    frames: Any = None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "make", lambda *_: None)
        again = Workshop(catalogue or workshop.catalogue, workshop.cache, workshop.jobs)
        return {each.name for each in again.places(frames, {}) if each.fresh}


def _name(catalogue: Catalogue) -> Catalogue:
    """A zone elsewhere is called as one of Ganzhou: now both say where they are."""
    one, other = (of_city(catalogue, "zones", code)[0] for code in (GANZHOU, ZUNYI))
    return edited(catalogue, "zones", other.text("id"), name_zh=one.text("name_zh"))


def _duty(catalogue: Catalogue) -> Catalogue:
    """An organisation elsewhere, of a type that Ganzhou has, does something else."""
    types = {row["agency_type_id"] for row in of_city(catalogue, "organizations", GANZHOU)} - {None}
    bodies = {row["id"] for row in of_city(catalogue, "organizations", ZUNYI) if row["agency_type_id"] in types}
    duty = next(row for row in catalogue.rows("responsibilities", "zunyi") if row["organization_id"] in bodies)
    role = next(one for one in catalogue.schemas["responsibilities"].by_name["role"].enum if one != duty["role"])
    return edited(catalogue, "responsibilities", duty.text("id"), role=role)


def _part(catalogue: Catalogue) -> Catalogue:
    """A zone elsewhere becomes part of one of Ganzhou."""
    whole, part = (of_city(catalogue, "zones", code)[0].text("id") for code in (GANZHOU, ZUNYI))
    return edited(catalogue, "zones", part, part_of=whole)


def _body(catalogue: Catalogue) -> Catalogue:
    """An organisation elsewhere becomes one of a zone of Ganzhou, and stays where it is."""
    zone = of_city(catalogue, "zones", GANZHOU)[0].text("id")
    body = next(row for row in of_city(catalogue, "organizations", ZUNYI) if row["jurisdiction_code"])
    return edited(catalogue, "organizations", body.text("id"), zone_id=zone)


@pytest.mark.parametrize("change", [_name, _duty, _part, _body])
def test_what_is_known_of_the_whole_counts(workshop: Workshop, change: Callable[[Catalogue], Catalogue]) -> None:
    """Neither a plan that names anything of Ganzhou changes, nor a row that such a plan leads to."""
    other = change(workshop.catalogue)
    (here,) = (each for each in places.every(other, Restrictions(other)) if each.code == GANZHOU)
    lists = [Restrictions(some).lists(here.plans, here.ids) for some in (workshop.catalogue, other)]
    assert lists[0] == lists[1]
    assert all(other.digests[plan] == workshop.catalogue.digests[plan] for plan in here.plans)
    fresh = made(workshop, other)
    assert {GANZHOU, ZUNYI} <= fresh
    assert len(fresh) < len({each.code for each in places.every(other, Restrictions(other))}) or change is _duty


def test_a_row_that_moved_in_its_list_counts(workshop: Workshop) -> None:
    """Pages cite the line."""
    catalogue = workshop.catalogue
    (each,) = catalogue.tables["zones"].files
    moved = replace(catalogue, tables={**catalogue.tables, "zones": Table(catalogue.schemas["zones"])})
    zone = of_city(catalogue, "zones", ZUNYI)[0].text("id")
    lines = [line + 1000 * (key == zone) for line, key in zip(each.lines, each.column("id"), strict=True)]
    moved.tables["zones"].add(replace(each, lines=lines))
    fresh = made(workshop, moved)
    assert ZUNYI in fresh and GANZHOU not in fresh


def test_counties_go_with_their_city(catalogue: Catalogue) -> None:
    codes = {each.code for each in places.every(catalogue, Restrictions(catalogue))}
    below = {row.text("jurisdiction_code") for table in places.HUBS for row in catalogue.rows(table)} - codes
    parents = {catalogue.tables["jurisdictions"].by_key[code].text("parent_code") for code in below - {""}}
    assert below - {""} and parents <= codes


def test_what_is_said_of_rows_and_plans_is_remembered_in_a_part_alone(catalogue: Catalogue) -> None:
    asked: list[str] = []

    @once_a_row
    def of_row(_: Catalogue, row: Row) -> str:
        asked.append(row.text("id"))
        return row.text("id")

    @once_a_plan
    def of_plan(_: Catalogue, plan_id: str) -> str:
        asked.append(plan_id)
        return plan_id

    plan_id = next(iter(catalogue.plan_files))
    part = Restrictions(catalogue).to([plan_id])
    for found, times in ((part, 1), (catalogue, 2)):
        one, other = found.rows("targets", plan_id)[:2]
        for _ in range(2):
            assert (of_row(found, one), of_row(found, other)) == (one.text("id"), other.text("id"))
            assert of_plan(found, plan_id) == plan_id
        assert asked == [one.text("id"), other.text("id"), plan_id] * times
        asked.clear()


def test_records_stand_for_the_files_once_they_were_changed(catalogue: Catalogue) -> None:
    table = Restrictions(catalogue).to([next(iter(catalogue.plan_files))]).tables["targets"]
    read = table.files
    assert len(table.records) > 1 and table.files is read
    table.records.pop()
    assert sum(len(each.rows) for each in table.files) == len(table.records) == sum(len(each.rows) for each in read) - 1
