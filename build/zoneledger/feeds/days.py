"""Which day an EDTF deadline stands on: the last one it can mean, with words that do not pretend the day was printed."""

from __future__ import annotations

from datetime import date

from zoneledger.edtf import is_redacted, latest
from zoneledger.feeds.item import When
from zoneledger.problems import Text
from zoneledger.views.date import date_words

_YEAR = Text(
    "文件只写到年，日历记在这一年的最后一天。",
    "The document names the year only; the calendar shows its last day.",
)
_MONTH = Text(
    "文件只写到月，日历记在这个月的最后一天。",
    "The document names the month only; the calendar shows its last day.",
)


def deadline(edtf: str) -> When | None:
    """A deadline as a day.

    ``2022`` (X年、X年底前、到X年) stands on 31 December and says 年底前; ``2022-06`` stands on 30 June and says 6月底前; a
    full date stands on its day. A date with a redacted digit has no day, nor has one that no calendar knows.

    Args:
        edtf: a year, month or day as `schemas/targets.json` allows it.

    Returns:
        None where it has no day.
    """
    if not edtf or is_redacted(edtf):
        return None
    try:
        day = date.fromisoformat(latest(edtf))
    except ValueError:
        return None
    words = date_words(edtf)
    if len(edtf) == 4:
        return When(edtf, day, Text(f"{words.zh}底前", f"by the end of {words.en}"), _YEAR)
    if len(edtf) == 7:
        return When(edtf, day, Text(f"{words.zh}底前", f"by the end of {words.en}"), _MONTH)
    return When(edtf, day, Text(f"{words.zh}前", f"by {words.en}"))
