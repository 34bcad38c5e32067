"""What rows are filed under: indicators, agency types, organisations, zones, cities, industries, years, strengths."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.facets import KINDS, file
from zoneledger.facets.taking import ROWS_FILED
from zoneledger.heads.entry import Entry
from zoneledger.problems import NOTHING, Text

_KINDS = {
    "years": Text("年份", "Year"),
    "strengths": Text("力度", "Strength"),
    "cities": Text("城市", "City"),
    "agencies": Text("责任部门", "Agency type"),
    "organizations": Text("责任单位", "Organisation"),
    "indicators": Text("指标", "Indicator"),
    "industries": Text("产业", "Industry"),
    "zones": Text("开发区", "Development zone"),
}
#: Pages that put plans side by side have an image of their own, once there are two plans to put there.
_DRAWN = ("agencies", "indicators")


def entries(catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Every value of every facet; each table is read once a facet."""
    return of({kind.folder: None for kind in KINDS}, catalogue)


def of(only: Mapping[str, Collection[str] | None], catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Some values of some facets.

    Args:
        only: the values of each facet, by its folder; all of them where None.
        catalogue: checked datasets.
    """
    for kind in KINDS:
        for value, tables in file(catalogue, kind, only[kind.folder]).items() if kind.folder in only else ():
            plans = len({row["plan_id"] for rows in tables.values() for row in rows})
            counts = {table: len(rows) for table, rows in tables.items()}
            drawn = kind.folder in _DRAWN and plans > 1
            yield (
                f"{kind.folder}/{value}/",
                Entry(_KINDS[kind.folder], counts, drawn, plans=plans, source=_source(plans), tables=_filed(counts)),
            )


def _filed(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(table for table, rows in counts.items() if rows <= ROWS_FILED)


def _source(plans: int) -> Text:
    if not plans:
        return NOTHING
    return Text(f"，出自{plans}个计划", f" from {plans} plan{'' if plans == 1 else 's'}")
