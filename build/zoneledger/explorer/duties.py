"""The columns of the explorer of duties: one row a duty, that is one organisation in one role under one measure."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import interval_end
from zoneledger.explorer.columns import GIVEN, NONE_KEY, Column
from zoneledger.explorer.places import cells_of, city, ids_of, named_in, plan_title, year_words
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import bilingual, column_title

facet = Column.facet_of


def columns(catalogue: Catalogue, plan_id: str | None = None) -> list[Column]:
    """The columns, and how the rows of one plan fill them."""
    return [column for part in (_where, _who, _how) for column in part(catalogue)]


def _where(catalogue: Catalogue) -> list[Column]:
    def measure(row: Row) -> Text:
        found = catalogue.row("measures", row["measure_id"])
        return bilingual(found, "title") if found else NOTHING

    def last_year(row: Row) -> str:
        content = catalogue.plan_files[row.text("plan_id")]
        year = interval_end(str(content.get("period") or ""))[:4]
        return year if year.isdigit() else NONE_KEY

    printed = cells_of(lambda row: Text(row.text("printed"), row.text("printed")))
    plans, cities = cells_of(lambda row: row.text("plan_id")), named_in(catalogue, "jurisdictions")
    return [
        Column("id", "key", Text("编号", "Row"), cells_of(lambda row: row.text("id")), shown=True),
        Column("printed", "text", Text("原文写法", "As printed"), printed, shown=True),
        Column("measure", "text", Text("举措", "Measure"), cells_of(measure), shown=True),
        facet(Text("计划", "Plan"), "plan", plans, plan_title(catalogue), link="plans/", many=True),
        facet(Text("城市", "City"), "city", cells_of(city(catalogue)), cities, shown=True, many=True),
        facet(Text("计划期末", "Plan ends"), "end_year", cells_of(last_year), year_words, order=GIVEN),
    ]


def _who(catalogue: Catalogue) -> list[Column]:
    def filed(row: Row) -> str:
        body = catalogue.row("organizations", row["organization_id"])
        return (body.text("agency_type_id") if body else "") or NONE_KEY

    def body(row: Row) -> str:
        return row.text("organization_id") if catalogue.row("organizations", row["organization_id"]) else NONE_KEY

    types, unfiled = named_in(catalogue, "agency_types"), Text("没有归类", "not classified")
    listed = ids_of(catalogue, "agency_types")
    names, link = named_in(catalogue, "organizations"), "organizations/"
    return [
        facet(
            Text("部门类型", "Agency type"), "agency_type", cells_of(filed), types, listed=listed, none=unfiled,
            shown=True, link="agencies/",
        ),
        facet(Text("机构", "Organisation"), "organization", cells_of(body), names, link=link, many=True),
    ]  # fmt: skip


def _how(catalogue: Catalogue) -> list[Column]:
    schema = catalogue.schemas["responsibilities"]
    role, basis, manner = (schema.by_name[name] for name in ("role", "basis", "manner"))
    roles, bases, manners = (cells_of(_key(name)) for name in ("role", "basis", "manner"))
    return [
        facet(Text("角色", "Role"), "role", roles, role.labelled, order=GIVEN, shown=True),
        facet(column_title(schema, "basis"), "basis", bases, basis.labelled, order=GIVEN),
        Column("manner", "choice", column_title(schema, "manner"), manners, manner.labelled, order=GIVEN),
        Column("act", "text", Text("职责", "Duty"), cells_of(lambda row: bilingual(row, "act"))),
    ]


def _key(name: str) -> Callable[[Row], str]:
    return lambda row: row.text(name) or NONE_KEY
