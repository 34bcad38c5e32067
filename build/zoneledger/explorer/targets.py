"""The columns of the explorer of targets: one row a target, in the order of plans and of their files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from zoneledger.assessment import REASONS, VERDICTS, assessments
from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import year_of
from zoneledger.explorer.columns import GIVEN, NONE_KEY, Column
from zoneledger.explorer.places import answering, cells_of, city, ids_of, named_in, plan_title, year_words
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words
from zoneledger.views.name import bilingual, column_title, enum
from zoneledger.views.quantity import quantity
from zoneledger.views.statement import claim

facet = Column.facet_of


def columns(catalogue: Catalogue, plan_id: str | None = None) -> list[Column]:
    """The columns, and how the rows of one plan fill them."""
    parts = (_identity, _figure, _commitment, _answering, _judged)
    return [column for part in parts for column in part(catalogue, plan_id)]


def _identity(catalogue: Catalogue, plan_id: str | None) -> list[Column]:
    scopes = cells_of(lambda row: Text(row.text("scope_printed"), row.text("scope_en")))
    zone_names, plan_names = named_in(catalogue, "zones"), plan_title(catalogue)
    cities, zones = named_in(catalogue, "jurisdictions"), _zones(catalogue, plan_id)
    return [
        Column("id", "key", Text("编号", "Row"), cells_of(lambda row: row.text("id")), shown=True),
        Column("statement", "text", Text("目标", "Target"), cells_of(lambda row: claim(catalogue, row)), shown=True),
        facet(Text("计划", "Plan"), "plan", cells_of(_plan), plan_names, link="plans/", many=True),
        facet(Text("城市", "City"), "city", cells_of(city(catalogue)), cities, shown=True, many=True),
        Column("scope", "text", Text("对象", "Scope"), scopes),
        facet(Text("点名的开发区", "Zone named"), "zone", zones, zone_names, kind="choices", link="zones/", many=True),
    ]


def _plan(row: Row) -> str:
    return row.text("plan_id")


def _zones(catalogue: Catalogue, plan_id: str | None) -> Callable[[Sequence[Row]], list[Any]]:
    def cells(rows: Sequence[Row]) -> list[Any]:
        found: dict[object, list[str]] = {}
        for link in catalogue.rows("target_zones", plan_id):
            found.setdefault(link["target_id"], []).append(link.text("zone_id"))
        return [found.get(row["id"], ()) for row in rows]

    return cells


def _figure(catalogue: Catalogue, plan_id: str | None) -> list[Column]:
    field, known = catalogue.schemas["indicators"].by_name["dimension"], ids_of(catalogue, "indicators")
    names, industries = named_in(catalogue, "indicators"), named_in(catalogue, "industries")
    listed = ids_of(catalogue, "industries")

    def definition(key: str) -> Text:
        found = catalogue.row("indicators", key)
        return bilingual(found, "definition") if found else NOTHING

    def indicator(row: Row) -> str:
        return row.text("indicator_id") if catalogue.row("indicators", row["indicator_id"]) else NONE_KEY

    def dimension(row: Row) -> str:
        found = catalogue.row("indicators", row["indicator_id"])
        return found.text("dimension") if found else NONE_KEY

    industry = cells_of(lambda row: row.text("industry_id") or NONE_KEY)
    amount = cells_of(lambda row: quantity(catalogue, "targets", row))
    value, upper = (cells_of(_number(name)) for name in ("value", "value_max"))
    return [
        facet(Text("领域", "Dimension"), "dimension", cells_of(dimension), field.labelled, order=GIVEN),
        facet(Text("指标", "Indicator"), "indicator", cells_of(indicator), names, listed=known, link="indicators/"),
        facet(Text("产业", "Industry"), "industry", industry, industries, listed=listed, link="industries/"),
        Column("definition", "text", Text("指标定义", "Definition"), names=definition, listed=known, by="indicator"),
        Column("amount", "text", Text("目标值", "Figure"), amount),
        Column("value", "number", Text("数值", "Value"), value),
        Column("value_max", "number", Text("数值上限", "Upper value"), upper),
        Column("unit", "text", Text("单位", "Unit"), cells_of(lambda row: _unit(catalogue, row))),
    ]


def _number(name: str) -> Callable[[Row], Any]:
    return lambda row: row.number(name)


def _unit(catalogue: Catalogue, row: Row) -> Text:
    unit = catalogue.row("units", row["unit_id"])
    return bilingual(unit, "symbol") if unit else Text(row.text("unit_id"), row.text("unit_id"))


def _commitment(catalogue: Catalogue, plan_id: str | None) -> list[Column]:
    schema = catalogue.schemas["targets"]
    strength, recurrence = schema.by_name["strength"], schema.by_name["recurrence"]
    due = cells_of(lambda row: date_words(row.text("due")) if row["due"] else NOTHING)
    year = cells_of(lambda row: year_of(row.text("due")) or NONE_KEY)
    basis = cells_of(lambda row: enum(catalogue, "targets", "due_basis", row))
    strengths, repeats = (cells_of(_text(name)) for name in ("strength", "recurrence"))
    yearless = Text("没有年份", "no year")
    return [
        facet(Text("力度", "Strength"), "strength", strengths, strength.labelled, order=GIVEN, shown=True),
        Column("due", "text", Text("期限", "Deadline"), due, shown=True),
        facet(Text("期限年份", "Deadline year"), "due_year", year, year_words, order=GIVEN, none=yearless),
        Column("due_basis", "text", column_title(schema, "due_basis"), basis),
        facet(column_title(schema, "recurrence"), "recurrence", repeats, recurrence.labelled, order=GIVEN),
    ]


def _text(name: str) -> Callable[[Row], str]:
    return lambda row: row.text(name)


def _answering(catalogue: Catalogue, plan_id: str | None) -> list[Column]:
    types, nobody = named_in(catalogue, "agency_types"), Text("没有写明", "nobody named")

    def filed(role: str) -> Callable[[Sequence[Row]], list[Any]]:
        def cells(rows: Sequence[Row]) -> list[Any]:
            by_measure = answering(catalogue, role, plan_id)
            return [by_measure.get(row.text("measure_id"), ()) for row in rows]

        return cells

    def measure(row: Row) -> Text:
        found = catalogue.row("measures", row["measure_id"])
        return bilingual(found, "title") if found else NOTHING

    options: dict[str, Any] = {"kind": "choices", "link": "agencies/", "none": nobody}
    options["listed"] = ids_of(catalogue, "agency_types")
    return [
        facet(Text("责任部门类型", "Agency type"), "agency_type", filed(""), types, shown=True, **options),
        facet(Text("牵头部门类型", "Led by"), "lead_type", filed("lead"), types, **options),
        Column("measure", "text", Text("所在举措", "Measure"), cells_of(measure)),
    ]


def _judged(catalogue: Catalogue, plan_id: str | None) -> list[Column]:
    found = cache(lambda: assessments(catalogue, plan_id))
    verdicts = cells_of(lambda row: found()[row.text("id")].verdict)
    reasons = cells_of(lambda row: found()[row.text("id")].reason or NONE_KEY)
    return [
        facet(Text("后来怎样", "What came of it"), "assessment", verdicts, VERDICTS, order=GIVEN, shown=True),
        Column("reason", "choice", Text("不能判断的原因", "Why not judged"), reasons, REASONS, order=GIVEN),
    ]
