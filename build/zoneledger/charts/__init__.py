"""Charts: counted, laid out, drawn as static SVG that both palettes of the site can colour.

One module a chart, found by its name. Of a plan: ``target_strength``, ``responsibility_matrix``, ``duty_roles``,
``deadlines`` and ``rhythm``. Over all plans: ``plan_strength`` and ``lead_agencies`` for the home page, ``promise`` for
results, ``shared_measures`` for the hub of agency types, ``annual_growth`` for that of indicators, ``ambition`` for the
comparison, ``completeness`` for the page of proof. Of an agency type: ``partners``. A chart's module returns a finished
``Figure``, or None where there is nothing to draw; ``publication`` writes what can be taken away.

Where everything stands is reckoned here (``stacked_bars``, ``placed``, ``grid``); ``rendered`` has it drawn by a renderer,
``light`` writes the same drawing itself. Charts over all plans are made of small extracts, one a plan (``extract``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

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
from zoneledger.charts.errors import ChartError
from zoneledger.charts.extract import Extract, extract
from zoneledger.charts.figure import Figure, Figures
from zoneledger.charts.pairs import gather
from zoneledger.charts.pen import LIGHT, RENDERED, Pen
from zoneledger.charts.publication import write, write_figures, write_runtime
from zoneledger.charts.shelf import Shelf
from zoneledger.charts.standalone import credit

__all__ = [
    "LIGHT",
    "RENDERED",
    "ChartError",
    "Figure",
    "Figures",
    "Pen",
    "Shelf",
    "draw",
    "extract",
    "overview",
    "plan_figures",
    "write",
    "write_figures",
    "write_runtime",
]

PLAN = (target_strength.draw, responsibility_matrix.draw, duty_roles.draw, deadlines.draw, rhythm.draw)


def plan_figures(catalogue: Catalogue, plan_id: str, pen: Pen = RENDERED) -> tuple[Figure, ...]:
    """The figures of one plan.

    Args:
        catalogue: checked; may hold this plan alone.
        plan_id: the plan.
        pen: draws them; twenty drawings take the renderer about a second, ``LIGHT`` a hundredth of that.

    Raises:
        ChartError: a drawing is not fit for a page.
    """
    figures = _some(chart(catalogue, plan_id, pen) for chart in PLAN)
    return tuple(replace(figure, credit=credit(catalogue)) for figure in figures) if pen.light else figures


def overview(
    catalogue: Catalogue,
    extracts: Mapping[str, Extract] | None = None,
    pen: Pen = RENDERED,
    agencies: Collection[str] | None = None,
) -> Figures:
    """Every figure but those of plans.

    Args:
        catalogue: checked; of all plans, where there are no extracts.
        extracts: by plan id, in the order of ``catalogue.plan_files``, what ``extract`` gives; taken from the catalogue
            where None.
        pen: draws them.
        agencies: the agency types to draw figures of; all where None.

    Raises:
        ChartError: a drawing is not fit for a page.
    """
    if extracts is None:
        extracts = {plan: extract(catalogue, plan) for plan in catalogue.plan_files}

    def of(name: str) -> dict[str, Extract]:
        return {plan: known[name] for plan, known in extracts.items()}

    shared = gather(of("pairs"))
    types = sorted(shared.of_agency if agencies is None else set(agencies) & set(shared.of_agency))
    drawn = {key: _some([partners.draw(catalogue, key, shared, pen)]) for key in types}
    strength, leads = (
        plan_strength.draw(catalogue, of("strength"), pen),
        lead_agencies.draw(catalogue, of("leads"), pen),
    )
    return Figures(
        home=_some([strength, leads]),
        plans={},
        results=_some([promise.draw(catalogue, of("promise"), pen)]),
        agencies={key: figures for key, figures in drawn.items() if figures},
        agency_hub=_some([shared_measures.draw(catalogue, shared, pen)]),
        indicators=_some([annual_growth.draw(of("growth"), pen)]),
        compare=_some([ambition.draw(catalogue, of("ambition"), pen)]),
        proof=_some([completeness.draw(of("completeness"), pen)]),
    )


def draw(
    catalogue: Catalogue,
    plans: Collection[str] | None = None,
    agencies: Collection[str] | None = None,
    pen: Pen = RENDERED,
) -> Figures:
    """Draws every figure.

    Args:
        catalogue: a checked catalogue.
        plans: the plans to draw figures of; all where None.
        agencies: the agency types to draw figures of; all where None.
        pen: draws them.

    Raises:
        ChartError: a drawing is not fit for a page.
    """
    wanted = [plan for plan in catalogue.plan_files if plans is None or plan in plans]
    return overview(catalogue, pen=pen, agencies=agencies).with_plans(
        {plan: plan_figures(catalogue, plan, pen) for plan in wanted}
    )


def _some(found: Iterable[Figure | None]) -> tuple[Figure, ...]:
    return tuple(figure for figure in found if figure)
