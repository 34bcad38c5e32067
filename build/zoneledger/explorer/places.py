"""What both explorers file their rows under: plans, cities, agency types, and who answers for a measure."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.name import bilingual
from zoneledger.views.plan import short_titles


def plan_titles(catalogue: Catalogue) -> dict[str, Text]:
    """Each plan's short title by id, in id order."""
    return dict(short_titles(catalogue))


def city_of_plan(catalogue: Catalogue) -> dict[str, str]:
    """Each plan's jurisdiction by plan id."""
    return {plan_id: str(content["jurisdiction"]) for plan_id, content in catalogue.plan_files.items()}


def cities(catalogue: Catalogue) -> dict[str, Text]:
    """The names of the jurisdictions that have a plan."""
    codes = dict.fromkeys(city_of_plan(catalogue).values())
    rows = ((code, catalogue.row("jurisdictions", code)) for code in sorted(codes))
    return {code: bilingual(row, "name") if row else Text(code, code) for code, row in rows}


def agency_types(catalogue: Catalogue) -> dict[str, Text]:
    """The names of all agency types, in file order."""
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows("agency_types")}


def answering(catalogue: Catalogue, role: str = "") -> dict[str, tuple[str, ...]]:
    """The agency types that answer for each measure, by measure id.

    A measure without duties of its own takes those of the nearest unit above that has some, as the document means it: a
    bracket at the end of a section speaks for all of it.

    Args:
        catalogue: checked datasets.
        role: only duties in this role; any where empty.
    """
    own: dict[str, list[str]] = {}
    for row in catalogue.rows("responsibilities"):
        organisation = catalogue.row("organizations", row["organization_id"])
        if organisation is not None and organisation["agency_type_id"] and role in ("", row["role"]):
            own.setdefault(row.text("measure_id"), []).append(organisation.text("agency_type_id"))
    parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures")}
    return {measure: nearest(measure, own, parents) for measure in parents}


def bodies(catalogue: Catalogue, role: str = "") -> dict[str, tuple[str, ...]]:
    """The ids of the organisations that answer for each measure, by measure id; found as ``answering`` finds types.

    Args:
        catalogue: checked datasets.
        role: only duties in this role; any where empty.
    """
    own: dict[str, list[str]] = {}
    for row in catalogue.rows("responsibilities"):
        if row["organization_id"] is not None and role in ("", row["role"]):
            own.setdefault(row.text("measure_id"), []).append(row.text("organization_id"))
    parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures")}
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
