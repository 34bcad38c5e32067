"""What one plan asks of an organisation, or of a function of government, and how much of the plan's duties that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.agency import role_counts
from zoneledger.views.charge import Part, charge, parts
from zoneledger.views.duty_index import DutyIndex, Stub, by_plan, in_order
from zoneledger.views.name import bilingual
from zoneledger.views.number import share


@dataclass(frozen=True)
class PlanPart:
    """The duties in one plan.

    Args:
        script: ``hans`` or ``hant``, of what is printed.
        counts: duties by role, in the schema's order of roles.
        duties: how many duties these are.
        stubs: they themselves, by form, then by deadline; none where ``bare``.
        whole: duties that the plan gives anyone.
        measures: measures of the plan that name this organisation or type.
        assigned: measures of the plan that name anyone.
    """

    plan_id: str
    title: Text
    script: str
    counts: dict[str, int]
    duties: int
    stubs: tuple[Stub, ...]
    whole: int
    measures: int
    assigned: int

    @property
    def share(self) -> Text:
        """Share of the plan's duties."""
        return share(self.duties, self.whole)

    @property
    def percent(self) -> float:
        """The same as a number, for a bar; one decimal."""
        return round(100 * self.duties / self.whole, 1) if self.whole else 0

    @property
    def measure_share(self) -> Text:
        """Share of the plan's assigned measures in which it takes part."""
        return share(self.measures, self.assigned)

    @property
    def bare(self) -> PlanPart:
        """What can be said of it without its duties."""
        return replace(self, stubs=())


@dataclass(frozen=True)
class Stretch:
    """Which duties of one plan one page shows, before they are put into words.

    Args:
        first: the place of the first duty shown among those of the plan, from 1.
        shown: how many are shown.
    """

    plan: PlanPart
    first: int
    shown: int

    @property
    def stubs(self) -> tuple[Stub, ...]:
        """These duties, where the plan's part is not bare."""
        return self.plan.stubs[self.first - 1 : self.first - 1 + self.shown]

    @property
    def bare(self) -> Stretch:
        """The same without the duties."""
        return replace(self, plan=self.plan.bare)


@dataclass(frozen=True)
class Sheet:
    """What one page shows of one plan.

    Args:
        first: the place of the first duty shown among those of the plan, from 1.
        parts: the duties shown.
    """

    plan: PlanPart
    first: int
    parts: tuple[Part, ...]

    @property
    def shown(self) -> int:
        """How many duties are shown."""
        return sum(part.shown for part in self.parts)


def plan_part(catalogue: Catalogue, index: DutyIndex, plan_id: str, stubs: Iterable[Stub]) -> PlanPart:
    """The part that the given duties are of a plan."""
    plan, found = catalogue.row("plans", plan_id), in_order(stubs)
    return PlanPart(
        plan_id=plan_id,
        title=bilingual(plan, "short_title") if plan else Text(plan_id, plan_id),
        script=plan.text("script") if plan else "",
        counts=role_counts(catalogue, found),
        duties=len(found),
        stubs=tuple(found),
        whole=index.plans[plan_id],
        measures=len({stub.row["measure_id"] for stub in found}),
        assigned=index.assigned[plan_id],
    )


def plan_parts(catalogue: Catalogue, index: DutyIndex, stubs: Iterable[Stub]) -> tuple[PlanPart, ...]:
    """The parts of all plans that the duties stand in, by plan id."""
    return tuple(plan_part(catalogue, index, plan_id, found) for plan_id, found in by_plan(stubs).items())


def largest_parts(catalogue: Catalogue, index: DutyIndex, stubs: Iterable[Stub], most: int) -> tuple[PlanPart, ...]:
    """The parts of those plans of whose duties they are the largest share, the largest first."""
    found = by_plan(stubs)
    order = sorted(found, key=lambda plan_id: (-len(found[plan_id]) / index.plans[plan_id], plan_id))
    return tuple(plan_part(catalogue, index, plan_id, found[plan_id]) for plan_id in order[:most])


def stretches(plans: Sequence[PlanPart], first: int, size: int) -> Iterator[tuple[Stretch, ...]]:
    """The duties of all plans in turn, spread over pages.

    Args:
        plans: whose duties, in the order of pages.
        first: how many duties the first page shows.
        size: how many each page after it shows, at least 1.
    """
    page: list[Stretch] = []
    left = first
    if not left:
        yield ()
        left = size
    for plan in plans:
        start = 0
        while start < plan.duties:
            shown = min(left, plan.duties - start)
            page.append(Stretch(plan, start + 1, shown))
            start, left = start + shown, left - shown
            if not left:
                yield tuple(page)
                page, left = [], size
    if page:
        yield tuple(page)


def sheet(catalogue: Catalogue, index: DutyIndex, stretch: Stretch, stubs: Iterable[Stub]) -> Sheet:
    """Puts the duties of a stretch into words.

    Args:
        catalogue: checked datasets.
        index: all duties of the plan.
        stretch: which duties these are.
        stubs: they themselves.
    """
    return Sheet(stretch.plan, stretch.first, parts(charge(catalogue, index, stub) for stub in stubs))
