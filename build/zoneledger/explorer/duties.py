"""The columns of the explorer of duties."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import interval_end
from zoneledger.explorer.columns import GIVEN, NONE_KEY, Column
from zoneledger.explorer.places import agency_types, cities, city_of_plan, plan_titles
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import bilingual, column_title

facet = Column.facet_of


def columns(catalogue: Catalogue) -> list[Column]:
    """One row a duty: one organisation in one role under one measure."""
    rows = catalogue.rows("responsibilities")
    return [column for part in (_where, _who, _how) for column in part(catalogue, rows)]


def _where(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    plans, city = [row.text("plan_id") for row in rows], city_of_plan(catalogue)
    measures = [catalogue.row("measures", row["measure_id"]) for row in rows]
    titles = [bilingual(row, "title") if row else NOTHING for row in measures]
    printed = [Text(row.text("printed"), row.text("printed")) for row in rows]
    years = [_last_year(catalogue, plan) for plan in plans]
    named = {year: Text(f"{year}年", year) for year in sorted({*years} - {NONE_KEY})}
    return [
        Column("id", "key", Text("编号", "Row"), [row.text("id") for row in rows], shown=True),
        Column("printed", "text", Text("原文写法", "As printed"), printed, shown=True),
        Column("measure", "text", Text("举措", "Measure"), titles, shown=True),
        facet(Text("计划", "Plan"), "plan", plans, plan_titles(catalogue), link="plans/"),
        facet(Text("城市", "City"), "city", [city[plan] for plan in plans], cities(catalogue), shown=True),
        facet(Text("计划期末", "Plan ends"), "end_year", years, named, order=GIVEN),
    ]


def _last_year(catalogue: Catalogue, plan_id: str) -> str:
    year = interval_end(str(catalogue.plan_files[plan_id].get("period") or ""))[:4]
    return year if year.isdigit() else NONE_KEY


def _who(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    names = {row.text("id"): bilingual(row, "name") for row in catalogue.rows("organizations")}
    types = {**agency_types(catalogue), NONE_KEY: Text("没有归类", "not classified")}
    found = [catalogue.row("organizations", row["organization_id"]) for row in rows]
    filed = [(row.text("agency_type_id") if row else "") or NONE_KEY for row in found]
    bodies = [row.text("id") if row else NONE_KEY for row in found]
    return [
        facet(Text("部门类型", "Agency type"), "agency_type", filed, types, shown=True, link="agencies/"),
        facet(Text("机构", "Organisation"), "organization", bodies, names, link="organizations/"),
    ]


def _how(catalogue: Catalogue, rows: list[Row]) -> list[Column]:
    schema = catalogue.schemas["responsibilities"]
    role, basis, manner = (schema.by_name[name] for name in ("role", "basis", "manner"))
    roles, bases, manners = ([row.text(name) or NONE_KEY for row in rows] for name in ("role", "basis", "manner"))
    return [
        facet(Text("角色", "Role"), "role", roles, role.labelled, order=GIVEN, shown=True),
        facet(column_title(schema, "basis"), "basis", bases, basis.labelled, order=GIVEN),
        Column("manner", "choice", column_title(schema, "manner"), manners, manner.labelled, order=GIVEN),
        Column("act", "text", Text("职责", "Duty"), [bilingual(row, "act") for row in rows]),
    ]
