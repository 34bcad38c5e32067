"""Between which days a plan's recurring duties fall: from its issue, or its first day if later, to its last day."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from zoneledger.edtf import earliest, interval_end, interval_start, is_redacted, latest


class Period(NamedTuple):
    """The first and the last day, both included."""

    first: date
    last: date


def period(plan: dict[str, Any], effective_from: str = "") -> Period | None:
    """The days on which a recurring duty of a plan can fall.

    Args:
        plan: content of ``plan.yml``.
        effective_from: EDTF date from which the duty applies; empty where the row names none.

    Returns:
        None where the plan prints no first and last year, or a digit of them is redacted: a rule without an end would run
        for ever, one with a guessed end would pretend.
    """
    printed = str(plan.get("period") or "")
    if not printed or is_redacted(printed) or is_redacted(effective_from):
        return None
    issued = str(plan.get("issued_on") or "")
    starts = [interval_start(printed), *([] if is_redacted(issued) else [issued]), effective_from]
    try:
        first = max(date.fromisoformat(earliest(start)) for start in starts if start)
        last = date.fromisoformat(latest(interval_end(printed)))
    except ValueError:
        return None
    return Period(first, last) if first <= last else None
