"""What follows from the rows of one plan alone, and is told of all plans: reckoned with the plan's part, then looked up.

Whoever makes something about all plans from facts need not make it again where a cell changed that alters none of them:
it is the facts that count as read, not the columns behind them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, is_dataclass
from typing import Any, Generic, TypeVar

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.once import once_a_plan

T = TypeVar("T")


@dataclass(frozen=True)
class Facts:
    """The facts of a catalogue, where they are known.

    Args:
        find: a fact of a plan as JSON has it, by the fact's name and the plan's id.
        asked: the names of those that were asked for.
    """

    find: Callable[[str, str], Any]
    asked: set[str] = field(default_factory=set)

    def begun(self) -> Facts:
        """The same, of which none was asked for."""
        return Facts(self.find)


class Fact(Generic[T]):
    """A function of one plan's rows and the shared lists, as ``fact`` makes it.

    Args:
        compute: it, from a catalogue that holds the plan, and the plan's id.
        read: from what JSON makes of its answer to that answer again.
    """

    def __init__(self, compute: Callable[[Catalogue, str], T], read: Callable[[Any], T]) -> None:
        self.name: str = compute.__name__
        self.__doc__ = compute.__doc__
        self._compute, self._read = once_a_plan(compute), read

    def __call__(self, catalogue: Catalogue, plan_id: str) -> T:
        """The answer: looked up where the catalogue was told it, else computed."""
        if catalogue.facts is None:
            return self._compute(catalogue, plan_id)
        catalogue.facts.asked.add(self.name)
        return self._read(catalogue.facts.find(self.name, plan_id))

    def as_json(self, catalogue: Catalogue, plan_id: str) -> Any:
        """The answer as JSON has it."""
        return plain(self(catalogue, plan_id))


def fact(read: Callable[[Any], T]) -> Callable[[Callable[[Catalogue, str], T]], Fact[T]]:
    """Makes a function of one plan a fact; ``parts.facts`` lists them all.

    Args:
        read: from what JSON makes of its answer to that answer again.
    """
    return lambda compute: Fact(compute, read)


def plain(value: object) -> Any:
    """A value as JSON has it: of a dataclass its fields in order."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value
