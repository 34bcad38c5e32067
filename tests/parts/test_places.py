"""What is made together: the pages of a city, and what its catalogue remembers meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.catalogue.once import once_a_plan, once_a_row
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.parts import places
from zoneledger.views.place import seat


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
