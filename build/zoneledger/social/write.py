"""Writes the previews that pages point to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from zoneledger.charts.shelf import Shelf
from zoneledger.social.card import Card
from zoneledger.social.images import kept, png


def write(
    cards: Mapping[str, Card],
    site: Path,
    progress: Callable[[str], None] = lambda _: None,
    shelf: Shelf | None = None,
) -> None:
    """Draws every card; equal cards are drawn once.

    Args:
        cards: by the image's address below the site's root.
        site: the site's top folder.
        progress: told each folder before its first image is drawn.
        shelf: where images are kept from build to build; nowhere where None.
    """
    drawn: dict[Card, bytes] = {}
    folders: set[Path] = set()
    for address, card in cards.items():
        target = site / address
        if target.parent not in folders:
            folders.add(target.parent)
            progress(f"{target.parent.relative_to(site).as_posix()}/")
            target.parent.mkdir(parents=True, exist_ok=True)
        if card not in drawn:
            drawn[card] = png(card, shelf)
        target.write_bytes(drawn[card])


def write_kept(cards: Mapping[str, Card], site: Path, shelf: Shelf) -> dict[str, Card]:
    """Writes the previews that were drawn before, for which no renderer is needed; gives the cards of the others.

    Args:
        cards: by the image's address below the site's root.
        site: the site's top folder.
        shelf: where images are kept from build to build.
    """
    rest: dict[str, Card] = {}
    for address, card in cards.items():
        image = kept(card, shelf)
        if image is None:
            rest[address] = card
            continue
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(image)
    return rest
