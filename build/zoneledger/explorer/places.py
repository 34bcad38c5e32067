"""What both explorers file their rows under: plans, cities, agency types, and who answers for a measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.name import bilingual, name
from zoneledger.views.plan import short_titles


def plan_titles(catalogue: Catalogue) -> dict[str, Text]:
    """Each plan's short title by id, in id order."""
    return dict(short_titles(catalogue))


def cells_of(cell: Callable[[Row], Any]) -> Callable[[Sequence[Row]], list[Any]]:
    """A cell a row, by what one row says."""
    return lambda rows: [cell(row) for row in rows]


def named_in(catalogue: Catalogue, table: str) -> Callable[[str], Text]:
    """The name of a row of a reference list by its id; an unknown id stands for itself."""
    return lambda key: name(catalogue, table, key)


def ids_of(catalogue: Catalogue, table: str) -> Callable[[], list[str]]:
    """The ids of a reference list, in file order."""
    return lambda: [row.text("id") for row in catalogue.rows(table)]


def plan_title(catalogue: Catalogue) -> Callable[[str], Text]:
    """A plan's short title by its id."""

    def title(plan_id: str) -> Text:
        row = catalogue.row("plans", plan_id)
        return bilingual(row, "short_title") if row else Text(plan_id, plan_id)

    return title


def year_words(year: str) -> Text:
    """A year as readers see it."""
    return Text(f"{year}年", year)


def city_of_plan(catalogue: Catalogue) -> dict[str, str]:
    """Each plan's jurisdiction by plan id."""
    return {plan_id: str(content["jurisdiction"]) for plan_id, content in catalogue.plan_files.items()}


def city(catalogue: Catalogue) -> Callable[[Row], str]:
    """The jurisdiction of the plan that a row belongs to."""
    return lambda row: str(catalogue.plan_files[row.text("plan_id")]["jurisdiction"])


def answering(catalogue: Catalogue, role: str = "", plan_id: str | None = None) -> dict[str, tuple[str, ...]]:
    """The agency types that answer for each measure, by measure id.

    A measure without duties of its own takes those of the nearest unit above that has some, as the document means it: a
    bracket at the end of a section speaks for all of it.

    Args:
        catalogue: checked datasets.
        role: only duties in this role; any where empty.
        plan_id: only the measures of this plan; all where it is not given.
    """
    own: dict[str, list[str]] = {}
    for row in catalogue.rows("responsibilities", plan_id):
        organisation = catalogue.row("organizations", row["organization_id"])
        if organisation is not None and organisation["agency_type_id"] and role in ("", row["role"]):
            own.setdefault(row.text("measure_id"), []).append(organisation.text("agency_type_id"))
    parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures", plan_id)}
    return {measure: nearest(measure, own, parents) for measure in parents}


def bodies(catalogue: Catalogue, role: str = "", plan_id: str | None = None) -> dict[str, tuple[str, ...]]:
    """The ids of the organisations that answer for each measure, by measure id; found as ``answering`` finds types.

    Args:
        catalogue: checked datasets.
        role: only duties in this role; any where empty.
        plan_id: only the measures of this plan; all where it is not given.
    """
    own: dict[str, list[str]] = {}
    for row in catalogue.rows("responsibilities", plan_id):
        if row["organization_id"] is not None and role in ("", row["role"]):
            own.setdefault(row.text("measure_id"), []).append(row.text("organization_id"))
    parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures", plan_id)}
    return {measure: nearest(measure, own, parents) for measure in parents}


def nearest(measure: str, own: dict[str, list[str]], parents: dict[str, str]) -> tuple[str, ...]:
    """What a measure has of its own, or else the nearest unit above that has some; each value once.

    Args:
        measure: its id.
        own: values by measure id.
        parents: the unit above each measure; empty at the top.
    """
    seen: set[str] = set()
    while measure and measure not in seen:
        if measure in own:
            return tuple(dict.fromkeys(own[measure]))
        seen.add(measure)
        measure = parents.get(measure, "")
    return ()
