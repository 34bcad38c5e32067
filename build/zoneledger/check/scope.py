"""What a rule beyond the schema looks at, and so where it can be checked."""

from __future__ import annotations

from enum import Enum


class Scope(Enum):
    """How much of the data a rule needs at once.

    A rule of a plan looks at the rows of one plan and at rows of shared lists, never at another plan: it can be checked
    plan by plan, in any order and on any machine. One of the shared lists looks at these alone. One of each table does
    either, table by table. One across plans first draws from each plan what it must know of it, then judges all that.
    """

    PLAN = "plan"
    SHARED = "shared"
    TABLE = "table"
    ACROSS = "across"
