"""Writes the JSON API below ``/api/v1/``: static files, each made from the datasets alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from zoneledger.api.plans import answers
from zoneledger.api.publication import FOLDER, Publication
from zoneledger.api.whole import PIECES, Parts, piece_files, whole_files
from zoneledger.catalogue import Catalogue
from zoneledger.packages.plans import every_format
from zoneledger.scale import Scale

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
    unpacked = every_format(len(catalogue.plan_files), Scale.of(catalogue.layout))
    parts = []
    for plan_id, _ in publication.records("plans"):
        plan = answers(publication, plan_id, unpacked)
        yield from plan.files.items()
        parts.append(plan.part)
    yield from whole_files(publication, lambda: parts)


def gather(catalogue: Catalogue, parts: Parts, site: Path, site_url: str, pieces: Iterable[str] = PIECES) -> int:
    """Writes the files about all plans; those of the plans themselves (``plan_files``) lie beside them.

    Args:
        catalogue: datasets with every row of the shared lists; their plans make no difference.
        parts: gives the parts of all plans by plan id, each time anew.
        site: the site's top folder.
        site_url: the address the site is served at, with a slash at its end.
        pieces: the pieces of parts whose files are written; all by default.

    Returns:
        The number of files.

    Raises:
        ValueError: an id cannot name a file.
    """
    # Without their rows: to assess the targets of all plans once more would take as long as the rest.
    publication = Publication(catalogue.of(()), site_url)
    return sum(_write(piece_files(publication, piece, parts), site) for piece in pieces)


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
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    count = _write(files(catalogue, site_url), site)
    progress(f"{FOLDER}/")
    return count


def _write(files: Iterable[tuple[str, bytes]], site: Path) -> int:
    count = 0
    for path, content in files:
        target = site / FOLDER / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count
