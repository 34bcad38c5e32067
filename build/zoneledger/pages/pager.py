"""Long lists on several pages that need no script: where a page stands among them, and what each of them holds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from zoneledger.pages.words import Words

T = TypeVar("T")

#: No page of HTML is heavier than this, in bytes; what a row can weigh at most decides how many rows a page has.
HEAVIEST = 500_000
#: From how many pages on a pager names them by number; with fewer, the next and the one before are all there is.
NUMBERED = 4
#: How many numbers it names on each side of the present one.
_BESIDE = 2


@dataclass(frozen=True)
class Pager:
    """Where a page stands in a row of pages.

    Args:
        number: its place, from 1.
        last: how many there are.
        folder: the address of the first one below the language's root; the others lie in numbered folders there.
        starts: on which page the rows of each group begin, by the group's key: a plan, a province.
    """

    number: int
    last: int
    folder: str
    starts: Mapping[Hashable, int] = field(default_factory=dict)

    def address(self, number: int) -> str:
        """The address of a page of the row, below the language's root."""
        return self.folder if number == 1 else f"{self.folder}{number}/"

    def at(self, number: int) -> Pager:
        """The pager of another page of the row."""
        return replace(self, number=number)

    def named(self, words: Words, title: str) -> str:
        """A title or a description that says which page it is; the first one's stays as it is.

        Args:
            words: interface words of the page's language.
            title: what all pages of the row share.
        """
        return title if self.number == 1 else str(words["pager"]["title"]).format(title=title, number=self.number)

    @property
    def numbers(self) -> list[int]:
        """The pages to name by number, 0 for those left out: the first, the last, those around, and steps of ten."""
        if self.last < NUMBERED:
            return []
        near = range(self.number - _BESIDE, self.number + _BESIDE + 1)
        step = 10 if self.last <= 100 else 10 ** (len(str(self.last)) - 1)
        named = sorted({1, self.last, *near, *range(step, self.last, step)} & set(range(1, self.last + 1)))
        found: list[int] = []
        for before, number in zip([0, *named], named, strict=False):
            found += [0, number] if number > before + 1 else [number]
        return found


def parted(items: Iterable[T], most: int, weight: Callable[[T], int] = lambda _: 1) -> list[list[T]]:
    """Items in their order on as few pages as hold them; a page without items where there are none.

    Args:
        items: what to spread.
        most: what a page holds at most.
        weight: what an item takes of it; one that takes more has a page of its own.
    """
    found: list[list[T]] = [[]]
    left = most
    for item in items:
        takes = weight(item)
        if takes > left and found[-1]:
            found.append([])
            left = most
        found[-1].append(item)
        left -= takes
    return found


def starts(parts: Sequence[Sequence[T]], group: Callable[[T], Hashable]) -> dict[Hashable, int]:
    """On which page each group of items begins, in the order of pages."""
    found: dict[Hashable, int] = {}
    for number, part in enumerate(parts, start=1):
        for item in part:
            found.setdefault(group(item), number)
    return found
