"""The documents of pages over all plans: kept pages with their heads, in their frames, as parts of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import partial

from zoneledger.catalogue import Catalogue
from zoneledger.heads import Heads, Scope
from zoneledger.pages import Frames
from zoneledger.parts.gathered import Gathered
from zoneledger.parts.kept import Kept
from zoneledger.parts.pieces import Pages, Piece
from zoneledger.parts.store import Part, Workplace
from zoneledger.social.card import Card, Key

ENTRIES = "heads"
_CARDS = "cards"
#: The one table of plans that heads read; everything else of theirs stands in ``plan.yml``, or is an entry.
_TABLES = ("plans",)
#: Kinds of pages whose heads name files to download. Those differ after nearly every edit, so no other kind is given them.
OFFERING = ("home", "downloads")


@dataclass(frozen=True)
class Documents:
    """What completes the pages of one build.

    Args:
        frames: what pages are filled into.
        kept: the pages.
        gathered: where documents are kept.
        scope: what is said of all pages to come; it is kept under ``ENTRIES``.
        offered: a name for the files that the site offers.
    """

    frames: Frames
    kept: Kept
    gathered: Gathered
    scope: Scope
    offered: str

    def parts(self, name: str, hub: str, pages: Pages) -> list[Part]:
        """The documents of a kind of pages, as they were kept or made now: where pages are kept in pieces, so are these.

        Args:
            name: of the kind.
            hub: the hub's path whose frame they are filled into.
            pages: what is kept under that name.
        """
        context, offers = self.kept.context, name in OFFERING

        def fill(piece: Piece, catalogue: Catalogue, workplace: Workplace) -> None:
            heads = Heads(catalogue, context.site_url, context.downloads if offers else None, self.scope)
            self.frames.write_linked(piece, hub, heads, workplace.site)
            workplace.save(_CARDS, {place: asdict(card) for place, card in heads.cards.items()})

        beside = [self.kept.digest(ENTRIES), self.offered if offers else ""]
        fills = [(piece.said, partial(fill, piece)) for piece in pages.pieces]
        return self.gathered.pieces(f"documents-{name}", fills, _TABLES, beside)


def cards(parts: Iterable[Part]) -> dict[str, Card]:
    """The previews that the documents of some parts point to, by address below the site's root."""
    said = [each for part in parts for each in part.extract(_CARDS).items()]
    return {place: Card(**{**card, "keys": tuple(Key(**key) for key in card["keys"])}) for place, card in said}
