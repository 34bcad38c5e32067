"""The calendars as files, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.feeds.calendars import Calendars, Part
from zoneledger.feeds.icalendar_format import Setting, encode
from zoneledger.problems import Text


def write(
    calendars: Calendars,
    catalogue: Catalogue,
    site: Path,
    site_url: str,
    progress: Callable[[str], None] = lambda _: None,
) -> int:
    """Writes every calendar.

    Args:
        calendars: what `gather` found.
        catalogue: for the dataset's version and date.
        site: the site's top folder; both languages link to the same files.
        site_url: where it will be served, with a slash at its end; empty where that is unknown.
        progress: told each kind of calendar before its files are written.

    Returns:
        The number of files.
    """
    written, folders = 0, set[str]()
    both = settings(catalogue, site_url, calendars.titles, calendars.places)
    for part in parts(calendars):
        if (folder := part.stem.rpartition("/")[0]) not in folders:
            folders.add(folder)
            progress(f"{folder}/")
        for setting in both:
            target = site / part.path(setting.lang)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(encode(part, setting))
            written += 1
    return written


def settings(
    catalogue: Catalogue, site_url: str, titles: dict[str, Text], places: dict[str, Text]
) -> tuple[Setting, Setting]:
    """What all files of Chinese share, and of English.

    Args:
        catalogue: for the dataset's version and date.
        site_url: where they will be served, with a slash at its end; empty where that is unknown.
        titles: the plans' short titles.
        places: the plans' cities.
    """
    shared = (site_url, str(catalogue.dataset["version"]), date.fromisoformat(catalogue.as_of), titles, places)
    return Setting("zh", *shared), Setting("en", *shared)


def parts(calendars: Calendars) -> Iterator[Part]:
    """Every file of every calendar, the whole first."""
    whole = [calendars.whole] if calendars.whole else []
    for calendar in (*whole, *calendars.plans.values(), *calendars.agencies.values()):
        yield from calendar.parts
