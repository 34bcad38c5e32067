"""Charts: aggregated in pandas, described in Altair, drawn as static SVG that both palettes of the site can colour.

One module a chart, found by its name. Of a plan: ``target_strength``, ``responsibility_matrix``, ``duty_roles``,
``deadlines`` and ``rhythm``. Over all plans: ``plan_strength`` and ``lead_agencies`` for the home page, ``promise`` for
results, ``shared_measures`` for the hub of agency types, ``annual_growth`` for that of indicators, ``ambition`` for the
comparison, ``completeness`` for the page of proof. Of an agency type: ``partners``. A chart's module returns a finished
``Figure``, or None where there is nothing to draw; ``publication`` writes what can be taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from zoneledger.catalogue import Catalogue
from zoneledger.charts import (
    ambition,
    annual_growth,
    completeness,
    deadlines,
    duty_roles,
    lead_agencies,
    partners,
    plan_strength,
    promise,
    responsibility_matrix,
    rhythm,
    shared_measures,
    target_strength,
)
from zoneledger.charts.figure import Figure, Figures
from zoneledger.charts.pairs import pairs
from zoneledger.charts.publication import write
from zoneledger.charts.render import ChartError

__all__ = ["ChartError", "Figure", "Figures", "draw", "write"]

HOME = (plan_strength.draw, lead_agencies.draw)
RESULTS = (promise.draw,)
INDICATORS = (annual_growth.draw,)
COMPARE = (ambition.draw,)
PROOF = (completeness.draw,)
PLAN = (target_strength.draw, responsibility_matrix.draw, duty_roles.draw, deadlines.draw, rhythm.draw)


def draw(
    catalogue: Catalogue, plans: Collection[str] | None = None, agencies: Collection[str] | None = None
) -> Figures:
    """Draws every figure.

    Args:
        catalogue: a checked catalogue.
        plans: the plans to draw figures of; all where None. A plan's twenty drawings take about half a second, so a
            build of one page, or of very many plans, may leave the others out.
        agencies: the agency types to draw figures of; all where None.

    Raises:
        ChartError: a drawing is not fit for a page.
    """
    wanted = [plan for plan in catalogue.plan_files if plans is None or plan in plans]
    shared = pairs(catalogue)
    types = sorted(set(shared.each["agency"]) if agencies is None else set(agencies))
    by_type = shared.of_each()
    drawn = {key: _some([partners.draw(catalogue, key, by_type[key])]) for key in types if key in by_type}
    return Figures(
        home=_all(catalogue, HOME),
        plans={plan: _some(chart(catalogue, plan) for chart in PLAN) for plan in wanted},
        results=_all(catalogue, RESULTS),
        agencies={key: figures for key, figures in drawn.items() if figures},
        agency_hub=_some([shared_measures.draw(catalogue, shared)]),
        indicators=_all(catalogue, INDICATORS),
        compare=_all(catalogue, COMPARE),
        proof=_all(catalogue, PROOF),
    )


def _all(catalogue: Catalogue, charts: Iterable[Callable[[Catalogue], Figure | None]]) -> tuple[Figure, ...]:
    return _some(chart(catalogue) for chart in charts)


def _some(found: Iterable[Figure | None]) -> tuple[Figure, ...]:
    return tuple(figure for figure in found if figure)
