"""The part of the Extended Date/Time Format (ISO 8601-2) that plans need: years, months, days, and ``20XX``."""

from __future__ import annotations


def latest(date: str) -> str:
    """The last day an EDTF date can mean, as ``YYYY-MM-DD``; a redacted digit counts as 9.

    >>> latest("2022"), latest("2022-06"), latest("20XX")
    ('2022-12-31', '2022-06-31', '2099-12-31')
    """
    parts = date.replace("X", "9").split("-")
    return "-".join((parts + ["12", "31"][len(parts) - 1 :])[:3])


def interval_end(period: str) -> str:
    """The end of an EDTF interval ``2020/2022``; a single date is its own end."""
    return period.rpartition("/")[2]


def is_redacted(date: str) -> bool:
    """Whether a digit of the date is blanked in the source."""
    return "X" in date
