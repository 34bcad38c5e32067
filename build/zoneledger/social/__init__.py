"""Preview images: what a message or a feed shows beside a link to a page, one PNG a page and language.

An image is a pure function of a card's words and figures: no font of the machine, no clock, no network.
"""

from zoneledger.social.card import HEIGHT, WIDTH, Card, Key, svg
from zoneledger.social.images import png
from zoneledger.social.write import write, write_kept

__all__ = ["HEIGHT", "WIDTH", "Card", "Key", "png", "svg", "write", "write_kept"]
