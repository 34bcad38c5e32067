"""The rest of what a plan says: mechanisms, instruments, projects, industries and the documents it cites."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words
from zoneledger.views.name import Named, bilingual, column_title, enum, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.quantity import quantity


@dataclass(frozen=True)
class Provision:
    """A row of one of these tables, in a shape they share.

    Args:
        kind: what sort it is, in words (kind of a mechanism, rank of an industry, relation to a cited document).
        name: what it is called.
        text: what it says, in own words; empty where the table has no such column.
        details: further cells, each with its column's title.
        actors: who carries it out.
    """

    id: str
    plan_id: str
    measure_id: str
    kind: Text
    name: Text
    text: Text
    details: tuple[tuple[Text, Text], ...]
    actors: tuple[Named, ...]
    provenance: Provenance


def mechanisms(catalogue: Catalogue, plan_id: str) -> tuple[Provision, ...]:
    """How the plan is steered and judged."""
    actors: dict[str, list[Named]] = {}
    for link in catalogue.rows("mechanism_actors", plan_id):
        actors.setdefault(link.text("mechanism_id"), []).append(
            Named(link.text("organization_id"), name(catalogue, "organizations", link["organization_id"]))
        )
    return tuple(
        _provision(
            catalogue,
            "mechanisms",
            row,
            kind="kind",
            text=bilingual(row, "summary"),
            details={"frequency": _frequency(catalogue, row)},
            actors=tuple(actors.get(row.text("id"), ())),
        )
        for row in catalogue.rows("mechanisms", plan_id)
    )


def instruments(catalogue: Catalogue, plan_id: str) -> tuple[Provision, ...]:
    """Money and rules with a figure."""
    return tuple(
        _provision(
            catalogue,
            "instruments",
            row,
            kind="kind",
            text=bilingual(row, "condition"),
            details={"value": quantity(catalogue, "instruments", row)},
        )
        for row in catalogue.rows("instruments", plan_id)
    )


def projects(catalogue: Catalogue, plan_id: str) -> tuple[Provision, ...]:
    """Named projects and the state asked of them."""
    return tuple(project(catalogue, row) for row in catalogue.rows("projects", plan_id))


def project(catalogue: Catalogue, row: Row) -> Provision:
    """One row of ``projects``."""
    return _provision(
        catalogue,
        "projects",
        row,
        text=bilingual(row, "state"),
        details={
            "enterprise": Text(row.text("enterprise"), row.text("enterprise")),
            "due": date_words(row.text("due")) if row["due"] else NOTHING,
            "zone_id": name(catalogue, "zones", row["zone_id"]),
            "industry_id": name(catalogue, "industries", row["industry_id"]),
        },
    )


def industries(catalogue: Catalogue, plan_id: str) -> tuple[Provision, ...]:
    """Industries the plan puts first."""
    return tuple(industry(catalogue, row) for row in catalogue.rows("plan_industries", plan_id))


def industry(catalogue: Catalogue, row: Row) -> Provision:
    """One row of ``plan_industries``."""
    return _provision(
        catalogue,
        "plan_industries",
        row,
        kind="rank",
        called=name(catalogue, "industries", row["industry_id"]),
        details={"zone_id": name(catalogue, "zones", row["zone_id"])},
    )


def references(catalogue: Catalogue, plan_id: str) -> tuple[Provision, ...]:
    """Documents the plan cites."""
    return tuple(
        _provision(
            catalogue,
            "references",
            row,
            kind="relation",
            called=bilingual(row, "title"),
            details={
                "doc_number": Text(row.text("doc_number"), row.text("doc_number")),
                "issuer_zh": bilingual(row, "issuer"),
            },
        )
        for row in catalogue.rows("references", plan_id)
    )


def _frequency(catalogue: Catalogue, row: Row) -> Text:
    """How often; nothing where the plan does not say."""
    return NOTHING if row["frequency"] == "unspecified" else enum(catalogue, "mechanisms", "frequency", row)


def _provision(  # noqa: PLR0913 - one argument a part of the view, named at every call
    catalogue: Catalogue,
    table: str,
    row: Row,
    *,
    details: dict[str, Text],
    kind: str = "",
    called: Text | None = None,
    text: Text = NOTHING,
    actors: tuple[Named, ...] = (),
) -> Provision:
    schema = catalogue.schemas[table]
    return Provision(
        id=row.text("id"),
        plan_id=row.text("plan_id"),
        measure_id=row.text("measure_id"),
        kind=enum(catalogue, table, kind, row) if kind else NOTHING,
        name=called or bilingual(row, "name"),
        text=text,
        details=tuple((column_title(schema, column), words) for column, words in details.items() if words.zh),
        actors=actors,
        provenance=provenance(row, schema),
    )
