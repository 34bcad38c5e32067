"""Moves the dates of curated rows to the years of another plan."""

from __future__ import annotations

from dataclasses import dataclass

#: Plans begin in one of so many years before the data's date.
YEARS = 10


@dataclass(frozen=True, slots=True)
class Shift:
    """From a curated plan's years to another plan's.

    Args:
        years: to be added.
        end: the last year of the plan; 0 where its period is not known.
        was_end: the last year of the curated one.
    """

    years: int
    end: int = 0
    was_end: int = 0

    def date(self, date: str) -> str:
        """An EDTF date or interval, moved; blanked digits stay blank.

        >>> Shift(3).date("2019-01/2019-06"), Shift(3).date("20XX"), Shift(1).date("2020-02-29")
        ('2022-01/2022-06', '20XX', '2021-02-28')
        """
        return "/".join(map(self._one, date.split("/")))

    def due(self, date: str, may_pass: bool) -> str:
        """A deadline, moved; it stays within the plan's period, and at its end if it was there.

        Args:
            date: EDTF.
            may_pass: whether a note explains that it lies after the period.
        """
        moved = self.date(date)
        if not self.end or not moved[:4].isdigit():
            return moved
        if len(date) == 4 and date == str(self.was_end):
            return str(self.end)
        return str(self.end) if int(moved[:4]) > self.end and not may_pass else moved

    def year(self, year: str) -> str:
        """A year in a text, moved."""
        return str(int(year) + self.years)

    def _one(self, date: str) -> str:
        if not date[:4].isdigit():
            return date
        moved = f"{int(date[:4]) + self.years}{date[4:]}"
        return f"{moved[:4]}-02-28" if moved[4:] == "-02-29" else moved
