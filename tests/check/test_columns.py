"""Rules read columns as they stand in the files: what is looked at together is what each row would say."""

from __future__ import annotations

import random

from checkout import Checkout

from zoneledger.catalogue import load
from zoneledger.catalogue.links import plan_of
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.check.plan_rows import plan_rows
from zoneledger.check.strange_keys import all_of_plan


def test_ids_are_looked_at_together_as_one_by_one() -> None:
    rng, fit = random.Random(20261123), 0
    for _ in range(3_000):
        plan = rng.choice(["a", "a-2020", "a-b-2020", "a-2020-x"])
        stems = [plan] * 8 + ["a", "a-2020", "a-2020-", "b", "", "a-20200", "a-b-2020"]
        ids = [f"{rng.choice(stems)}{rng.choice(['-', '-', '-', '-', '', '--'])}{rng.choice('tr')}001" for _ in range(rng.randint(0, 3))]
        each = all(plan_of(own) == plan for own in ids)
        assert all_of_plan(ids, plan) == each, (ids, plan)
        fit += each
    assert 600 < fit < 2_700


def test_the_rows_of_a_plan_are_those_of_its_files(small: Checkout) -> None:
    catalogue = load(small.root)
    for name, table in catalogue.tables.items():
        for plan in catalogue.plan_files:
            found = [record for read in plan_rows(catalogue, name, plan) for record in read.records()]
            assert found == [record for record in table.records if record.plan_id == plan], name
            assert bool(found) <= (catalogue.schemas[name].group != REFERENCE)
    assert not plan_rows(catalogue, "targets", "none")
    assert any(plan_rows(catalogue, "targets", plan) for plan in catalogue.plan_files)
