"""A target with everything its row says, in words."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.links import zone_links
from zoneledger.catalogue.once import once_a_row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words
from zoneledger.views.name import Named, bilingual, enum, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.quantity import figure, measured
from zoneledger.views.statement import claim, mode, paired, scope, statement

SYMBOLS = {"ge": "≥", "gt": ">", "eq": "", "le": "≤", "lt": "<", "approx": "≈", "between": ""}


@dataclass(frozen=True)
class TargetView:
    """One target, ready to be shown.

    Args:
        claim: scope, indicator and figure in one phrase.
        statement: the claim with its deadline and strength, as a sentence.
        figure: the value alone, in the unit's own scale; a range with a dash; a rank as a place (第2名).
        symbol: the comparator as a sign; empty for a range and for a rank.
        unit: the unit's symbol; empty for a rank.
        amount: figure and unit in one, as each language says it (``5000亿元``, ``500 billion yuan``).
        due: the deadline as a date, empty where the target has none.
        start: when it begins to apply.
        Other arguments: cells of the row, their labels and the names of what they point to.
    """

    id: str
    plan_id: str
    measure_id: str
    claim: Text
    statement: Text
    figure: Text
    symbol: str
    comparator: Text
    unit: Text
    amount: Text
    value_type: Text
    scope: Text
    scope_type: Text
    scope_mode: Text
    zones: tuple[Named, ...]
    indicator_id: str
    indicator: Text
    definition: Text
    dimension: str
    qualifier: Text
    industry: Text
    strength: str
    strength_label: Text
    marker: str
    recurrence: str
    recurrence_label: Text
    due: str
    due_words: Text
    due_basis: Text
    start: Text
    baseline: Text
    benchmark: Text
    provenance: Provenance


@once_a_row
def target(catalogue: Catalogue, row: Row) -> TargetView:
    """The view of one row of ``targets``."""
    label = {
        column: enum(catalogue, "targets", column, row)
        for column in ("scope_type", "value_type", "comparator", "strength", "recurrence", "due_basis")
    }
    ranked = row["value_type"] == "rank"
    indicator = catalogue.row("indicators", row["indicator_id"])
    return TargetView(
        id=row.text("id"),
        plan_id=row.text("plan_id"),
        measure_id=row.text("measure_id"),
        claim=claim(catalogue, row),
        statement=statement(catalogue, row),
        figure=measured(catalogue, row) if ranked else figure(row),
        symbol="" if ranked else SYMBOLS.get(row.text("comparator"), ""),
        comparator=label["comparator"],
        unit=NOTHING if ranked else _unit(catalogue, row),
        amount=measured(catalogue, row),
        value_type=label["value_type"],
        scope=scope(row),
        scope_type=label["scope_type"],
        scope_mode=mode(catalogue, row),
        zones=tuple(
            Named(link.text("zone_id"), name(catalogue, "zones", link["zone_id"]))
            for link in zone_links(catalogue, row)
        ),
        indicator_id=row.text("indicator_id"),
        indicator=name(catalogue, "indicators", row["indicator_id"]),
        definition=bilingual(indicator, "definition") if indicator else NOTHING,
        dimension=indicator.text("dimension") if indicator else "",
        qualifier=paired(row, "qualifier"),
        industry=name(catalogue, "industries", row["industry_id"]),
        strength=row.text("strength"),
        strength_label=label["strength"],
        marker=row.text("marker_printed"),
        recurrence=row.text("recurrence"),
        recurrence_label=label["recurrence"],
        due=row.text("due"),
        due_words=date_words(row.text("due")) if row["due"] else NOTHING,
        due_basis=label["due_basis"],
        start=date_words(row.text("effective_from")) if row["effective_from"] else NOTHING,
        baseline=date_words(row.text("baseline")) if row["baseline"] else NOTHING,
        benchmark=paired(row, "benchmark"),
        provenance=provenance(row, catalogue.schemas["targets"]),
    )


def _unit(catalogue: Catalogue, row: Row) -> Text:
    unit = catalogue.row("units", row["unit_id"])
    return bilingual(unit, "symbol") if unit else Text(row.text("unit_id"), row.text("unit_id"))
