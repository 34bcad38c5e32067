"""One plan as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zoneledger.assessment import Assessment, assessments
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.brief import Brief, brief
from zoneledger.views.counts import Counts, plan_counts
from zoneledger.views.date import date_words, interval_words
from zoneledger.views.deadline import DeadlineGroup, deadlines
from zoneledger.views.explanation import explain
from zoneledger.views.headline import Headlines, headlines
from zoneledger.views.name import bilingual, column_title, enum, name
from zoneledger.views.oddities import COMPLETENESS, KindOfSpot, by_kind, oddities, plan_notes
from zoneledger.views.open_points import OpenPoints, open_points
from zoneledger.views.outcome import Evidence, evidence
from zoneledger.views.outline import MeasureView, outline
from zoneledger.views.promise import Promise, promise
from zoneledger.views.proof import ExclusionView, exclusions
from zoneledger.views.provenance import Note, Provenance, provenance
from zoneledger.views.provision import Provision, industries, instruments, mechanisms, projects, references
from zoneledger.views.rejection import RejectionView, rejections
from zoneledger.views.steering import Steering, steering
from zoneledger.views.target import TargetView, target


@dataclass(frozen=True)
class Fact:
    """One fact of the document.

    Args:
        column: the column of ``plans`` it comes from.
        label: that column's title.
        value: the fact in words; nothing where it is not known.
        basis: how it is known, where that is said.
        url: where it links to.
        page: the page of the site it links to, below its language's root.
        code: whether it is a checksum or a file's name.
    """

    column: str
    label: Text
    value: Text
    basis: Text = NOTHING
    url: str = ""
    code: bool = False
    page: str = ""


@dataclass(frozen=True)
class DimensionGroup:
    """The targets of one dimension of indicators."""

    dimension: str
    label: Text
    targets: tuple[TargetView, ...]


@dataclass(frozen=True)
class RelationView:
    """How one target stands to another."""

    relation: Text
    source: TargetView
    goal: TargetView
    provenance: Provenance


@dataclass(frozen=True)
class PlanSummary:
    """What hubs show of a plan."""

    id: str
    title: Text
    short_title: Text
    doc_number: str
    issuers: Text
    jurisdiction: Text
    period: Text
    issued: Text
    status: Text
    completeness: Text
    incomplete: bool
    counts: Counts


@dataclass(frozen=True)
class PlanView:
    """A plan with all its rows.

    Args:
        overriding: notes of the document that override its own figures.
        brief: when and by whom, in short.
        headlines: what its chapters of objectives promise.
        steering: its mechanisms by what they are for.
        notes: notes on the text as a whole.
        oddities: odd spots of the text and its rows, by kind.
        open: what the plan leaves open.
        measure_titles: number and title of each measure by id, for the places that refer to one.
        promise: how the targets fared, counted.
        fates: what became of each target, by its id.
        explanations: the same in words.
        evidence: the targets on which something was reported.
    """

    summary: PlanSummary
    about: Text
    file: str
    script: str
    facts: tuple[Fact, ...]
    brief: Brief
    headlines: Headlines
    overriding: tuple[Text, ...]
    dimensions: tuple[DimensionGroup, ...]
    relations: tuple[RelationView, ...]
    outline: tuple[MeasureView, ...]
    measure_titles: dict[str, Text]
    deadlines: tuple[DeadlineGroup, ...]
    steering: Steering
    instruments: tuple[Provision, ...]
    projects: tuple[Provision, ...]
    industries: tuple[Provision, ...]
    references: tuple[Provision, ...]
    promise: Promise
    fates: dict[str, Assessment]
    explanations: dict[str, Text]
    evidence: tuple[Evidence, ...]
    rejections: tuple[RejectionView, ...]
    notes: tuple[Note, ...]
    oddities: tuple[KindOfSpot, ...]
    open: OpenPoints
    exclusions: tuple[ExclusionView, ...]


def summaries(catalogue: Catalogue) -> tuple[PlanSummary, ...]:
    """Every plan in id order, for hubs."""
    return tuple(summary(catalogue, row) for row in catalogue.rows("plans"))


def short_titles(catalogue: Catalogue, only: Iterable[str] | None = None) -> dict[str, Text]:
    """Plans' short titles by id.

    Args:
        catalogue: checked datasets.
        only: the ids of those asked for; all by default, in id order.
    """
    if only is None:
        return {row.text("id"): bilingual(row, "short_title") for row in catalogue.rows("plans")}
    found = ((plan_id, catalogue.row("plans", plan_id)) for plan_id in only)
    return {plan_id: bilingual(row, "short_title") for plan_id, row in found if row}


def summary(catalogue: Catalogue, row: Row) -> PlanSummary:
    """What hubs show of one row of ``plans``."""
    return PlanSummary(
        id=row.text("id"),
        title=bilingual(row, "title"),
        short_title=bilingual(row, "short_title"),
        doc_number=row.text("doc_number"),
        issuers=bilingual(row, "issuers"),
        jurisdiction=name(catalogue, "jurisdictions", row["jurisdiction_code"]),
        period=interval_words(row.text("period")) if row["period"] else NOTHING,
        issued=date_words(row.text("issued_on")) if row["issued_on"] else NOTHING,
        status=enum(catalogue, "plans", "status", row),
        completeness=_completeness(row),
        incomplete=row["completeness"] != "complete",
        counts=plan_counts(catalogue, row.text("id")),
    )


def plan(catalogue: Catalogue, plan_id: str) -> PlanView:
    """The view of one plan.

    Raises:
        KeyError: there is no such plan.
    """
    content: dict[str, Any] = catalogue.plan_files[plan_id]
    row = next(row for row in catalogue.rows("plans") if row["id"] == plan_id)
    targets = [target(catalogue, aim) for aim in catalogue.rows("targets", plan_id)]
    measures = catalogue.rows("measures", plan_id)
    fates, dues = assessments(catalogue, plan_id), deadlines(catalogue, plan_id, targets)
    tools, open_view = instruments(catalogue, plan_id), open_points(catalogue, plan_id)
    return PlanView(
        summary=summary(catalogue, row),
        about=Text(content["summary"]["zh"], content["summary"]["en"]),
        file=row.file,
        script=row.text("script"),
        facts=tuple(_facts(catalogue, row)),
        brief=brief(catalogue, plan_id, [group.due for group in dues], open_view),
        headlines=headlines(catalogue, plan_id, targets, fates),
        overriding=tuple(Text(note["zh"], note["en"]) for note in content.get("overriding_notes", ())),
        dimensions=_dimensions(catalogue, targets),
        relations=_relations(catalogue, plan_id, {aim.id: aim for aim in targets}),
        outline=outline(catalogue, plan_id),
        measure_titles={measure.text("id"): _titled(measure) for measure in measures},
        deadlines=dues,
        steering=steering(catalogue, plan_id, mechanisms(catalogue, plan_id), tools, dues),
        instruments=tools,
        projects=projects(catalogue, plan_id),
        industries=industries(catalogue, plan_id),
        references=references(catalogue, plan_id),
        promise=promise(catalogue, plan_id),
        fates=fates,
        explanations={target_id: explain(catalogue, one) for target_id, one in fates.items()},
        evidence=evidence(catalogue, plan_id, fates.values()),
        rejections=rejections(catalogue, plan_id),
        notes=plan_notes(catalogue, plan_id),
        oddities=by_kind(oddities(catalogue, plan_id)),
        open=open_view,
        exclusions=exclusions(catalogue, plan_id),
    )


def _facts(catalogue: Catalogue, row: Row) -> list[Fact]:
    schema = catalogue.schemas["plans"]

    def fact(column: str, value: Text, basis: Text = NOTHING, url: str = "", code: bool = False) -> Fact:
        return Fact(column, column_title(schema, column), value, basis, url, code)

    def paged(column: str, table: str, folder: str) -> Fact:
        page = f"{folder}/{row.text(column)}/"
        return Fact(column, column_title(schema, column), name(catalogue, table, row[column]), page=page)

    def verbatim(column: str) -> Text:
        return Text(row.text(column), row.text(column))

    def date(column: str) -> Text:
        return date_words(row.text(column)) if row[column] else NOTHING

    return [
        fact("doc_number", verbatim("doc_number")),
        fact("issuers_zh", bilingual(row, "issuers"), enum(catalogue, "plans", "issuers_basis", row)),
        fact("issued_on", date("issued_on")),
        fact("published_on", date("published_on")),
        paged("jurisdiction_code", "jurisdictions", "cities"),
        *([paged("zone_id", "zones", "zones")] if row["zone_id"] else []),
        fact("period", interval_words(row.text("period")) if row["period"] else NOTHING),
        fact("status", enum(catalogue, "plans", "status", row)),
        fact("completeness", _completeness(row)),
        fact("script", enum(catalogue, "plans", "script", row)),
        fact("official_url", verbatim("official_url"), url=row.text("official_url")),
        fact("source_file", verbatim("source_file"), code=True),
        fact("source_sha256", verbatim("source_sha256"), code=True),
    ]


def _completeness(row: Row) -> Text:
    labels = [COMPLETENESS.get(value, Text(value, value)) for value in row.text("completeness").split("|")]
    return Text("、".join(label.zh for label in labels), ", ".join(label.en for label in labels))


def _dimensions(catalogue: Catalogue, targets: list[TargetView]) -> tuple[DimensionGroup, ...]:
    field = catalogue.schemas["indicators"].by_name["dimension"]
    known = dict.fromkeys([*field.enum, *(aim.dimension for aim in targets)])
    groups = (
        DimensionGroup(key, field.label(key), tuple(aim for aim in targets if aim.dimension == key)) for key in known
    )
    return tuple(group for group in groups if group.targets)


def _relations(catalogue: Catalogue, plan_id: str, targets: dict[str, TargetView]) -> tuple[RelationView, ...]:
    rows = catalogue.rows("target_relations", plan_id)
    return tuple(
        RelationView(
            enum(catalogue, "target_relations", "relation", row),
            targets[row.text("from_target_id")],
            targets[row.text("to_target_id")],
            provenance(row, catalogue.schemas["target_relations"], bare=True),
        )
        for row in rows
        if row["from_target_id"] in targets and row["to_target_id"] in targets
    )


def _titled(measure: Row) -> Text:
    number, title = measure.text("number_printed"), bilingual(measure, "title")
    return Text(f"{number} {title.zh}".strip(), f"{number} {title.en}".strip())
