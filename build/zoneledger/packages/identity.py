"""Keys of caches for what cannot be hashed by what it holds, like a schema: that very object and no other."""

from __future__ import annotations

from typing import Generic, TypeVar

Held = TypeVar("Held")


class Same(Generic[Held]):
    """Equal only to a key of the very same object, which it keeps alive, so that its identity is not given away.

    Args:
        held: the object; nobody changes it.
    """

    __slots__ = ("held",)

    def __init__(self, held: Held) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.held is self.held
