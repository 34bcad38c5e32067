"""The part of the Extended Date/Time Format (ISO 8601-2) that plans need: years, months, days, and ``20XX``."""

from __future__ import annotations

from calendar import monthrange


def latest(date: str) -> str:
    """The last day an EDTF date can mean, as ``YYYY-MM-DD``; a redacted digit counts as 9.

    >>> latest("2022"), latest("2022-06"), latest("20XX")
    ('2022-12-31', '2022-06-30', '2099-12-31')
    """
    parts = date.replace("X", "9").split("-")
    if len(parts) == 2:
        return f"{'-'.join(parts)}-{monthrange(int(parts[0]), int(parts[1]))[1]}"
    return "-".join((parts + ["12", "31"][len(parts) - 1 :])[:3])


def earliest(date: str) -> str:
    """The first day an EDTF date can mean, as ``YYYY-MM-DD``; a redacted digit counts as 0.

    >>> earliest("2022"), earliest("2022-06"), earliest("20XX")
    ('2022-01-01', '2022-06-01', '2000-01-01')
    """
    parts = date.replace("X", "0").split("-")
    return "-".join((parts + ["01", "01"][len(parts) - 1 :])[:3])


def interval_start(period: str) -> str:
    """The start of an EDTF interval ``2020/2022``; a single date is its own start."""
    return period.partition("/")[0]


def interval_end(period: str) -> str:
    """The end of an EDTF interval ``2020/2022``; a single date is its own end."""
    return period.rpartition("/")[2]


def is_redacted(date: str) -> bool:
    """Whether a digit of the date is blanked in the source."""
    return "X" in date


def year_of(date: str) -> str:
    """The year of an EDTF date; empty where there is no date or a digit of the year is blanked.

    >>> year_of("2022-06"), year_of("20XX"), year_of("")
    ('2022', '', '')
    """
    year = date[:4]
    return "" if is_redacted(year) else year
