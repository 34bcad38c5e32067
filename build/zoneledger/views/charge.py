"""A duty with all that a page of its bearer says of it: the measure, what is promised there, by when, and with whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words, recurrence_words
from zoneledger.views.duty import DutyView, duty
from zoneledger.views.duty_index import FORM_NAMES, FORMS, Aim, DutyIndex, Stub
from zoneledger.views.name import Named, bilingual, enum, name
from zoneledger.views.statement import claim

#: How many targets and tasks, and how many fellow bearers, a duty names; the plan's page has them all.
AIMS_SHOWN = 3
FELLOWS_SHOWN = 4


@dataclass(frozen=True)
class Charge:
    """A duty of an organisation.

    Args:
        measure: the title of its measure.
        number: the measure's printed number.
        form: one of ``duty_index.FORMS``.
        due: the first deadline there, EDTF.
        aims: the first targets and tasks; ``more_aims`` says how many others there are.
        fellows: other organisations named in the measure, the leads first; ``more_fellows`` counts the others.
    """

    duty: DutyView
    measure: Text
    number: str
    form: str
    due: str
    aims: tuple[Aim, ...]
    more_aims: int
    fellows: tuple[Named, ...]
    more_fellows: int


@dataclass(frozen=True)
class Deadline:
    """Duties of one form with the same first deadline; ``when`` is empty where there is none."""

    when: Text
    charges: tuple[Charge, ...]


@dataclass(frozen=True)
class Part:
    """Duties of one form, by deadline.

    Args:
        label: what the form is called.
        shown: how many are on this page.
    """

    form: str
    label: Text
    deadlines: tuple[Deadline, ...]

    @property
    def shown(self) -> int:
        """The duties in it."""
        return sum(len(deadline.charges) for deadline in self.deadlines)


def charge(catalogue: Catalogue, index: DutyIndex, stub: Stub) -> Charge:
    """Puts a duty into words."""
    view = duty(catalogue, stub.row)
    measure = catalogue.row("measures", view.measure_id)
    aims = index.aims.get(view.measure_id, [])
    if view.measure_id not in index.told:
        index.told[view.measure_id] = tuple(_aim(catalogue, row) for row in aims[:AIMS_SHOWN])
    own = stub.row.text("organization_id")
    others = [body for body in _bearers(catalogue, index, view.measure_id) if body.id != own]
    fellows = tuple(others[:FELLOWS_SHOWN])
    return Charge(
        duty=view,
        measure=bilingual(measure, "title") if measure else NOTHING,
        number=measure.text("number_printed") if measure else "",
        form=stub.form,
        due=stub.due,
        aims=index.told[view.measure_id],
        more_aims=max(0, len(aims) - AIMS_SHOWN),
        fellows=fellows,
        more_fellows=len(others) - len(fellows),
    )


def _bearers(catalogue: Catalogue, index: DutyIndex, measure: str) -> tuple[Named, ...]:
    """Who has duties under a measure, by form; told once, for every one of them needs to know."""
    if measure not in index.bearers:
        ordered = sorted(index.measures[measure], key=lambda one: FORMS.index(one.form))
        bodies = dict.fromkeys(one.row.text("organization_id") for one in ordered)
        index.bearers[measure] = tuple(Named(key, name(catalogue, "organizations", key)) for key in bodies)
    return index.bearers[measure]


def parts(charges: Iterable[Charge]) -> tuple[Part, ...]:
    """Charges, in order already, by form and within it by deadline."""
    grouped: dict[str, dict[str, list[Charge]]] = {}
    for one in charges:
        grouped.setdefault(one.form, {}).setdefault(one.due, []).append(one)
    return tuple(
        Part(
            form,
            FORM_NAMES[form],
            tuple(Deadline(date_words(due) if due else NOTHING, tuple(found)) for due, found in deadlines.items()),
        )
        for form, deadlines in grouped.items()
    )


def _aim(catalogue: Catalogue, row: Row) -> Aim:
    is_target = "indicator_id" in row.values
    words = claim(catalogue, row) if is_target else bilingual(row, "task")
    when = date_words(row.text("due")) if row["due"] else NOTHING
    if not row["due"] and is_target and row["recurrence"] != "once":
        when = enum(catalogue, "targets", "recurrence", row)
    elif not row["due"] and not is_target:
        when = recurrence_words(row.text("rrule"))
    return Aim(row.text("id"), words, when)
