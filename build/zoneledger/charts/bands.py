"""Plans or targets put together by a share or a rate: how they spread where there are too many to name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from zoneledger.problems import Text

Number = int | float | Decimal


@dataclass(frozen=True)
class Bands:
    """Stretches of a scale, one after the other.

    Args:
        edges: where each but the first begins; it belongs to the stretch above it.
        labels: one more than edges.
    """

    edges: Sequence[Number]
    labels: Sequence[Text]

    def key(self, value: Number) -> str:
        """The band that a value falls into, as a key of two digits that sorts like the values."""
        return f"{bisect_right(self.edges, value):02}"

    @property
    def keys(self) -> list[str]:
        """All bands, from the lowest to the highest."""
        return [f"{place:02}" for place in range(len(self.labels))]

    def label(self, key: str) -> Text:
        """What a band is called."""
        return self.labels[int(key)]


#: Shares of a whole, each as 100 times the part over the whole, so that no rounding moves one over an edge.
SHARES = Bands(
    (Decimal("1e-9"), 25, 50, 75, 90, 100),
    tuple(
        Text(zh, en)
        for zh, en in (
            ("一个也没有", "none"),
            ("不到 25%", "under 25%"),
            ("25%—50%", "25% to 50%"),
            ("50%—75%", "50% to 75%"),
            ("75%—90%", "75% to 90%"),
            ("90%—100%", "90% to 100%"),
            ("全部", "all"),
        )
    ),
)


def percent(part: int, whole: int) -> Decimal:
    """A share in per cent."""
    return Decimal(100 * part) / whole
