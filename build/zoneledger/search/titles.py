"""The line by which a reader recognises a row among search results."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.explanation import reported
from zoneledger.views.name import bilingual, enum, name
from zoneledger.views.quantity import quantity
from zoneledger.views.statement import claim


def title(catalogue: Catalogue, table: str, row: Row) -> Text:
    """A row's title in both languages, unescaped.

    Args:
        catalogue: everything that was loaded.
        table: a table with rows of its own to show.
        row: one of its rows.

    Raises:
        KeyError: the table has neither a title of its own here nor a pair of columns that could be one.
    """
    words = _TITLES[table](catalogue, row) if table in _TITLES else _own_name(table, row)
    return Text(words.zh, words.en[:1].upper() + words.en[1:])


def _own_name(table: str, row: Row) -> Text:
    for column in ("name", "title", "task", "symbol", "term"):
        if f"{column}_zh" in row.values:
            return bilingual(row, column)
    raise KeyError(table)


def _measure(catalogue: Catalogue, row: Row) -> Text:
    words = bilingual(row, "title")
    number = row.text("number_printed")
    return Text(f"{number} {words.zh}", f"{number} {words.en}") if number else words


def _responsibility(catalogue: Catalogue, row: Row) -> Text:
    """Who, in which part, and for what: duties of one body differ only by the measure."""
    body = name(catalogue, "organizations", row["organization_id"])
    role = enum(catalogue, "responsibilities", "role", row)
    measure = catalogue.row("measures", row["measure_id"])
    what = bilingual(measure, "title") if measure else Text("", "")
    return Text(f"{body.zh}（{role.zh}）：{what.zh}", f"{body.en} ({role.en}): {what.en}")


def _instrument(catalogue: Catalogue, row: Row) -> Text:
    words, much = bilingual(row, "name"), quantity(catalogue, "instruments", row)
    return Text(f"{words.zh}：{much.zh}", f"{words.en}: {much.en}") if much.zh else words


def _project(catalogue: Catalogue, row: Row) -> Text:
    words, enterprise = bilingual(row, "name"), row.text("enterprise")
    if not enterprise or enterprise in words.zh:
        return words
    return Text(f"{enterprise}：{words.zh}", f"{enterprise}: {words.en}")


def _plan_industry(catalogue: Catalogue, row: Row) -> Text:
    industry = name(catalogue, "industries", row["industry_id"])
    rank = enum(catalogue, "plan_industries", "rank", row)
    return Text(f"{industry.zh}（{rank.zh}）", f"{industry.en} ({rank.en})")


def _outcome(catalogue: Catalogue, row: Row) -> Text:
    words, role = reported(catalogue, row), enum(catalogue, "outcomes", "role", row)
    return Text(f"{words.zh}，{role.zh}", f"{words.en}, {role.en}")


def _rejected(catalogue: Catalogue, row: Row) -> Text:
    what, reason = bilingual(row, "indicator"), enum(catalogue, "rejected_evidence", "reason", row)
    return Text(
        f"{row.text('scope_printed')}：{what.zh}（{reason.zh}）", f"{row.text('scope_en')}: {what.en} ({reason.en})"
    )


def _exclusion(catalogue: Catalogue, row: Row) -> Text:
    reason = enum(catalogue, "exclusions", "reason", row)
    return Text(f"{row.text('printed')}（{reason.zh}）", f"{row.text('printed')} ({reason.en})")


_TITLES: dict[str, Callable[[Catalogue, Row], Text]] = {
    "exclusions": _exclusion,
    "instruments": _instrument,
    "measures": _measure,
    "outcomes": _outcome,
    "plan_industries": _plan_industry,
    "plans": lambda catalogue, row: bilingual(row, "short_title"),
    "projects": _project,
    "rejected_evidence": _rejected,
    "responsibilities": _responsibility,
    "targets": claim,
}
