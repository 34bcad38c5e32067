"""Whether a regular expression could run for ever on some text: the engine tries every way to split what it repeats.

Such an expression in a schema would stop every check with a single cell. What is refused here is more than what runs
away, but no form that schemas need: the ways of matching must be few, or told apart by the next character.
"""

from __future__ import annotations

from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

#: Ways to choose among alternatives and optional parts, over a whole expression.
_MOST_WAYS = 100_000
_LONGEST = 1_000
#: Two places where a text can be shared out are too many.
_SHARED = 1_000
#: Every character, for the classes whose members are not listed.
_ANY = frozenset({-1})

Items = list[tuple[Any, Any]]
_SINGLE = (c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY)


class RunawayError(ValueError):
    """An expression that could be matched in too many ways."""


def require_quick(pattern: str) -> None:
    """Refuses an expression whose matching may take for ever.

    Args:
        pattern: one that ``re.compile`` takes.

    Raises:
        RunawayError: it may.
    """
    if len(pattern) > _LONGEST:
        raise RunawayError("too long")
    if _ways(list(_parser.parse(pattern))) > _MOST_WAYS:
        raise RunawayError("too many alternatives")


def _ways(items: Items) -> int:
    """Checks a sequence; in how many ways its alternatives can be taken."""
    ways = 1
    for position, (kind, value) in enumerate(items):
        if kind is c.AT or kind in _SINGLE:
            continue
        if kind is c.SUBPATTERN:
            ways *= _ways(list(value[3]))
        elif kind is c.BRANCH:
            ways *= sum(_ways(list(branch)) for branch in value[1])
        elif kind is c.MAX_REPEAT:
            ways *= _repeat(value, items[position + 1 :])
        else:
            raise RunawayError(f"{str(kind).lower()} is not allowed")
        if ways > _MOST_WAYS:
            raise RunawayError("too many alternatives")
    return ways


def _repeat(value: tuple[int, Any, Any], rest: Items) -> int:
    least, most, body = value[0], value[1], list(value[2])
    if len(body) == 1 and body[0][0] in _SINGLE:
        if least != most and most > 1 and _overlap(_first(body), _first(rest)):
            raise RunawayError("what follows a repeat could belong to it")
        return 2 if most == 1 else 1
    if most == 1:
        return 1 + _ways(body)
    # each round must begin with a character that stands nowhere else in it, so that a text has one way to be cut
    head, tail = body[:1], body[1:]
    if not head or head[0][0] is not c.LITERAL or any(_overlap(_first(head), found) for found in _all(tail)):
        raise RunawayError("a repeat inside a repeat")
    _ways(tail)
    # a text can still be shared out between the rounds and what follows them; one such place in an expression is harmless
    return _SHARED if _overlap(_first(head), _first(rest)) else 1


def _first(items: Items) -> frozenset[int]:
    """The characters a sequence may begin with; nothing at its end."""
    found: frozenset[int] = frozenset()
    for kind, value in items:
        if kind is c.AT:
            continue
        if kind in _SINGLE:
            return found | _members(kind, value)
        if kind is c.SUBPATTERN:
            return found | _first(list(value[3]))
        if kind is c.BRANCH:
            return found.union(*(_first(list(branch)) for branch in value[1]))
        if kind is not c.MAX_REPEAT:
            return _ANY
        found |= _first(list(value[2]))
        if value[0]:
            return found
    return found


def _all(items: Items) -> list[frozenset[int]]:
    """The members of every class anywhere in a sequence."""
    found = []
    for kind, value in items:
        if kind in _SINGLE:
            found.append(_members(kind, value))
        elif kind is c.SUBPATTERN:
            found += _all(list(value[3]))
        elif kind is c.BRANCH:
            found += [members for branch in value[1] for members in _all(list(branch))]
        elif kind is c.MAX_REPEAT:
            found += _all(list(value[2]))
        elif kind is not c.AT:
            found.append(_ANY)
    return found


def _members(kind: Any, value: Any) -> frozenset[int]:
    """The characters of a class, below 128; of others only that there may be some."""
    if kind is c.LITERAL:
        return frozenset({value})
    if kind is not c.IN:
        return _ANY if kind is c.ANY else frozenset({-1, *range(128)}) - {value}
    found: set[int] = set()
    for part, member in value:
        if part is c.LITERAL:
            found.add(member)
        elif part is c.RANGE:
            found |= set(range(member[0], min(member[1], 0x3000) + 1))
        elif part is c.CATEGORY:
            found |= _CATEGORIES.get(member, frozenset({-1, *range(128)}))
    if (c.NEGATE, None) in value:
        return frozenset({-1, *range(128)}) - found if -1 not in found else frozenset(range(128)) - found
    return frozenset(found)


_DIGITS = frozenset(range(48, 58))
_SPACES = frozenset((9, 10, 11, 12, 13, 32))
_CATEGORIES: dict[Any, frozenset[int]] = {
    c.CATEGORY_DIGIT: _DIGITS,
    c.CATEGORY_SPACE: _SPACES,
    c.CATEGORY_NOT_SPACE: frozenset({-1, *range(128)}) - _SPACES,
    c.CATEGORY_NOT_DIGIT: frozenset({-1, *range(128)}) - _DIGITS,
}


def _overlap(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one & other) or (one == _ANY and bool(other)) or (other == _ANY and bool(one))
