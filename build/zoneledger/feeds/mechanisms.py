"""How often a plan is steered and judged: meetings, reports, assessments and other mechanisms with a frequency."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Row
from zoneledger.feeds import left_out, recurrence
from zoneledger.feeds.bearers import agency_types, names
from zoneledger.feeds.item import Item, When
from zoneledger.feeds.period import period
from zoneledger.feeds.reading import Reading, origin
from zoneledger.problems import Text
from zoneledger.views.name import bilingual, enum


def read(reading: Reading) -> Iterator[Item | str]:
    """Every mechanism of a plan with a rhythm as an item; the reason, where it has none."""
    actors: dict[str, list[object]] = {}
    for link in reading.catalogue.rows("mechanism_actors", reading.plan_id):
        actors.setdefault(link.text("mechanism_id"), []).append(link["organization_id"])
    for row in reading.catalogue.rows("mechanisms", reading.plan_id):
        when = _when(reading, row.text("frequency"))
        yield when if isinstance(when, str) else _item(reading, row, when, actors.get(row.text("id"), []))


def _when(reading: Reading, often: str) -> When | str:
    if often not in recurrence.FREQUENCIES:
        return left_out.ONCE if often == "once" else left_out.UNSPECIFIED
    within = period(reading.plan)
    return left_out.NO_PERIOD if within is None else recurrence.frequency(often, within) or left_out.NO_TURN


def _item(reading: Reading, row: Row, when: When, actors: list[object]) -> Item:
    catalogue = reading.catalogue
    bearers, who = reading.duties.of(row.text("measure_id")), names(catalogue, actors)
    doing = (Text(f"由谁做：{who.zh}", f"By: {who.en}"),) if who.zh else ()
    return Item(
        id=row.text("id"),
        plan_id=reading.plan_id,
        table="mechanisms",
        when=when,
        title=bilingual(row, "name"),
        details=(bilingual(row, "summary"), *doing, bearers.words, origin(row)),
        categories=(enum(catalogue, "mechanisms", "kind", row),),
        agencies=bearers.agencies | agency_types(catalogue, actors),
    )
