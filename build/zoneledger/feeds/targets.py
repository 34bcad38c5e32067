"""Deadlines of targets: once, or at the end of each year of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Row
from zoneledger.edtf import is_redacted
from zoneledger.feeds import left_out, recurrence
from zoneledger.feeds.days import deadline
from zoneledger.feeds.item import Item, When
from zoneledger.feeds.period import period
from zoneledger.feeds.reading import Reading, origin
from zoneledger.problems import Text
from zoneledger.views.name import enum
from zoneledger.views.statement import claim


def read(reading: Reading) -> Iterator[Item | str]:
    """Every target of a plan as an item; the reason, where it has no day."""
    for row in reading.catalogue.rows("targets", reading.plan_id):
        when = _yearly(reading, row) if row["recurrence"] == "annual" else _once(row)
        yield when if isinstance(when, str) else _item(reading, row, when)


def _once(row: Row) -> When | str:
    due = row.text("due")
    if not due:
        return left_out.NO_DATE
    return deadline(due) or (left_out.REDACTED if is_redacted(due) else left_out.NO_TURN)


def _yearly(reading: Reading, row: Row) -> When | str:
    within = period(reading.plan, row.text("effective_from"))
    if within is None:
        return left_out.NO_PERIOD
    return recurrence.yearly(within) or left_out.NO_TURN


def _item(reading: Reading, row: Row, when: When) -> Item:
    catalogue, bearers = reading.catalogue, reading.duties.of(row.text("measure_id"))
    strength = enum(catalogue, "targets", "strength", row)
    basis = enum(catalogue, "targets", "due_basis", row)
    words = Text(f"力度：{strength.zh}", f"Strength: {strength.en}")
    if basis.zh:
        words = Text(f"{words.zh}；期限：{basis.zh}", f"{words.en}; deadline: {basis.en}")
    return Item(
        id=row.text("id"),
        plan_id=reading.plan_id,
        table="targets",
        when=when,
        title=claim(catalogue, row),
        details=(words, bearers.words, origin(row)),
        categories=(Text("目标", "target"), strength),
        agencies=bearers.agencies,
        shared=True,
    )
