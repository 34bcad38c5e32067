"""Dated tasks: once, or by a rule that the plan prints."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Row
from zoneledger.edtf import is_redacted
from zoneledger.feeds import left_out, recurrence
from zoneledger.feeds.bearers import agency_types, names
from zoneledger.feeds.days import deadline
from zoneledger.feeds.item import Item, When
from zoneledger.feeds.period import period
from zoneledger.feeds.reading import Reading, origin
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def read(reading: Reading) -> Iterator[Item | str]:
    """Every dated task of a plan as an item; the reason, where it has no day."""
    actors: dict[str, list[object]] = {}
    for link in reading.catalogue.rows("milestone_actors", reading.plan_id):
        actors.setdefault(link.text("milestone_id"), []).append(link["organization_id"])
    for row in reading.catalogue.rows("milestones", reading.plan_id):
        when = _when(reading, row)
        yield when if isinstance(when, str) else _item(reading, row, when, actors.get(row.text("id"), []))


def _when(reading: Reading, row: Row) -> When | str:
    due = row.text("due")
    if due:
        return deadline(due) or (left_out.REDACTED if is_redacted(due) else left_out.NO_TURN)
    if not row["rrule"]:
        return left_out.NO_DATE
    within = period(reading.plan)
    return left_out.NO_PERIOD if within is None else recurrence.printed(row.text("rrule"), within) or left_out.NO_TURN


def _item(reading: Reading, row: Row, when: When, actors: list[object]) -> Item:
    bearers, who = reading.duties.of(row.text("measure_id")), names(reading.catalogue, actors)
    doing = (Text(f"由谁做：{who.zh}", f"To be done by: {who.en}"),) if who.zh else ()
    return Item(
        id=row.text("id"),
        plan_id=reading.plan_id,
        table="milestones",
        when=when,
        title=bilingual(row, "task"),
        details=(*doing, bearers.words, origin(row)),
        categories=(Text("节点任务", "dated task"),),
        agencies=bearers.agencies | agency_types(reading.catalogue, actors),
    )
