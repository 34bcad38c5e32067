"""The rows of one value of a facet, or of one ready question, as its page shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.explorer.places import bodies
from zoneledger.facets.taking import Parcel
from zoneledger.problems import Text
from zoneledger.views.agency import AgencyDuty, agency_duty
from zoneledger.views.deadline import MilestoneView, milestone
from zoneledger.views.duty import duty
from zoneledger.views.name import Named, bilingual, name
from zoneledger.views.provision import Provision, industry, project
from zoneledger.views.target import TargetView, target


@dataclass(frozen=True)
class MeasureRow:
    """A measure by number and title.

    Args:
        bodies: who answers for it, there or in a unit above.
    """

    id: str
    plan_id: str
    number: str
    title: Text
    bodies: tuple[Named, ...]
    file: str
    line: int


@dataclass(frozen=True)
class FacetRows:
    """The rows that a page shows.

    Args:
        targets: in the shape of a list of commitments; figures stay in the units printed.
        Other arguments: the rows of each table, in the order of the datasets.
    """

    targets: tuple[tuple[TargetView, None], ...] = ()
    responsibilities: tuple[AgencyDuty, ...] = ()
    milestones: tuple[MilestoneView, ...] = ()
    plan_industries: tuple[Provision, ...] = ()
    projects: tuple[Provision, ...] = ()
    measures: tuple[MeasureRow, ...] = ()


def facet_rows(catalogue: Catalogue, filed: Mapping[str, Sequence[Row]], parcels: Sequence[Parcel]) -> FacetRows:
    """Makes ready what is shown, and no more than that.

    Args:
        catalogue: checked datasets.
        filed: the rows by table.
        parcels: how many rows of each table are shown.
    """
    views: dict[str, Callable[[], Callable[[Row], object]]] = {
        "targets": lambda: lambda row: (target(catalogue, row), None),
        "responsibilities": lambda: lambda row: agency_duty(catalogue, duty(catalogue, row)),
        "milestones": lambda: lambda row: milestone(catalogue, row),
        "plan_industries": lambda: lambda row: industry(catalogue, row),
        "projects": lambda: lambda row: project(catalogue, row),
        "measures": lambda: _measures(catalogue),
    }
    shown = {parcel.table: tuple(map(views[parcel.table](), filed[parcel.table][: parcel.shown])) for parcel in parcels}
    return FacetRows(**shown)  # type: ignore[arg-type] # one view a table, as listed above


def _measures(catalogue: Catalogue) -> Callable[[Row], MeasureRow]:
    """From a row of ``measures`` to its view; who answers for what is looked up once a plan, and in plans that are shown."""
    answering: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def view(row: Row) -> MeasureRow:
        plan = row.text("plan_id")
        if plan not in answering:
            answering[plan] = bodies(catalogue, plan_id=plan)
        return MeasureRow(
            id=row.text("id"),
            plan_id=plan,
            number=row.text("number_printed"),
            title=bilingual(row, "title"),
            bodies=tuple(Named(body, name(catalogue, "organizations", body)) for body in answering[plan][row.text("id")]),
            file=row.file,
            line=row.line,
        )

    return view
