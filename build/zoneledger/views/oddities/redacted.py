"""Dates of which the source prints only a part: ``20xx`` is stored as ``20XX``, and nobody guesses the rest."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.problems import Text
from zoneledger.views.date import date_words, interval_words
from zoneledger.views.name import column_title
from zoneledger.views.oddities.spot import WHOLE_TEXT, Spot, of_row

_DATES = ("due", "effective_from", "baseline")
_OF_PLAN = ("issued_on", "published_on", "period")


def find(catalogue: Catalogue, plan_id: str) -> Iterator[Spot]:
    """Dates with an X: first those of the document, then those of its rows."""
    plan = catalogue.row("plans", plan_id)
    schema = catalogue.schemas["plans"]
    for column in _OF_PLAN:
        if plan is not None and "X" in plan.text(column):
            date, title = interval_words(plan.text(column)), column_title(schema, column)
            text = Text(f"{title.zh}：{date.zh}", f"{title.en}: {date.en}")
            yield Spot("redacted", plan_id, "document", (), WHOLE_TEXT, text)
    for table, schema in catalogue.schemas.items():
        columns = [column for column in _DATES if column in schema.by_name] if schema.group == PLAN else []
        for row in catalogue.rows(table, plan_id) if columns else []:
            dates = [
                (column_title(schema, name), date_words(row.text(name))) for name in columns if "X" in row.text(name)
            ]
            if dates:
                zh = "；".join(f"{title.zh}：{date.zh}" for title, date in dates)
                en = "; ".join(f"{title.en}: {date.en}" for title, date in dates)
                yield of_row(catalogue, table, row, "redacted", Text(zh, en))
