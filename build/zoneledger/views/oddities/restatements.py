"""Targets that a document states twice and not the same way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.units import bounds, factor
from zoneledger.views.oddities.spot import Spot, of_row
from zoneledger.views.statement import statement

_CELLS = ("comparator", "strength", "recurrence", "due")


def find(catalogue: Catalogue, plan_id: str) -> Iterator[Spot]:
    """Restatements that differ from what they restate, and targets that another one replaces."""
    for link in catalogue.rows("target_relations", plan_id):
        later, former = (catalogue.row("targets", link[end]) for end in ("from_target_id", "to_target_id"))
        if link["relation"] not in ("restates", "supersedes") or later is None or former is None:
            continue
        parted = differences(catalogue, later, former)
        if parted:
            here, there = statement(catalogue, later), statement(catalogue, former)
            columns = [catalogue.schemas["targets"].by_name[column].title for column in parted]
            short = former.text("id").rsplit("-", 1)[-1]
            text = Text(
                f"{'、'.join(title.zh for title in columns)}不同。此处：{here.zh}。{short}：{there.zh}。",
                f"Differs in {', '.join(title.en for title in columns)}. Here: {here.en}. {short}: {there.en}.",
            )
            spot = of_row(catalogue, "targets", later, "restated", text)
            yield replace(spot, rows=(*spot.rows, former.text("id")))


def differences(catalogue: Catalogue, later: Row, former: Row) -> tuple[str, ...]:
    """The columns in which two statements of one target part; figures are compared in base units.

    A share restated as a number of things is another kind of figure: the two cannot contradict each other here.
    """
    kinds = [(row["value_type"], factor(catalogue, row)[0]) for row in (later, former)]
    if kinds[0] != kinds[1]:
        return ()
    parted = ["value"] if bounds(catalogue, later) != bounds(catalogue, former) else []
    return (*parted, *(column for column in _CELLS if later[column] != former[column]))
