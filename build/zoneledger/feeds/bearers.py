"""Who answers for what a measure promises: its duties, or those of the nearest unit above it that has any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.name import enum, name

#: Names that are written out; the row's page has them all.
SHOWN = 6


@dataclass(frozen=True)
class Bearers:
    """The duties that stand behind a row.

    Args:
        words: who leads; where nobody does, who is responsible.
        agencies: the agency types of all of them.
    """

    words: Text
    agencies: frozenset[str]


NOBODY = Bearers(Text("文件没有写责任单位", "The document names nobody"), frozenset())


class Duties:
    """One plan's duties by measure, each list read once."""

    def __init__(self, catalogue: Catalogue, plan_id: str) -> None:
        self._catalogue = catalogue
        self._parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures", plan_id)}
        self._rows: dict[str, list[Row]] = {}
        self._found: dict[str, Bearers] = {}
        for row in catalogue.rows("responsibilities", plan_id):
            self._rows.setdefault(row.text("measure_id"), []).append(row)

    def of(self, measure: str) -> Bearers:
        """Who answers for a measure."""
        if measure not in self._found:
            self._found[measure] = self._read(measure)
        return self._found[measure]

    def _read(self, measure: str) -> Bearers:
        seen: set[str] = set()
        while measure and measure not in self._rows and measure not in seen:
            seen.add(measure)
            measure = self._parents.get(measure, "")
        rows = self._rows.get(measure, [])
        if not rows:
            return NOBODY
        roles = [role for role in ("lead", "responsible", "cooperating") if any(row["role"] == role for row in rows)]
        first = [row for row in rows if row["role"] == roles[0]]
        role = enum(self._catalogue, "responsibilities", "role", first[0])
        who = names(self._catalogue, (row["organization_id"] for row in first))
        return Bearers(
            Text(f"{role.zh}：{who.zh}", f"{role.en[:1].upper()}{role.en[1:]}: {who.en}"),
            agency_types(self._catalogue, (row["organization_id"] for row in rows)),
        )


def names(catalogue: Catalogue, organizations: Iterable[object]) -> Text:
    """The names of organisations, each once, the first few written out."""
    found = [name(catalogue, "organizations", one) for one in dict.fromkeys(organizations) if one]
    zh, en = "、".join(one.zh for one in found[:SHOWN]), "; ".join(one.en for one in found[:SHOWN])
    left = len(found) - SHOWN
    return Text(f"{zh}等{len(found)}家", f"{en}; and {left} more") if left > 0 else Text(zh, en)


def agency_types(catalogue: Catalogue, organizations: Iterable[object]) -> frozenset[str]:
    """The agency types of organisations; those without one are passed over."""
    rows = (catalogue.row("organizations", one) for one in set(organizations) if one)
    return frozenset(row.text("agency_type_id") for row in rows if row and row["agency_type_id"])
