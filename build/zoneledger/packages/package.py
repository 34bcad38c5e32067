"""What a package is, before any file of it is written: the whole dataset, or one plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import yaml

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.schemas import WIDE
from zoneledger.layout import Layout
from zoneledger.packages import dictionary
from zoneledger.packages.closure import Closure
from zoneledger.packages.computed import published_records
from zoneledger.packages.identity import Same
from zoneledger.packages.tables import Table, ordered, whole
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
        every_format: whether it is offered in every format that suits its size; otherwise in the canonical one alone.
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
    tables: tuple[Table, ...]
    dictionary: tuple[tuple[str, ...], ...]
    every_format: bool = True

    @cached_property
    def rows(self) -> int:
        """How many rows all tables have together; those of the wide tables repeat others and are not counted."""
        return sum(table.count for table in self.tables if table.schema.group != WIDE)


def packages(catalogue: Catalogue) -> Iterator[Package]:
    """The whole dataset, then each plan by its id.

    Raises:
        ValueError: a plan's id does not fit the schema's pattern, and so cannot name a folder.
    """
    records, homepage = published_records(catalogue), site_address(catalogue.layout)
    plans = tuple(catalogue.plan_files[plan_id] for plan_id in sorted(catalogue.plan_files))
    yield whole_package(catalogue, whole(catalogue, records), plans, homepage)
    closure = Closure(catalogue, records)
    for plan in plans:
        yield plan_package(catalogue, plan["id"], closure.tables(plan["id"]), homepage)


def whole_package(
    catalogue: Catalogue, tables: tuple[Table, ...], plans: tuple[dict[str, Any], ...], homepage: str
) -> Package:
    """The whole dataset.

    Args:
        catalogue: for ``dataset.yml`` and the schemas.
        tables: every table with all its rows.
        plans: the ``plan.yml`` of every plan, by plan id.
        homepage: the site's address; empty where none is known.
    """
    dataset = catalogue.dataset
    title, description = Text(**dataset["title"]), Text(**dataset["description"])
    return Package(
        dataset["name"],
        "all",
        None,
        title,
        description,
        *_edition(catalogue, homepage),
        plans,
        tables,
        _columns(catalogue),
    )


def plan_package(
    catalogue: Catalogue, plan_id: str, tables: tuple[Table, ...], homepage: str, every_format: bool = True
) -> Package:
    """One plan.

    Args:
        catalogue: datasets that hold the plan; what else they hold makes no difference.
        plan_id: the plan.
        tables: its rows and those they lead to, as ``Closure`` cuts them out.
        homepage: the site's address; empty where none is known.
        every_format: whether it is offered in every format.

    Raises:
        ValueError: the id does not fit the schema's pattern, and so cannot name a folder.
    """
    pattern = catalogue.schemas["plans"].by_name["id"].constraints["pattern"]
    if not re.fullmatch(pattern, plan_id):
        raise ValueError(f"plan id {plan_id!r} does not fit {pattern}")
    plan = catalogue.plan_files[plan_id]
    return Package(
        f"{catalogue.dataset['name']}-{plan_id}",
        f"plans/{plan_id}",
        plan_id,
        Text(**plan["title"]),
        Text(**plan["summary"]),
        *_edition(catalogue, homepage),
        (plan,),
        tables,
        _columns(catalogue),
        every_format,
    )


def _edition(catalogue: Catalogue, homepage: str) -> tuple[str, date, str]:
    return catalogue.dataset["version"], date.fromisoformat(catalogue.dataset["as_of"]), homepage


def _columns(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    return _dictionary(Same(catalogue.schemas))


@lru_cache(maxsize=4)
def _dictionary(schemas: Same[dict[str, TableSchema]]) -> tuple[tuple[str, ...], ...]:
    return dictionary.lines(ordered(schemas.held.values()))


def site_address(layout: Layout) -> str:
    """The address the site is published at, as ``mkdocs.yml`` states it; empty where there is none."""
    path = layout.root / "mkdocs.yml"
    if not path.is_file():
        return ""
    # The base loader knows text, lists and mappings only: whatever tags a site's settings use, none is acted on.
    content = yaml.BaseLoader(path.read_text(encoding="utf-8")).get_single_data()
    return str(content.get("site_url", "")) if isinstance(content, dict) else ""
