"""Odd spots: each kind is found where it is, with a badge on its row, and nothing is found where all is well."""

from __future__ import annotations

import pytest

from zoneledger.catalogue import Catalogue, Row
from zoneledger.views.oddities import COMPLETENESS, KINDS, by_kind, marks, oddities

PLAN = "anshi-2021"


def row(catalogue: Catalogue, short: str) -> Row:
    found = catalogue.row("targets", f"{PLAN}-{short}")
    assert found is not None
    return found


def spots(catalogue: Catalogue, kind: str) -> list[str]:
    return [spot.anchor.rsplit("-", 1)[-1] for spot in oddities(catalogue, PLAN) if spot.kind == kind]


def test_notes_make_spots(catalogue: Catalogue) -> None:
    assert spots(catalogue, "suspected") == ["t004", "t009"]
    assert spots(catalogue, "printed_error") == ["n001"]
    assert spots(catalogue, "official_text") == []
    row(catalogue, "t001").values.update(
        note_zh="补", note_en="filled", note_basis="official_text", note_url="https://x.example"
    )
    (spot,) = [spot for spot in oddities(catalogue, PLAN) if spot.kind == "official_text"]
    assert (spot.anchor, spot.url, spot.text.en) == (f"{PLAN}-t001", "https://x.example", "filled")


def test_how_a_row_was_coded_is_no_oddity(catalogue: Catalogue) -> None:
    before = oddities(catalogue, PLAN)
    row(catalogue, "t002").values.update(note_zh="编码", note_en="coding", note_basis="coding")
    assert oddities(catalogue, PLAN) == before


def test_redacted_dates_of_rows_and_of_the_document(catalogue: Catalogue) -> None:
    assert spots(catalogue, "redacted") == []
    row(catalogue, "t001").values["due"] = "20XX"
    row(catalogue, "t005").values["baseline"] = "20XX"
    catalogue.rows("milestones", PLAN)[0].values["due"] = "20XX-06"
    plan = catalogue.row("plans", PLAN)
    assert plan is not None
    plan.values["issued_on"] = "20XX"
    assert sorted(spots(catalogue, "redacted")) == ["document", "s001", "t001", "t005"]
    (first, *_) = [spot for spot in oddities(catalogue, PLAN) if spot.kind == "redacted"]
    assert (first.text.zh, first.where.en) == ("成文日期：20XX年", "the whole text")


def test_parts_that_do_not_add_up(catalogue: Catalogue) -> None:
    (spot,) = [spot for spot in oddities(catalogue, PLAN) if spot.kind == "sum"]
    assert spot.anchor == f"{PLAN}-t001"
    assert spot.text.zh == "所列分项（t003、t004）合计1180亿元，少于总数1200亿元；差额归谁，没有写。"
    assert spot.text.en == (
        "The parts listed (t003, t004) add up to 118 billion yuan, less than the whole, 120 billion yuan; "
        "who makes up the rest is not said."
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"t004": {"value": 500}}, []),
        ({"t004": {"value": 501}}, ["t001"]),
        ({"t004": {"value": 5_000_000, "unit_id": "wan-yuan"}}, []),
        ({"t004": {"value": 480, "value_max": 520}}, []),
        ({"t004": {"unit_id": "percent"}}, []),
        ({"t004": {"value_type": "increment"}}, []),
        ({"t004": {"value": None}}, []),
    ],
)
def test_sums_are_judged_in_base_units(
    catalogue: Catalogue, changes: dict[str, dict[str, object]], found: list[str]
) -> None:
    units = {unit.text("id"): unit for unit in catalogue.rows("units")}
    catalogue.rows("units").append(
        Row({**units["yi-yuan"].values, "id": "wan-yuan", "factor": 10_000}, "units.csv", 99)
    )
    for short, values in changes.items():
        row(catalogue, short).values.update(values)  # type: ignore[arg-type]
    assert spots(catalogue, "sum") == found


def test_one_part_below_its_whole_is_no_contradiction(catalogue: Catalogue) -> None:
    row(catalogue, "t004")
    links = [link for link in catalogue.rows("target_relations", PLAN) if link["from_target_id"] == f"{PLAN}-t004"]
    links[0].values["relation"] = "alternative_to"
    assert spots(catalogue, "sum") == []
    row(catalogue, "t003").values["value"] = 1300
    assert spots(catalogue, "sum") == ["t001"]


def test_parts_split_by_threshold_are_not_added(catalogue: Catalogue) -> None:
    """Projects over 1 billion are among those over 100 million; but none may exceed its whole."""
    for short in ("t003", "t004"):
        row(catalogue, short).values.update(scope_printed="全市开发区", qualifier=short)
    assert spots(catalogue, "sum") == []
    row(catalogue, "t004").values["value"] = 1100
    assert spots(catalogue, "sum") == []
    row(catalogue, "t004").values["value"] = 1300
    assert spots(catalogue, "sum") == ["t001"]


@pytest.mark.parametrize(
    "values",
    [{"qualifier": "亿元以上"}, {"industry_id": "new-materials"}, {"scope_printed": "青石经开区"}],
)
def test_only_areas_that_count_the_same_thing_are_added(catalogue: Catalogue, values: dict[str, object]) -> None:
    row(catalogue, "t004").values["value"] = 600
    assert spots(catalogue, "sum") == ["t001"], "1300 in all"
    row(catalogue, "t004").values.update(values)  # type: ignore[arg-type]
    assert spots(catalogue, "sum") == []


def test_areas_that_overlap_are_not_added(catalogue: Catalogue) -> None:
    for link in catalogue.rows("target_zones", PLAN):
        if link["target_id"] == f"{PLAN}-t004":
            link.values["zone_id"] = "qingshi-etdz"
    assert spots(catalogue, "sum") == []


def test_a_part_that_cannot_be_added_leaves_the_breakdown_open(catalogue: Catalogue) -> None:
    """The other zones are to double theirs: what the two named ones lack may be there."""
    row(catalogue, "t007").values.update(indicator_id="operating-revenue", value_type="multiple")
    assert spots(catalogue, "sum") == []
    row(catalogue, "t004").values["value"] = 600
    assert spots(catalogue, "sum") == ["t001"], "more than the whole it may never be"


def test_two_breakdowns_of_one_whole_are_told_apart(catalogue: Catalogue) -> None:
    """By zone the whole adds up; parts of other kinds are looked at one by one."""
    row(catalogue, "t004").values["value"] = 500
    for short in ("t002", "t010"):
        row(catalogue, short).values.update(
            value=600, unit_id="yi-yuan", value_type="level", scope_printed="全市开发区", recurrence="once"
        )
    relations = catalogue.rows("target_relations", PLAN)
    relations[0].values["relation"] = "part_of"
    copied = dict(relations[0].values) | {"from_target_id": f"{PLAN}-t010"}
    relations.append(Row(copied, relations[0].file, 99))
    assert spots(catalogue, "sum") == []
    row(catalogue, "t010").values["value"] = 1300
    assert spots(catalogue, "sum") == ["t001"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "数值、比较符、力度不同"),
        ({"value": 1200, "comparator": "ge", "strength": "firm"}, ""),
        ({"value": 1200, "comparator": "ge", "strength": "firm", "due": "2022"}, "期限不同"),
        ({"value": 50, "value_type": "share", "unit_id": "percent"}, ""),
    ],
)
def test_restatements_that_differ(catalogue: Catalogue, values: dict[str, object], said: str) -> None:
    catalogue.rows("target_relations", PLAN)[0].values["relation"] = "restates"
    row(catalogue, "t002").values.update(values)  # type: ignore[arg-type]
    found = [spot for spot in oddities(catalogue, PLAN) if spot.kind == "restated"]
    assert [spot.text.zh.split("。")[0] for spot in found] == ([said] if said else [])
    assert all(spot.rows == (f"{PLAN}-t002", f"{PLAN}-t001") for spot in found)


def test_incomplete_text_and_notes_on_the_whole(catalogue: Catalogue) -> None:
    content = catalogue.plan_files[PLAN]
    content["completeness"] = ["redacted", "annex_missing"]
    content["notes"].append({"zh": "缺一页。", "en": "A page is missing.", "basis": "suspected"})
    found = [(spot.kind, spot.anchor) for spot in oddities(catalogue, PLAN) if not spot.rows]
    assert found == [
        ("overriding", "overriding"), ("incomplete", "document"), ("incomplete", "document"), ("suspected", "oddities"),
    ]  # fmt: skip


def test_badges_say_what_the_note_leaves_unsaid(catalogue: Catalogue) -> None:
    row(catalogue, "t004").values["due"] = "20XX"
    found = marks(catalogue)
    assert [(mark.label.en, mark.computed) for mark in found[f"{PLAN}-t004"]] == [
        ("suspected corrupt", False), ("year redacted", True),
    ]  # fmt: skip
    assert f"{PLAN}-t003" not in found
    assert set(found) == {f"{PLAN}-{short}" for short in ("t001", "t004", "t009", "n001")}


def test_rows_of_which_the_same_is_said_share_a_line(catalogue: Catalogue) -> None:
    for short in ("t001", "t002", "t003"):
        row(catalogue, short).values["due"] = "20XX"
    (group,) = [group for group in by_kind(oddities(catalogue, PLAN)) if group.kind == "redacted"]
    assert [len(line.spots) for line in group.lines] == [3]


def test_every_kind_has_a_label(catalogue: Catalogue) -> None:
    basis = catalogue.schemas["targets"].by_name["note_basis"].enum
    assert set(basis) - set(KINDS) == {"coding"}
    assert all(label.zh and label.en for label in (*KINDS.values(), *COMPLETENESS.values()))
