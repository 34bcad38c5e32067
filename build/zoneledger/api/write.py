"""Writes the JSON API below ``/api/v1/``: static files, each made from the datasets alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from zoneledger.api.answers import entity_files
from zoneledger.api.entities import ENTITIES
from zoneledger.api.openapi import openapi_file
from zoneledger.api.paging import ROWS
from zoneledger.api.plans import plan_files
from zoneledger.api.publication import FOLDER, Links, Publication
from zoneledger.api.tables import both, table_files
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text

Progress = Callable[[str], None]


def files(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file; each is made when it is asked for, and none is held.

    Args:
        catalogue: checked datasets.
        site_url: the address the site is served at, with a slash at its end.

    Raises:
        ValueError: an id cannot name a file.
    """
    publication = Publication(catalogue, site_url)
    yield _index(publication)
    yield openapi_file(publication)
    yield from table_files(publication)
    yield from plan_files(publication)
    for entity in ENTITIES:
        yield from entity_files(publication, entity)


def write(catalogue: Catalogue, site: Path, site_url: str, progress: Progress = lambda _: None) -> int:
    """Writes all files, in place of those written before.

    Args:
        catalogue: checked datasets.
        site: the site's top folder.
        site_url: the address the site is served at, with a slash at its end.
        progress: told the API's folder once it is written.

    Returns:
        The number of files.

    Raises:
        ValueError: an id cannot name a file.
    """
    top = site / FOLDER
    shutil.rmtree(top, ignore_errors=True)
    count = 0
    for path, content in files(catalogue, site_url):
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(content)
        count += 1
    progress(f"{FOLDER}/")
    return count


def _index(publication: Publication) -> tuple[str, bytes]:
    names = ("tables", "plans", *(entity.folder for entity in ENTITIES), "openapi")
    dataset = publication.catalogue.dataset
    result = {
        "addresses": {name: publication.address(f"{name}.json") for name in names},
        "description": both(Text(**dataset["description"])),
        "rows_per_page": ROWS,
        "title": both(Text(**dataset["title"])),
    }
    links = Links(page="api/", source="data/all/datapackage.json")
    return "index.json", publication.answer("index.json", result, len(names), links)
