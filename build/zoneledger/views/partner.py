"""With whom an organisation, or a function of government, is named most often in the same measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.duty_index import DutyIndex, Stub
from zoneledger.views.name import name

#: How many partners a page ranks.
RANKED = 12
_LEADS = ("lead", "joint_lead")


@dataclass(frozen=True)
class Partner:
    """One of those named in the same measures.

    Args:
        measures: in how many measures both are named.
        led: of these, how many the page's own body or type leads.
        leads: how many the partner leads.
    """

    id: str
    name: Text
    measures: int
    led: int
    leads: int


@dataclass(frozen=True)
class Partners:
    """Partners, the most frequent first.

    Args:
        ranked: the first ``RANKED``.
        others: how many more there are.
        shared: in how many measures at least one partner is named.
        measures: in how many measures the body or type itself is named.
    """

    ranked: tuple[Partner, ...]
    others: int
    shared: int
    measures: int


def fellow_bodies(catalogue: Catalogue, index: DutyIndex, stubs: Iterable[Stub]) -> Partners:
    """The organisations named beside one organisation."""
    return _partners(catalogue, index, stubs, "organizations", lambda stub: stub.row.text("organization_id"))


def fellow_agencies(catalogue: Catalogue, index: DutyIndex, stubs: Iterable[Stub]) -> Partners:
    """The agency types named beside one agency type."""
    return _partners(catalogue, index, stubs, "agency_types", lambda stub: stub.agency)


def _partners(
    catalogue: Catalogue, index: DutyIndex, stubs: Iterable[Stub], table: str, key: Callable[[Stub], str]
) -> Partners:
    own = ""
    led: dict[str, bool] = {}
    for stub in stubs:
        own, measure = key(stub), stub.row.text("measure_id")
        led[measure] = led.get(measure, False) or stub.form in _LEADS
    together, led_with, leading = Counter[str](), Counter[str](), Counter[str]()
    shared = 0
    for measure, leads in led.items():
        others: dict[str, bool] = {}
        for stub in index.measures[measure]:
            if (other := key(stub)) and other != own:
                others[other] = others.get(other, False) or stub.form in _LEADS
        shared += bool(others)
        together.update(list(others))
        led_with.update(list(others) if leads else ())
        leading.update(other for other, does in others.items() if does)
    order = sorted(together, key=lambda other: (-together[other], -leading[other], other))
    ranked = tuple(
        Partner(other, name(catalogue, table, other), together[other], led_with[other], leading[other])
        for other in order[:RANKED]
    )
    return Partners(ranked, len(order) - len(ranked), shared, len(led))
