"""The ways in: home, hubs, and the pages about the dataset as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.facets import KINDS
from zoneledger.heads.entry import Entry
from zoneledger.problems import NOTHING, Text
from zoneledger.views.promise import promise

KIND = Text("开放数据 · 中英双语", "Open data, Chinese and English")
HOME = Text("开发区目标责任台账：承诺了什么，由谁负责", "ZoneLedger: what China’s development zones promised")

#: What each hub is about, most telling first.
_COUNTED: dict[str, tuple[str, ...]] = {
    "": ("plans", "targets", "responsibilities"),
    "plans/": ("plans", "targets", "measures"),
    "explore/": ("targets", "responsibilities", "plans"),
    "explore/targets/": ("targets", "indicators", "plans"),
    "explore/duties/": ("responsibilities", "organizations", "agency_types"),
    "compare/": ("plans", "indicators", "agency_types"),
    "agencies/": ("agency_types", "organizations", "responsibilities"),
    "organizations/": ("organizations", "agency_types", "responsibilities"),
    "indicators/": ("indicators", "targets", "plans"),
    "zones/": ("zones", "cities", "plans"),
    "results/": ("targets", "past_due", "judged"),
    "oddities/": (),
    "proof/": (),
    "scale/": (),
    "data/": ("tables", "targets", "responsibilities"),
    "dictionary/": ("tables", "columns"),
    "glossary/": (),
    "feeds/": (),
    "questions/": (),
    "rules/": (),
    "years/": ("years", "targets", "milestones"),
    "strengths/": ("strengths", "targets"),
    "cities/": ("cities", "targets", "responsibilities"),
    "industries/": ("industries", "targets", "projects"),
}

#: All of them have a preview image of their own.
PATHS = tuple(_COUNTED)


def entries(catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Every hub, with the figures of the whole dataset."""
    numbers = _numbers(catalogue)
    for path, names in _COUNTED.items():
        counts = {name: numbers[name] for name in names}
        yield path, Entry(KIND, counts, drawn=True, title=NOTHING if path else HOME, article=False)


def _numbers(catalogue: Catalogue) -> dict[str, int]:
    found = {table: catalogue.count(table) for table in catalogue.schemas}
    fates = promise(catalogue).total
    # a hub counts the pages below it: types and indicators that no row uses have none
    pages = {kind.folder: len(kind.names(catalogue)) for kind in KINDS}
    return {
        **found,
        **{name: pages[name] for name in ("years", "strengths", "cities", "industries", "zones", "indicators")},
        "agency_types": pages["agencies"],
        "organizations": pages["organizations"],
        "past_due": fates.past_due,
        "judged": fates.judged,
        "tables": len(catalogue.schemas),
        "columns": sum(len(schema.fields) for schema in catalogue.schemas.values()),
    }
