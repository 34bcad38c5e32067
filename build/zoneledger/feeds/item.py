"""One dated row, before it becomes part of an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zoneledger.problems import NOTHING, Text

#: Parts of a recurrence rule, RFC 5545 section 3.3.10, without ``UNTIL``, which `When` holds as a date.
Rule = Mapping[str, str | int | list[int]]


@dataclass(frozen=True)
class When:
    """When something falls due, as a calendar can say it, and in words what the calendar cannot.

    Args:
        key: stable name of the date: ``2022``, ``2022-06``, ``2020-05-20``; ``yearly-2020`` for what recurs.
        day: the day it stands on; of what recurs, the first one.
        words: the deadline as a title says it: ``2022年底前``, ``by the end of 2022``.
        note: why it stands on this day, where the source names no day; empty where it does.
        rule: how it recurs; None for what falls due once.
        until: the last day on which it may recur.
    """

    key: str
    day: date
    words: Text
    note: Text = NOTHING
    rule: Rule | None = None
    until: date | None = None


@dataclass(frozen=True)
class Item:
    """A row with a date.

    Args:
        id: the row's id.
        plan_id: its plan.
        table: its table.
        when: its date.
        title: what is to be done, in one phrase.
        details: what else a reader should know, a line each: strength, how the date is known, who leads, what is printed.
        categories: kind and strength in words.
        agencies: the agency types whose organisations answer for it.
        shared: whether it shares one event with all of its plan, table and date; a plan has dozens of year-end targets.
    """

    id: str
    plan_id: str
    table: str
    when: When
    title: Text
    details: tuple[Text, ...]
    categories: tuple[Text, ...]
    agencies: frozenset[str]
    shared: bool = False
