"""A plan's outline, deadlines, counts, oddities and agencies, from the small dataset."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.views.agency import agencies
from zoneledger.views.charge import charge
from zoneledger.views.counts import plan_counts
from zoneledger.views.dictionary import dictionary
from zoneledger.views.duty_index import duty_index
from zoneledger.views.outline import MeasureView, outline
from zoneledger.views.plan import plan
from zoneledger.views.plan_part import plan_parts
from zoneledger.views.question import questions

PLAN = "anshi-2021"


def shape(measures: tuple[MeasureView, ...]) -> list[object]:
    return [(measure.id[-3:], shape(measure.children)) for measure in measures]


def test_outline_is_nested_with_duties(catalogue: Catalogue) -> None:
    found = outline(catalogue, PLAN)
    expected = [("m01", [("m02", [])]), ("m03", [("m04", []), ("m05", [])]), ("m06", []), ("m07", [])]
    assert shape(found) == expected
    roles = found[1].children[0].roles
    assert [(group.role, [duty.printed for duty in group.duties]) for group in roles] == [
        ("lead", ["市工信局", "市工信局", "市工信局"]),
        ("responsible", ["市发改委", "市科技局"]),
        ("cooperating", ["各开发区管委会"]),
    ]
    assert [group.list_open for group in roles] == [False, True, False]


def test_outline_loses_nothing_in_a_circle(catalogue: Catalogue) -> None:
    rows = {row.text("id")[-3:]: row for row in catalogue.rows("measures")}
    rows["m03"].values["parent_id"] = rows["m04"]["id"]
    rows["m06"].values["parent_id"] = "anshi-2021-m99"

    def flat(measures: tuple[MeasureView, ...]) -> list[str]:
        return [name for measure in measures for name in (measure.id, *flat(measure.children))]

    found = flat(outline(catalogue, PLAN))
    assert sorted(found) == sorted(row.text("id") for row in rows.values())


def test_plan_groups_and_orders(catalogue: Catalogue) -> None:
    view = plan(catalogue, PLAN)
    dimensions = [group.dimension for group in view.dimensions]
    assert dimensions == ["scale", "efficiency", "enterprise", "innovation", "land", "ranking"]
    assert [group.due for group in view.deadlines] == ["2021-06", "2023", ""]
    assert [(group.kind, [spot.anchor[-4:] for spot in group.spots]) for group in view.oddities] == [
        ("overriding", ["ding"]),
        ("printed_error", ["n001"]),
        ("suspected", ["t004", "t009"]),
        ("sum", ["t001"]),
    ]
    assert [relation.relation.en for relation in view.relations] == ["stretch of", "part of", "part of"]
    facts = {fact.column: fact.value.zh for fact in view.facts}
    assert facts["period"] == "2021—2023年"
    assert facts["completeness"] == "完整"
    assert next(fact for fact in view.facts if fact.column == "issuers_zh").label.en == "issuers"


def test_counts(catalogue: Catalogue) -> None:
    found = plan_counts(catalogue, PLAN)
    assert (found.targets, found.duties, found.organisations, found.agency_types) == (10, 9, 6, 6)
    assert found.strengths == {"firm": 1, "unmarked": 7, "stretch": 2, "tentative": 0}
    assert found.share("stretch").zh == "20%"
    assert found.odd == 2


def test_agencies_by_weight(catalogue: Catalogue) -> None:
    found = agencies(catalogue)
    assert [(agency.id, agency.total) for agency in found[:2]] == [("industry-it", 3), ("development-reform", 2)]
    assert (found[0].plans, found[0].bodies, found[0].counts["lead"]) == (1, 1, 3)
    index = duty_index(catalogue)
    (part,) = plan_parts(catalogue, index, index.agencies["industry-it"])
    assert (part.measures, part.assigned, part.measure_share.zh) == (1, 3, "33%")
    assert (len(part.stubs), part.whole, part.share.zh) == (3, 9, "33%")
    assert charge(catalogue, index, part.stubs[0]).measure.en == "Strengthen industry"


def test_questions_lead_to_plans_with_answers(catalogue: Catalogue) -> None:
    asked = {question.section: question.answers for question in questions(catalogue)}
    assert "targets-green" not in asked
    assert asked["targets-scale"][0].rows == 4
    assert asked["results"][0].plan_id == PLAN


def test_dictionary_has_every_column_and_list(catalogue: Catalogue) -> None:
    tables = {table.name: table for table in dictionary(catalogue)}
    assert tables.keys() == catalogue.schemas.keys()
    columns = [column.name for column in tables["targets"].columns]
    assert columns == [field.name for field in catalogue.schemas["targets"].fields]
    strength = next(column for column in tables["targets"].columns if column.name == "strength")
    assert strength.values[0] == ("firm", ("确保", "firm"))
    # Rows that have pages of their own stand there.
    assert tables["zones"].entries == ()
    assert [entry.anchor for entry in tables["industries"].entries][:1] == [f"industries.{catalogue.rows('industries')[0].text('id')}"]
    assert tables["organizations"].entries == ()
