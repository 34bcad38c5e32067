"""What is odd about a source, in the one shape in which every kind of it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.provenance import Provenance, provenance, provenance_of

#: Every kind in the order in which kinds are listed. Notes bring labels of their own; these are for headings and badges.
KINDS = {
    "overriding": Text("原文另有说明", "overridden by the document"),
    "incomplete": Text("文本不完整", "text incomplete"),
    "printed_error": Text("原文有误", "error in the source"),
    "suspected": Text("疑为有误", "suspected corrupt"),
    "redacted": Text("年份被遮去", "year redacted"),
    "sum": Text("分项与总数不合", "parts do not add up"),
    "restated": Text("前后说法不一", "restated differently"),
    "official_text": Text("据官方文本补", "filled from an official text"),
}

#: Where a spot stands that belongs to no row.
WHOLE_TEXT = Text("全文", "the whole text")

#: Kinds that a row's own note does not say already: they are computed.
COMPUTED = ("redacted", "sum", "restated")


@dataclass(frozen=True)
class Spot:
    """One odd spot.

    Args:
        kind: a key of ``KINDS``.
        plan_id: the plan.
        anchor: on the plan's page: the row's id, or a section where the text as a whole is meant.
        rows: ids of every row that shows the badge; empty where the text as a whole is meant.
        where: the table's title, or ``WHOLE_TEXT``.
        text: what is odd, in a sentence.
        provenance: where the row stands; None for the text as a whole.
        url: an official text that says otherwise, where there is one.
    """

    kind: str
    plan_id: str
    anchor: str
    rows: tuple[str, ...]
    where: Text
    text: Text
    provenance: Provenance | None = None
    url: str = ""

    @property
    def label(self) -> Text:
        """The kind in words."""
        return KINDS[self.kind]


def of_row(catalogue: Catalogue, table: str, row: Row, kind: str, text: Text) -> Spot:
    """A spot at one row.

    Args:
        catalogue: for the table's title.
        table: the row's table.
        row: where the link leads.
        kind: a key of ``KINDS``.
        text: what is odd.
    """
    schema = catalogue.schemas[table]
    key = row.text(schema.primary_key[0])
    where = provenance(row, schema)
    url = row.text("note_url") if kind == "official_text" else ""
    return Spot(kind, row.text("plan_id"), key, (key,), schema.title, text, where, url)


def spot_of(said: dict[str, Any]) -> Spot:
    """The spot of which JSON says this."""
    texts = {key: Text(*said[key]) for key in ("where", "text")}
    where = provenance_of(said["provenance"]) if said["provenance"] else None
    return Spot(**{**said, **texts, "rows": tuple(said["rows"]), "provenance": where})
