"""The page of downloads, ``/data/``: what to take for what, every format with size and checksum, tables, plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.packages import licence, manifest
from zoneledger.packages.formats.limits import MOST_ROWS
from zoneledger.packages.tables import ordered
from zoneledger.packages.write import Download
from zoneledger.pages.download_examples import examples
from zoneledger.pages.offers import Offers, filed
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import short_titles

#: Plans on the page, in the order of their ids; every plan's own page has its files as well.
PLANS_SHOWN = 50


@dataclass(frozen=True)
class TableFiles:
    """One table with its single files."""

    schema: TableSchema
    rows: int
    files: Sequence[Download]


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    offered = filed(context.downloads)
    whole, plans = offered.get("", Offers()), short_titles(catalogue)
    database = whole.by_id.get("sqlite")
    searchable = database is not None and database.main.rows <= MOST_ROWS
    values = {
        "whole": whole,
        "formats": whole.by_id,
        "searchable": searchable,
        "tables": _tables(catalogue, whole),
        "plans": [
            (plan_id, called, offered.get(plan_id, Offers()).by_id)
            for plan_id, called in islice(plans.items(), PLANS_SHOWN)
        ],
        "plan_total": len(plans),
        "licence": licence,
        "manifest": manifest.FILE_NAME,
        "calendars": context.calendars,
    }
    for lang, renderer in renderers.items():
        words = renderer.words["data"]
        shown = {
            "examples": examples(context.site_url, lang, searchable),
            "readings": {offer.form.id: reading(offer.form.reading.of(lang)) for offer in whole.formats},
        }
        yield lang, renderer.page("data.html", "data/", words["title"], words["description"], **{**values, **shown})


def _tables(catalogue: Catalogue, whole: Offers) -> list[TableFiles]:
    files = whole.tables
    return [
        TableFiles(schema, files[schema.name][0].rows, files[schema.name])
        for schema in ordered(catalogue.schemas.values())
        if schema.name in files
    ]


def reading(markdown: str) -> list[list[tuple[bool, str]]]:
    """A format's notes, which are a Markdown list: each item as stretches, code or not.

    >>> reading("- 写 `a`。\\n- 完")
    [[(False, '写 '), (True, 'a'), (False, '。')], [(False, '完')]]
    """
    items = re.split(r"^- ", markdown, flags=re.MULTILINE)[1:]
    return [
        [(place % 2 == 1, part) for place, part in enumerate(item.strip().split("`")) if part] for item in items
    ]
