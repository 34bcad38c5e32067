"""Lints the regular expressions of schemas: they compile, mean one thing to every reader, and always come to an end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zoneledger.check.backtracking import RunawayError, require_quick

Fault = tuple[str, str, str]  # where in the file, offending value, what is wrong (zh|en)


def faults(where: str, pattern: object) -> Iterator[Fault]:
    """What is wrong with the pattern of a column.

    Args:
        where: where it stands.
        pattern: what stands there.
    """
    if not isinstance(pattern, str):
        yield where, str(pattern), "应为文字|Must be text"
        return
    wrong = list(expression(where, pattern))
    yield from wrong
    # Frictionless wraps a pattern in ^ and $: an ungrouped A|B would then accept Ax and yB.
    if not wrong and (re.compile(pattern).groups or _splits_at_top(pattern)):
        yield (
            where,
            pattern,
            "竖线须放在 (?:…) 之内，不用捕获组|Put vertical bars inside (?:…), without capturing groups",
        )


def expression(where: str, pattern: str) -> Iterator[Fault]:
    """What is wrong with any regular expression: it does not compile, or may be matched without end."""
    try:
        # bounds of repeats beyond all measure overflow; brackets without end exhaust the stack
        re.compile(pattern)
        require_quick(pattern)
    except re.error as error:
        at = f"第 {error.pos + 1} 个字符处|at character {error.pos + 1}" if error.pos is not None else "|"
        zh, en = at.split("|")
        yield where, pattern, f"正则表达式{zh}有误|A regular expression that is broken {en}".rstrip()
    except (RunawayError, OverflowError, RecursionError):
        yield (
            where,
            pattern,
            "正则表达式可能无休止地匹配：不要在重复里再重复|The expression may be matched without end: no repeats inside repeats",
        )


def _splits_at_top(pattern: str) -> bool:
    """Whether the pattern has a ``|`` outside every bracket."""
    depth, in_set, escaped = 0, False, False
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            return True
    return False
