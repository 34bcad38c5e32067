"""Which words of a row are its names: what is called by them is shown before what merely mentions them."""

from __future__ import annotations

from collections.abc import Iterable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text

#: Tables whose rows are looked for by name: their group comes first where a name matches. Titles of the others are headings,
#: sentences or, in the shared lists of industries and units, words that stand in every second row.
NAMED = ("plans", "organizations", "agency_types", "indicators", "zones", "jurisdictions", "glossary")

_COLUMNS = ("term_zh", "term_en", "variants", "name_zh", "short_zh", "name_en", "title_zh", "title_en", "aliases", "doc_number")

#: What a figure of so many times is called in words.
_MULTIPLES = {
    2: Text("翻番（翻一番）", "doubling, to double"),
    3: Text("增至三倍", "tripling, to triple"),
    4: Text("翻两番", "quadrupling, to quadruple"),
}


def names(catalogue: Catalogue, table: str, row: Row, joined: Iterable[tuple[str, Row]]) -> list[str]:
    """Names of a row beside its title.

    Args:
        catalogue: everything that was loaded.
        table: the row's table.
        row: a row.
        joined: rows of other tables whose words belong to it, with their tables.

    Returns:
        Cells as they stand; none for a row of a table that is not ``NAMED``.
    """
    if table not in NAMED:
        return []
    found = [row.text(column) for column in _COLUMNS if column in row.values]
    found += [other.text("printed") for name, other in joined if name == "organization_aliases"]
    if table == "plans":
        # A plan is called by its city, too.
        place = catalogue.row("jurisdictions", row["jurisdiction_code"])
        found += [place.text(column) for column in ("name_zh", "name_en") if place is not None]
    return [text for text in found if text]


def short_names(catalogue: Catalogue, agency_type: str) -> list[str]:
    """What the bodies of an agency type are called for short: 市工信局 is how a reader knows the type.

    Args:
        catalogue: everything that was loaded.
        agency_type: its identifier.
    """
    bodies = (body for body in catalogue.rows("organizations") if body["agency_type_id"] == agency_type)
    return list(dict.fromkeys(body.text("short_zh") for body in bodies if body.text("short_zh")))


def multiple(row: Row) -> Text | None:
    """A figure of two times in the word a reader looks for: doubling."""
    if row.values.get("unit_id") != "times":
        return None
    value = row.number("value")
    return None if value is None else _MULTIPLES.get(int(value)) if value == int(value) else None
