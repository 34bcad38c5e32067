"""The columns of the explorer of targets."""

from __future__ import annotations

from zoneledger.assessment import REASONS, VERDICTS, assessments
from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import year_of
from zoneledger.explorer.columns import GIVEN, NONE_KEY, Column
from zoneledger.explorer.places import agency_types, answering, cities, city_of_plan, plan_titles
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words
from zoneledger.views.name import bilingual, column_title, enum
from zoneledger.views.quantity import quantity
from zoneledger.views.statement import claim

facet = Column.facet_of


def columns(catalogue: Catalogue) -> list[Column]:
    """One row a target, in the order of plans and of their files."""
    rows = catalogue.rows("targets")
    parts = (_identity, _figure, _commitment, _answering, _judged)
    return [column for part in parts for column in part(catalogue, rows)]


def _identity(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    plans, city = [row.text("plan_id") for row in rows], city_of_plan(catalogue)
    claims = [claim(catalogue, row) for row in rows]
    scopes = [Text(row.text("scope_printed"), row.text("scope_en")) for row in rows]
    zones: dict[object, list[str]] = {}
    for link in catalogue.rows("target_zones"):
        zones.setdefault(link["target_id"], []).append(link.text("zone_id"))
    named = [zones.get(row["id"], ()) for row in rows]
    return [
        Column("id", "key", Text("编号", "Row"), [row.text("id") for row in rows], shown=True),
        Column("statement", "text", Text("目标", "Target"), claims, shown=True),
        facet(Text("计划", "Plan"), "plan", plans, plan_titles(catalogue), link="plans/"),
        facet(Text("城市", "City"), "city", [city[plan] for plan in plans], cities(catalogue), shown=True),
        Column("scope", "text", Text("对象", "Scope"), scopes),
        facet(
            Text("点名的开发区", "Zone named"), "zone", named, _names(catalogue, "zones"), kind="choices", link="zones/"
        ),
    ]


def _figure(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    names = _names(catalogue, "indicators")
    industries = [row.text("industry_id") or NONE_KEY for row in rows]
    found = [catalogue.row("indicators", row["indicator_id"]) for row in rows]
    field = catalogue.schemas["indicators"].by_name["dimension"]
    dimensions = [row.text("dimension") if row else NONE_KEY for row in found]
    indicators = [row.text("id") if row else NONE_KEY for row in found]
    definitions = [bilingual(row, "definition") if row else NOTHING for row in found]
    amounts = [quantity(catalogue, "targets", row) for row in rows]
    return [
        facet(Text("领域", "Dimension"), "dimension", dimensions, field.labelled, order=GIVEN),
        facet(Text("指标", "Indicator"), "indicator", indicators, names, link="indicators/"),
        facet(Text("产业", "Industry"), "industry", industries, _names(catalogue, "industries"), link="industries/"),
        Column("definition", "text", Text("指标定义", "Definition"), definitions),
        Column("amount", "text", Text("目标值", "Figure"), amounts),
        Column("value", "number", Text("数值", "Value"), [row.number("value") for row in rows]),
        Column("value_max", "number", Text("数值上限", "Upper value"), [row.number("value_max") for row in rows]),
        Column("unit", "text", Text("单位", "Unit"), [_unit(catalogue, row) for row in rows]),
    ]


def _names(catalogue: Catalogue, table: str) -> dict[str, Text]:
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows(table)}


def _unit(catalogue: Catalogue, row: Row) -> Text:
    unit = catalogue.row("units", row["unit_id"])
    return bilingual(unit, "symbol") if unit else Text(row.text("unit_id"), row.text("unit_id"))


def _commitment(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    schema = catalogue.schemas["targets"]
    strength, recurrence = schema.by_name["strength"], schema.by_name["recurrence"]
    dues = [date_words(row.text("due")) if row["due"] else NOTHING for row in rows]
    years = [year_of(row.text("due")) or NONE_KEY for row in rows]
    named = {year: Text(f"{year}年", year) for year in sorted({*years} - {NONE_KEY})}
    named[NONE_KEY] = Text("没有年份", "no year")
    basis = [enum(catalogue, "targets", "due_basis", row) for row in rows]
    strengths, repeats = ([row.text(name) for row in rows] for name in ("strength", "recurrence"))
    return [
        facet(Text("力度", "Strength"), "strength", strengths, strength.labelled, order=GIVEN, shown=True),
        Column("due", "text", Text("期限", "Deadline"), dues, shown=True),
        facet(Text("期限年份", "Deadline year"), "due_year", years, named, order=GIVEN),
        Column("due_basis", "text", column_title(schema, "due_basis"), basis),
        facet(column_title(schema, "recurrence"), "recurrence", repeats, recurrence.labelled, order=GIVEN),
    ]


def _answering(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    types = {**agency_types(catalogue), NONE_KEY: Text("没有写明", "nobody named")}
    anyone, leads = (
        [by_measure.get(row.text("measure_id"), ()) for row in rows]
        for by_measure in (answering(catalogue), answering(catalogue, "lead"))
    )
    measures = [catalogue.row("measures", row["measure_id"]) for row in rows]
    titles = [bilingual(row, "title") if row else NOTHING for row in measures]
    options = {"kind": "choices", "link": "agencies/"}
    return [
        facet(Text("责任部门类型", "Agency type"), "agency_type", anyone, types, shown=True, **options),
        facet(Text("牵头部门类型", "Led by"), "lead_type", leads, types, **options),
        Column("measure", "text", Text("所在举措", "Measure"), titles),
    ]


def _judged(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    found = assessments(catalogue)
    verdicts = [found[row.text("id")].verdict for row in rows]
    reasons = [found[row.text("id")].reason or NONE_KEY for row in rows]
    return [
        facet(Text("后来怎样", "What came of it"), "assessment", verdicts, VERDICTS, order=GIVEN, shown=True),
        Column("reason", "choice", Text("不能判断的原因", "Why not judged"), reasons, REASONS, order=GIVEN),
    ]
