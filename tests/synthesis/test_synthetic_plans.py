"""The plans themselves: about as large as the curated ones, and with their oddities."""

from __future__ import annotations

import pytest

from zoneledger import figures
from zoneledger.catalogue import Catalogue
from zoneledger.synthesis import cities, names, plan
from zoneledger.synthesis.model import Model
from zoneledger.synthesis.plan import Plan

#: Five turns of every curated plan: enough for averages to settle.
COUNT = 200


@pytest.fixture(scope="module")
def plans(model: Model) -> list[Plan]:
    built = {number: cities.build(model, 1, number) for number in {names.city_of(plan) for plan in range(COUNT)}}
    return [plan.write(model, 1, number, built[names.city_of(number)]) for number in range(COUNT)]


def average(plans: list[Plan], table: str) -> float:
    return sum(len(made.tables.get(table, ())) for made in plans) / len(plans)


def test_a_plan_has_as_many_targets_and_duties_as_planned(plans: list[Plan]) -> None:
    assert average(plans, "targets") == pytest.approx(30, rel=0.1)
    assert average(plans, "responsibilities") == pytest.approx(100, rel=0.1)
    rows = sum(len(rows) for made in plans for rows in made.tables.values()) / COUNT
    assert rows == pytest.approx(320, rel=0.1)


@pytest.mark.parametrize("table", ["measures", "mechanisms", "projects", "references", "exclusions", "plan_industries"])
def test_other_tables_are_as_long_as_the_curated_ones(plans: list[Plan], curated: Catalogue, table: str) -> None:
    curated_average = len(curated.rows(table)) / len(curated.plan_files)
    assert average(plans, table) == pytest.approx(curated_average, rel=0.25)


def test_plans_differ_in_size(plans: list[Plan]) -> None:
    sizes = {len(made.tables["measures"]) for made in plans}
    assert len(sizes) > 20


@pytest.mark.parametrize("column", ["strength", "scope_type", "value_type", "recurrence"])
def test_targets_are_of_the_curated_kinds_in_about_the_curated_shares(
    plans: list[Plan], curated: Catalogue, column: str
) -> None:
    made = [cells[column] for one in plans for cells in one.tables.get("targets", ())]
    real = [row.text(column) for row in curated.rows("targets")]
    for value in set(real):
        assert made.count(value) / len(made) == pytest.approx(real.count(value) / len(real), abs=0.1), value


def test_figures_change_and_stay_what_is_printed(plans: list[Plan], curated: Catalogue) -> None:
    known = {(row["indicator_id"], row["value"]) for row in curated.rows("targets")}
    targets = [cells for made in plans for cells in made.tables.get("targets", ())]
    fresh = [cells for cells in targets if (cells["indicator_id"], float(cells["value"])) not in known]
    assert len(fresh) > len(targets) / 3
    for cells in fresh:
        figure = figures.find(cells["printed"])[int(cells["member"]) - 1]
        assert figure.states(float(cells["value"]), float(cells["value_max"]) if cells["value_max"] else None)


def test_oddities_are_kept(plans: list[Plan]) -> None:
    targets = [cells for made in plans for cells in made.tables.get("targets", ())]
    relations = {cells["relation"] for made in plans for cells in made.tables.get("target_relations", ())}
    scripts = {made.content["script"] for made in plans}
    assert scripts == {"hans", "hant"}
    assert {"stretch_of", "part_of"} <= relations
    assert any("X" in cells["due"] for cells in targets)
    assert any("開發區" in cells["scope_printed"] for cells in targets)
    assert any(not made.content.get("period") for made in plans)
    assert any(cells["member"] != "1" for cells in targets)


def test_nothing_is_published_after_the_date_of_the_data(plans: list[Plan], model: Model) -> None:
    dates = [
        cells["reported_on"] for made in plans for cells in made.tables.get("outcomes", ()) if cells["reported_on"]
    ]
    assert dates and max(dates) <= model.as_of
    issued = [made.content["issued_on"] for made in plans if "issued_on" in made.content]
    assert issued and max(issued) <= model.as_of


def test_a_city_has_the_zones_and_bodies_of_one(model: Model) -> None:
    built = [cities.build(model, 1, number) for number in range(20)]
    assert all(len(city.zones) == names.ZONES_PER_CITY for city in built)
    bodies = sum(len(city.bodies) for city in built) / len(built)
    assert bodies == pytest.approx(25, abs=4)


def test_codes_of_cities_are_no_real_ones_and_never_meet() -> None:
    codes = [names.prefecture(number).code for number in range(names.MAX_CITIES)]
    assert len(set(codes)) == names.MAX_CITIES
    assert all(83 <= int(code[:2]) <= 99 and len(code) == 6 for code in codes)
