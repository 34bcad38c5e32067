"""What a build knows beside the datasets: where the repository is, what was drawn, packed and proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zoneledger.audit.receipts import Receipt
from zoneledger.charts.figure import Figures
from zoneledger.feeds import Calendars
from zoneledger.packages.write import Download
from zoneledger.revision import Repository


@dataclass(frozen=True)
class PageContext:
    """Everything pages need beside the datasets.

    Args:
        repository: where rows can be read and mended.
        site_url: address the site is served at, with a slash at its end; empty where it is unknown.
        receipts: by plan id, the last audit's receipt and the number of rows changed since; plans that were never
            audited are absent.
        figures: what was drawn for the home page and for each plan.
        downloads: what ``/data/`` offers.
        calendars: what ``/feeds/`` offers; ``of_plan`` and ``of_agency`` give the address of one.
    """

    repository: Repository
    site_url: str = ""
    receipts: Mapping[str, tuple[Receipt, int]] = field(default_factory=dict)
    figures: Figures = field(default_factory=lambda: Figures((), {}))
    downloads: Sequence[Download] = ()
    calendars: Calendars = field(default_factory=Calendars)
