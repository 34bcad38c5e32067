"""What text of a pattern looks like, for people who do not read regular expressions."""

from __future__ import annotations

import re

#: The end of an id's pattern: the letter of its table, and how many digits follow at least.
_NUMBERED = re.compile(r"-([a-z])\\d\{(\d),\}$")
_DATES = ("2022", "2022-06", "2022-06-30", "2020/2022", "2019-01/2019-06")
_ADDRESS = "https://www.example.gov.cn/a.html"


def examples(pattern: str, plan_id: str) -> tuple[str, ...]:
    """Texts of a pattern; none where the description of its column must do.

    Args:
        pattern: the regular expression of the column's schema.
        plan_id: the plan the row belongs to; empty in shared lists.
    """
    if plan_id and (numbered := _NUMBERED.search(pattern)):
        return (f"{plan_id}-{numbered[1]}{'1'.zfill(int(numbered[2]))}",)
    if pattern.startswith(r"(?:\d{4}|"):
        return tuple(date for date in _DATES if re.fullmatch(pattern, date))
    return (_ADDRESS,) if re.fullmatch(pattern, _ADDRESS) and not re.fullmatch(pattern, "-") else ()
