"""Which findings are listed where not all can be: some of every kind, never all of one and none of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zoneledger.problems import Problem


def select(problems: Sequence[Problem], of_a_kind: int, in_all: int) -> tuple[list[Problem], Counter[str]]:
    """Picks what is listed.

    The first of every kind come before any second, so that a thousand of one kind hide no other.

    Args:
        problems: in the order in which they are told.
        of_a_kind: how many of one rule at most.
        in_all: how many at most.

    Returns:
        The problems listed, in their order, and by rule code how many are not.
    """
    counted: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for index, problem in enumerate(problems):
        ranked.append((counted[problem.rule.code], index))
        counted[problem.rule.code] += 1
    kept = sorted(entry for entry in ranked if entry[0] < of_a_kind)[:in_all]
    listed = [problems[index] for index in sorted(index for _, index in kept)]
    return listed, counted - Counter(problem.rule.code for problem in listed)
