"""Indicators, zones and organisations across plans; figures made comparable in base units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets import file
from zoneledger.facets.kinds.zones import KIND
from zoneledger.views.base_unit import base_quantity
from zoneledger.views.indicator import IndicatorView, indicators
from zoneledger.views.number import scaled
from zoneledger.views.organization import OrganizationView, organizations
from zoneledger.views.zone import ZoneView, zones

PLAN = "anshi-2021"


def indicator(catalogue: Catalogue, key: str) -> IndicatorView:
    return next(view for view in indicators(catalogue) if view.id == key)


def zone(catalogue: Catalogue, key: str) -> ZoneView:
    return next(view for view in zones(catalogue) if view.id == key)


def body(catalogue: Catalogue, key: str) -> OrganizationView:
    return next(view for view in organizations(catalogue) if view.id == key)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("500000000000", "5000亿", "500 billion"),
        ("125000", "12.5万", "125,000"),
        ("9999", "9999", "9,999"),
        ("-30000", "-3万", "-30,000"),
        ("0.1", "0.1", "0.1"),
    ],
)
def test_scaled_figures(value: str, zh: str, en: str) -> None:
    assert scaled(Decimal(value)) == (zh, en)


def test_figures_in_base_units(catalogue: Catalogue) -> None:
    aim = catalogue.rows("targets")[0]
    found = base_quantity(catalogue, aim)
    assert (found.unit_id, found.shown.zh, found.factor.en, found.low) == (
        "yuan",
        "1200亿",
        "100 million",
        Decimal(12) * 10**10,
    )
    aim.values["value_max"] = 1300
    assert base_quantity(catalogue, aim).shown == ("1200亿—1300亿", "120 billion–130 billion")
    aim.values.update(value_max=None, unit_id="percent")
    assert base_quantity(catalogue, aim).factor.zh == ""
    aim.values["unit_id"] = "nowhere"
    assert base_quantity(catalogue, aim).unit.zh == "nowhere"
    aim.values["value"] = None
    assert base_quantity(catalogue, aim).shown.zh == ""


def test_indicator_gathers_its_targets(catalogue: Catalogue) -> None:
    view = indicator(catalogue, "operating-revenue")
    assert (view.targets, view.plans) == (4, (PLAN,))
    (group,) = view.groups
    assert (group.value_type.zh, group.unit.zh, group.key) == ("水平", "元", "level-yuan")
    assert [row.text("id")[-4:] for row in group.rows] == ["t001", "t002", "t003", "t004"]
    assert sum(view.targets for view in indicators(catalogue)) == len(catalogue.rows("targets"))


def test_figures_of_different_kinds_stay_apart(catalogue: Catalogue) -> None:
    aims = catalogue.rows("targets")
    aims[1].values.update(value_type="growth_rate", unit_id="percent")
    aims[2].values["unit_id"] = "yuan"
    groups = indicator(catalogue, "operating-revenue").groups
    assert [(group.key, len(group.rows)) for group in groups] == [("level-yuan", 3), ("growth-rate-percent", 1)]


def test_relations_are_seen_from_both_ends(catalogue: Catalogue) -> None:
    (there,) = indicator(catalogue, "large-enterprises").related
    (back,) = indicator(catalogue, "industrial-enterprises").related
    assert (there.other.id, there.relation.en) == ("industrial-enterprises", "narrower")
    assert (back.other.id, back.relation.en) == ("large-enterprises", "broader")
    assert there.difference == back.difference


def test_a_difference_calls_both_indicators_by_name(catalogue: Catalogue) -> None:
    link = catalogue.rows("indicator_relations")[0]
    link.values.update(
        difference_zh="前者是总数，后者只数新的。", difference_en="The one is a total, the second counts new ones."
    )
    names = [catalogue.row("indicators", link[end]) for end in ("from_indicator_id", "to_indicator_id")]
    first, second = (row.text("name_zh") for row in names if row is not None)
    for view in ("large-enterprises", "industrial-enterprises"):
        (related,) = indicator(catalogue, view).related
        assert related.difference.zh == f"“{first}”是总数，“{second}”只数新的。"
        one, other = (row.text("name_en") for row in names if row is not None)
        assert related.difference.en == f"“{one[0].upper()}{one[1:]}” is a total, “{other}” counts new ones."


def test_zone_shows_everything_that_names_it(catalogue: Catalogue) -> None:
    catalogue.rows("zones")[0].values["part_of"] = "qingshi-etdz"
    catalogue.rows("organizations")[0].values["zone_id"] = "qingshi-etdz"
    catalogue.rows("plans")[0].values["zone_id"] = "qingshi-etdz"
    catalogue.rows("plan_industries")[0].values["zone_id"] = "qingshi-etdz"
    view = zone(catalogue, "qingshi-etdz")
    rows = file(catalogue, KIND)["qingshi-etdz"]
    assert {table: [row.text("id")[-4:] for row in found] for table, found in rows.items()} == {
        "targets": ["t003"],
        "projects": ["p001"],
        "plan_industries": ["n001"],
    }
    assert [part.id for part in view.parts] == ["baihe-hidz"]
    assert [named.id for named in (*view.organisations, *view.plans)] == ["anshi-development-reform", PLAN]
    assert view.aliases == ("青石经开区", "青石区")
    part = zone(catalogue, "baihe-hidz").part_of
    assert part is not None and part.name.en.startswith("Qingshi")


def test_zones_stand_under_their_city(catalogue: Catalogue) -> None:
    county = Row(
        {**catalogue.rows("jurisdictions")[2].values, "code": "990101", "level": "county", "parent_code": "990100"},
        "x",
        9,
    )
    catalogue.rows("jurisdictions").append(county)
    catalogue.rows("zones")[0].values["jurisdiction_code"] = "990101"
    assert {view.city.id for view in zones(catalogue)} == {"990100"}
    county.values["parent_code"] = "990101"
    assert zone(catalogue, "baihe-hidz").city.id == "990101", "a circle of jurisdictions ends"


def test_organisation_by_plan_and_role(catalogue: Catalogue) -> None:
    view = body(catalogue, "anshi-industry-it")
    assert (view.total, view.counts) == (3, {"lead": 3, "responsible": 0, "cooperating": 0})
    (plan,) = view.plans
    assert (plan.aliases, [stub.row.text("id")[-4:] for stub in plan.part.stubs]) == (
        ("市工信局",),
        ["r001", "r005", "r009"],
    )
    assert [task.id[-4:] for task in plan.milestones] == ["s001"]
    assert [row.id[-4:] for row in body(catalogue, "anshi-development-reform").plans[0].mechanisms] == ["g002"]


def test_duties_stand_by_role_however_the_file_has_them(catalogue: Catalogue) -> None:
    duties = [duty for duty in catalogue.rows("responsibilities") if duty["organization_id"] == "anshi-industry-it"]
    duties[0].values["role"] = "cooperating"
    (plan,) = body(catalogue, "anshi-industry-it").plans
    assert [stub.row["role"] for stub in plan.part.stubs] == ["lead", "lead", "cooperating"]


def test_every_duty_is_on_one_organisation_page(catalogue: Catalogue) -> None:
    listed = [
        stub.row.text("id") for view in organizations(catalogue) for plan in view.plans for stub in plan.part.stubs
    ]
    assert sorted(listed) == sorted(row.text("id") for row in catalogue.rows("responsibilities"))
