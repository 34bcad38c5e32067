"""Duties filed once: how each is borne, by when, beside whom, and in pages that lose none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load
from zoneledger.problems import Text
from zoneledger.views.agency import agencies, bodies_by_type, by_city
from zoneledger.views.charge import AIMS_SHOWN, charge, parts
from zoneledger.views.duty_index import FORMS, DutyIndex, duty_index, in_order, of_plan, of_types
from zoneledger.views.duty_summary import duty_summary
from zoneledger.views.partner import fellow_agencies, fellow_bodies
from zoneledger.views.plan_part import plan_parts, sheet, stretches


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    """All plans of the checkout; no test here changes a row."""
    return load(root)


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> DutyIndex:
    return duty_index(catalogue)


def test_every_duty_is_filed_once_everywhere(catalogue: Catalogue, index: DutyIndex) -> None:
    ids = sorted(row.text("id") for row in catalogue.rows("responsibilities"))
    for filed in (index.bodies, index.agencies, index.measures):
        assert sorted(stub.row.text("id") for stubs in filed.values() for stub in stubs) == ids
    assert index.plans == Counter(row.text("plan_id") for row in catalogue.rows("responsibilities"))


def test_a_lead_is_joint_where_another_leads_too(catalogue: Catalogue, index: DutyIndex) -> None:
    seen = set()
    for stubs in index.measures.values():
        for stub in stubs:
            same = {other.row["organization_id"] for other in stubs if other.row["role"] == stub.row["role"]}
            shared = len(same) > 1 or stub.row["list_open"]
            wanted = {"lead": ("lead", "joint_lead"), "responsible": ("responsible", "shared")}
            role = stub.row.text("role")
            assert stub.form == (wanted[role][bool(shared)] if role in wanted else "cooperating")
            seen.add(stub.form)
    assert seen == set(FORMS)


def test_a_duty_falls_due_with_the_first_thing_its_measure_promises(catalogue: Catalogue, index: DutyIndex) -> None:
    dated = [stub for stubs in index.measures.values() for stub in stubs if stub.due]
    assert len(dated) > 100
    own: dict[str, set[str]] = {}
    for table in ("targets", "milestones"):
        for row in catalogue.rows(table):
            own.setdefault(row.text("measure_id"), set()).add(row.text("due"))
    for stub in dated:
        aims = index.aims[stub.row.text("measure_id")]
        assert stub.due in {aim.text("due") for aim in aims}
        assert own.get(stub.row.text("measure_id"), set()) <= {aim.text("due") for aim in aims}


def test_duties_stand_by_form_then_by_deadline(index: DutyIndex) -> None:
    for stubs in index.bodies.values():
        ordered = in_order(stubs)
        assert [FORMS.index(stub.form) for stub in ordered] == sorted(FORMS.index(stub.form) for stub in stubs)
        for form in FORMS:
            dues = [stub.due for stub in ordered if stub.form == form]
            assert dues == sorted(dues, key=lambda due: (not due, (due.replace("X", "9") + "-12-31"[len(due) - 4 :])[:10]))


def test_pages_lose_no_duty_and_keep_their_length(catalogue: Catalogue, index: DutyIndex) -> None:
    stubs = index.agencies["zone-committee"]
    plans = plan_parts(catalogue, index, stubs)
    for first, size in ((150, 150), (7, 50), (0, 60), (len(stubs), 1)):
        found = [
            [sheet(catalogue, index, stretch, stretch.stubs) for stretch in page] for page in stretches(plans, first, size)
        ]
        lengths = [sum(part.shown for part in page) for page in found]
        assert sum(lengths) == len(stubs)
        assert lengths[0] == first and all(length == size for length in lengths[1:-1])
        shown = [
            item.duty.id
            for page in found for one in page for part in one.parts for dated in part.deadlines for item in dated.charges
        ]  # fmt: skip
        assert shown == [stub.row.text("id") for plan in plans for stub in plan.stubs]
        for page in found:
            for one in page:
                assert 1 <= one.first <= one.first + one.shown - 1 <= len(one.plan.stubs) == one.plan.duties
    assert list(stretches((), 0, 1)) == [()]


def test_what_is_filed_of_some_types_or_of_a_plan_is_what_is_filed_of_all(catalogue: Catalogue, index: DutyIndex) -> None:
    some = {"zone-committee", "industry-it", "meteorology"}
    part = of_types(catalogue, some)
    assert part.agencies == {key: stubs for key, stubs in index.agencies.items() if key in some}
    types = {row.text("id"): row["agency_type_id"] for row in catalogue.rows("organizations")}
    assert part.bodies == {key: stubs for key, stubs in index.bodies.items() if types[key] in some}
    assert (part.plans, part.assigned) == (index.plans, index.assigned)
    named = {stub.row["measure_id"] for key in some for stub in index.agencies.get(key, ())}
    assert part.measures == {key: stubs for key, stubs in index.measures.items() if key in named}
    assert part.aims == {key: rows for key, rows in index.aims.items() if key in named}
    for plan in catalogue.plan_files:
        own = of_plan(catalogue, plan)
        assert own is of_plan(catalogue, plan)
        assert own.measures == {key: stubs for key, stubs in index.measures.items() if stubs[0].row["plan_id"] == plan}
        assert own.aims == {key: rows for key, rows in index.aims.items() if key in own.measures}
        assert (own.plans[plan], own.assigned[plan]) == (index.plans[plan], index.assigned[plan])
        for stubs in own.measures.values():
            assert [own.stub(stub.row) for stub in stubs] == stubs


def test_types_and_organisations_are_told_alike_of_all_and_of_some(catalogue: Catalogue, index: DutyIndex) -> None:
    some = {"zone-committee", "industry-it", "meteorology"}
    part = of_types(catalogue, some)
    found = agencies(catalogue, part, some)
    assert found == tuple(each for each in agencies(catalogue, index) if each.id in some)
    assert len(found) > 1
    bodies = bodies_by_type(catalogue, index)
    assert bodies_by_type(catalogue, part, some) == {key: each for key, each in bodies.items() if key in some}


def test_a_charge_says_what_for_and_with_whom(catalogue: Catalogue, index: DutyIndex) -> None:
    for stubs in index.measures.values():
        bodies = {stub.row["organization_id"] for stub in stubs}
        for stub in stubs[:3]:
            made = charge(catalogue, index, stub)
            assert len(made.fellows) + made.more_fellows == len(bodies) - 1
            assert made.duty.organization_id not in {body.id for body in made.fellows}
            aims = index.aims.get(made.duty.measure_id, [])
            assert len(made.aims) + made.more_aims == len(aims) and len(made.aims) <= AIMS_SHOWN
    ordered = [charge(catalogue, index, stub) for stub in in_order(index.bodies["ganzhou-industry-it"])]
    grouped = parts(ordered)
    assert sum(part.shown for part in grouped) == len(ordered)
    assert [part.form for part in grouped] == list(dict.fromkeys(item.form for item in ordered))


def test_partners_are_counted_by_measures(catalogue: Catalogue, index: DutyIndex) -> None:
    key = "ganzhou-industry-it"
    found = fellow_bodies(catalogue, index, index.bodies[key])
    own = {stub.row["measure_id"] for stub in index.bodies[key]}
    assert found.measures == len(own)
    for partner in found.ranked:
        both = own & {stub.row["measure_id"] for stub in index.bodies[partner.id]}
        leading = {stub.row["measure_id"] for stub in index.bodies[partner.id] if stub.row["role"] == "lead"}
        leads = {stub.row["measure_id"] for stub in index.bodies[key] if stub.row["role"] == "lead"}
        assert (partner.measures, partner.leads, partner.led) == (len(both), len(both & leading), len(both & leads))
    assert [partner.measures for partner in found.ranked] == sorted((p.measures for p in found.ranked), reverse=True)
    assert key not in {partner.id for partner in found.ranked}
    types = fellow_agencies(catalogue, index, index.agencies["industry-it"])
    assert "industry-it" not in {partner.id for partner in types.ranked}


def test_shares_are_of_the_plans_duties(catalogue: Catalogue, index: DutyIndex) -> None:
    whole = Counter[str]()
    for stubs in index.agencies.values():
        for part in plan_parts(catalogue, index, stubs):
            whole[part.plan_id] += len(part.stubs)
            assert part.whole == index.plans[part.plan_id] and sum(part.counts.values()) == len(part.stubs)
            assert part.share.zh == f"{int(part.percent + 0.5)}%" or abs(part.percent % 1 - 0.5) < 0.1
    assert whole == index.plans


def test_cities_hold_every_body_once(catalogue: Catalogue, index: DutyIndex) -> None:
    for bodies in bodies_by_type(catalogue, index).values():
        cities = by_city(bodies)
        assert sorted(body.id for part in cities for body in part.bodies) == sorted(body.id for body in bodies)
        assert sum(part.total for part in cities) == sum(body.duties for body in bodies)


def test_the_sentence_says_what_the_rows_say(catalogue: Catalogue, index: DutyIndex) -> None:
    stubs = index.agencies["industry-it"]
    roles = Counter(stub.row["role"] for stub in stubs)
    said = duty_summary(stubs, None, fellow_agencies(catalogue, index, stubs))
    plans = len({stub.row["plan_id"] for stub in stubs})
    assert said.zh.startswith(f"在 {plans} 个计划中牵头 {roles['lead']} 项、负责 {roles['responsible']} 项")
    assert f"{plans} plans give it {len(stubs)} duties: it leads {roles['lead']}, answers for" in said.en
    one = duty_summary(stubs[:1], Text("甲方案", "The Alpha plan"), fellow_agencies(catalogue, index, stubs[:1]))
    assert one.zh.startswith("在甲方案中") and one.en.startswith("The Alpha plan gives it 1 duty: it ")
    assert duty_summary([], None, fellow_agencies(catalogue, index, [])) == ("", "")
