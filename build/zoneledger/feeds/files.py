"""The calendars as files, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.feeds.calendars import Calendars, Part
from zoneledger.feeds.event import Entry
from zoneledger.feeds.icalendar_format import Setting, encode
from zoneledger.problems import Text


def write(calendars: Calendars, catalogue: Catalogue, site: Path, site_url: str, stem: str = "") -> int:
    """Writes every calendar, or one part of one.

    Args:
        calendars: what `gather` or `join` found.
        catalogue: for the dataset's version and date.
        site: the site's top folder; both languages link to the same files.
        site_url: where it will be served, with a slash at its end; empty where that is unknown.
        stem: the part's path without its ending; empty for all.

    Returns:
        The number of files.
    """
    written = 0
    both = settings(catalogue, site_url, calendars.titles, calendars.places)
    for part in (each for each in parts(calendars) if stem in ("", each.stem)):
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


def said(calendars: Calendars) -> dict[str, str]:
    """A name for what each file says beside the setting, by the stem of its part.

    Args:
        calendars: what `join` gave.
    """
    return {part.stem: _said(part) for part in parts(calendars)}


def _said(part: Part) -> str:
    events = [each.said if isinstance(each, Entry) else repr(each) for each in part.events]
    return blake2b("\n".join([part.stem, *part.name, *events]).encode(), digest_size=16).hexdigest()
