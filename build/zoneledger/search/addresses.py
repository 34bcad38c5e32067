"""Where a row is shown: the places that are tried for it, one after the other."""

from __future__ import annotations

from zoneledger.catalogue import Row

#: The pages of a list of the dictionary, as many as may be.
_SHEETS = ("", *(f"{number}/" for number in range(2, 10)))


def addresses(table: str, row: Row, key: str) -> tuple[str, ...]:
    """Pages that show a row, below their language's root, best first; not each need exist.

    Args:
        table: its table.
        row: the row.
        key: its identifier; empty where it has none.
    """
    if table == "plans":
        return (f"plans/{key}/",)
    if "plan_id" in row.values:
        page = f"plans/{row.text('plan_id')}/"
        return (f"{page}#{key or table}", page)
    if table == "agency_types":
        # A type without an organisation has no page of its own.
        return (f"agencies/{key}/", f"agencies/#{key}", "agencies/")
    if table == "organizations":
        page = f"agencies/{row.text('agency_type_id')}/"
        return (f"organizations/{key}/", f"{page}#{key}", page, "agencies/")
    if table in ("indicators", "zones"):
        return (f"{table}/{key}/", f"{table}/#{key}", f"{table}/")
    # a list too long for the dictionary has pages beside it
    sheets = (f"dictionary/{table}/{sheet}#{table}.{key}" for sheet in _SHEETS)
    rows = (f"dictionary/#{table}.{key}", *sheets, f"dictionary/#{table}", "dictionary/")
    return (f"glossary/#{key}",) if table == "glossary" else rows
