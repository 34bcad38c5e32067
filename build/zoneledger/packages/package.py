"""What a package is, before any file of it is written: the whole dataset, or one plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import WIDE
from zoneledger.layout import Layout
from zoneledger.packages import dictionary
from zoneledger.packages.closure import Closure
from zoneledger.packages.computed import published_records
from zoneledger.packages.tables import PublishedTable, ordered, whole
from zoneledger.problems import Text


@dataclass(frozen=True)
class Package:
    """One package.

    Args:
        name: its identifier: ``zoneledger``, or that with a plan's id.
        folder: where it lies below ``/data/``, without a slash at the end; its archive has the same name and ``.zip``.
        plan_id: the plan; None for the whole.
        title: the dataset's or the plan's.
        description: the dataset's, or the plan's summary.
        version: the dataset's version.
        as_of: the dataset's date.
        homepage: the site's address; empty where none is known.
        plans: the ``plan.yml`` of every plan the package is about, by plan id.
        tables: every table.
        dictionary: every column of them in words; see ``dictionary.lines``.
    """

    name: str
    folder: str
    plan_id: str | None
    title: Text
    description: Text
    version: str
    as_of: date
    homepage: str
    plans: tuple[dict[str, Any], ...]
    tables: tuple[PublishedTable, ...]
    dictionary: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows all tables have together; those of the wide tables repeat others and are not counted."""
        return sum(len(table.records) for table in self.tables if table.schema.group != WIDE)


def packages(catalogue: Catalogue) -> Iterator[Package]:
    """The whole dataset, then each plan by its id.

    Raises:
        ValueError: a plan's id does not fit the schema's pattern, and so cannot name a folder.
    """
    dataset, records = catalogue.dataset, published_records(catalogue)
    columns = dictionary.lines(ordered(catalogue.schemas.values()))
    shared = (dataset["version"], date.fromisoformat(dataset["as_of"]), site_address(catalogue.layout))
    plans = tuple(catalogue.plan_files[plan_id] for plan_id in sorted(catalogue.plan_files))
    name, title, description = dataset["name"], Text(**dataset["title"]), Text(**dataset["description"])
    yield Package(name, "all", None, title, description, *shared, plans, whole(catalogue, records), columns)
    pattern = catalogue.schemas["plans"].by_name["id"].constraints["pattern"]
    closure = Closure(catalogue, records)
    for plan in plans:
        plan_id = plan["id"]
        if not re.fullmatch(pattern, plan_id):
            raise ValueError(f"plan id {plan_id!r} does not fit {pattern}")
        title, summary = Text(**plan["title"]), Text(**plan["summary"])
        tables = closure.tables(plan_id)
        yield Package(f"{name}-{plan_id}", f"plans/{plan_id}", plan_id, title, summary, *shared, (plan,), tables, columns)


def site_address(layout: Layout) -> str:
    """The address the site is published at, as ``mkdocs.yml`` states it; empty where there is none."""
    path = layout.root / "mkdocs.yml"
    if not path.is_file():
        return ""
    # The base loader knows text, lists and mappings only: whatever tags a site's settings use, none is acted on.
    content = yaml.BaseLoader(path.read_text(encoding="utf-8")).get_single_data()
    return str(content.get("site_url", "")) if isinstance(content, dict) else ""
