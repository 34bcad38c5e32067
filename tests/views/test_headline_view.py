"""Headline targets: which they are, what stands beside what, and what is folded."""

from __future__ import annotations

from pathlib import Path

from zoneledger.assessment import assessments
from zoneledger.catalogue import Catalogue, load
from zoneledger.views.headline import MOST, SPARED, Headlines, headlines
from zoneledger.views.target import target

PLAN = "anshi-2021"


def shown(catalogue: Catalogue) -> Headlines:
    targets = [target(catalogue, row) for row in catalogue.rows("targets", PLAN)]
    return headlines(catalogue, PLAN, targets, assessments(catalogue, PLAN))


def ids(found: Headlines) -> list[tuple[list[str], list[str]]]:
    return [
        ([one.target.id[-4:] for one in line.asked], [one.target.id[-4:] for one in line.hoped])
        for deadline in (*found.shown, *found.folded)
        for line in deadline.lines
    ]


def test_they_are_the_targets_of_the_objectives(catalogue: Catalogue) -> None:
    found = shown(catalogue)
    assert found.objective
    assert found.targets == 9, "t010 stands in a measure"
    assert "t010" not in str(ids(found))


def test_a_stretch_stands_beside_the_figure_it_stretches(catalogue: Catalogue) -> None:
    assert ids(shown(catalogue))[0] == (["t001"], ["t002"])
    assert shown(catalogue).hoped


def test_without_the_relation_nothing_is_guessed(catalogue: Catalogue) -> None:
    for row in catalogue.rows("target_relations", PLAN):
        row.values["relation"] = "part_of"
    assert ids(shown(catalogue))[:2] == [(["t001"], []), ([], ["t002"])]


def test_relations_in_a_circle_lose_no_target(catalogue: Catalogue) -> None:
    first = catalogue.rows("target_relations", PLAN)[0]
    second = catalogue.rows("target_relations", PLAN)[1]
    ends = {"from_target_id": first["to_target_id"], "to_target_id": first["from_target_id"]}
    second.values.update(relation="stretch_of", **ends)
    found = [name for asked, hoped in ids(shown(catalogue)) for name in (*asked, *hoped)]
    assert sorted(found) == [f"t{number:03}" for number in range(1, 10)]


def test_without_objectives_all_targets_count(catalogue: Catalogue) -> None:
    for row in catalogue.rows("measures", PLAN):
        row.values["kind"] = "action"
    found = shown(catalogue)
    assert not found.objective
    assert found.targets == 10


def test_lines_beyond_a_glance_are_folded_none_lost(root: Path) -> None:
    real = load(root)
    for plan_id in real.plan_files:
        targets = [target(real, row) for row in real.rows("targets", plan_id)]
        found = headlines(real, plan_id, targets, assessments(real, plan_id))
        lines = [line for deadline in (*found.shown, *found.folded) for line in deadline.lines]
        shown = sum(len(deadline.lines) for deadline in found.shown)
        assert shown == (len(lines) if len(lines) <= MOST + SPARED else MOST)
        assert sum(len(line.pledges) for line in lines) == found.targets > 0
        assert all(line.pledges for line in lines)
