"""Charts: aggregated in pandas, described in Altair, drawn as static SVG that both palettes of the site can colour.

One module a chart: ``target_strength``, ``duty_roles`` and ``deadlines`` for a plan, ``plan_strength`` and
``lead_agencies`` over all plans, ``promise`` for the page of results. A chart's module returns a finished ``Figure``, or
None where there is nothing to draw.
"""

from __future__ import annotations

from collections.abc import Collection

from zoneledger.catalogue import Catalogue
from zoneledger.charts import deadlines, duty_roles, lead_agencies, plan_strength, promise, target_strength
from zoneledger.charts.figure import Figure, Figures
from zoneledger.charts.render import ChartError

__all__ = ["ChartError", "Figure", "Figures", "draw"]

HOME = (plan_strength.draw, lead_agencies.draw)
RESULTS = (promise.draw,)
PLAN = (target_strength.draw, duty_roles.draw, deadlines.draw)


def draw(catalogue: Catalogue, plans: Collection[str] | None = None) -> Figures:
    """Draws every figure.

    Args:
        catalogue: a checked catalogue.
        plans: the plans to draw figures of; all where None. A plan's twelve drawings take about half a second, so a
            build of one page, or of very many plans, may leave the others out.

    Raises:
        ChartError: a drawing is not fit for a page.
    """
    wanted = [plan for plan in catalogue.plan_files if plans is None or plan in plans]
    home, results = ([chart(catalogue) for chart in charts] for charts in (HOME, RESULTS))
    return Figures(
        home=tuple(figure for figure in home if figure),
        plans={
            plan: tuple(figure for figure in (chart(catalogue, plan) for chart in PLAN) if figure) for plan in wanted
        },
        results=tuple(figure for figure in results if figure),
    )
