"""The picture of a preview: mark and site's name, kind of page, title, up to three figures. One template for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zoneledger.charts.lettering import one_line
from zoneledger.site.head import PREVIEW_SIZE
from zoneledger.social.lines import wrap
from zoneledger.social.typeface import Typeface, sans, serif

WIDTH, HEIGHT = PREVIEW_SIZE

PAGE, INK, SOFT, LINE = "#ffffff", "#1b2430", "#4d5968", "#dde2e8"
MARK = "#bf3a2c"
COLOURS = (PAGE, INK, SOFT, LINE, MARK)

_MARGIN = 76
_ROOM = WIDTH - 2 * _MARGIN
#: Sizes a title is tried in, each with the lines that fit between the head and the figures at that size.
_SIZES = ((82, 2), (70, 3), (60, 3))
_LEADING = 1.28
_FIGURES = 3

#: The site's mark, as in ``logo.svg``.
_LOGO = (
    f'<rect width="32" height="32" rx="4" fill="{MARK}"/>'
    f'<path fill="{PAGE}" d="M6 5h21v3H9v16h18v3H6zM12 11h15v3H12zM12 18h9v3h-9z"/>'
)


@dataclass(frozen=True)
class Key:
    """A figure and what it counts, ready to read."""

    figure: str
    label: str


@dataclass(frozen=True)
class Card:
    """What an image shows, in one language.

    Args:
        site: the site's name.
        kind: what kind of page it is.
        title: the page's title, of any length.
        keys: its figures; the first three are shown.
    """

    site: str
    kind: str
    title: str
    keys: tuple[Key, ...] = ()


def svg(card: Card) -> str:
    """Draws a card; all text is outlines.

    Args:
        card: its texts may hold anything; what the fonts lack is drawn as 〓.

    Returns:
        An SVG document of 1200 by 630 pixels.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAGE}"/>'
        f'<g transform="translate({_MARGIN} 56) scale(1.75)">{_LOGO}</g>'
        f"{''.join(_head(card))}{''.join(_title(card))}{''.join(_keys(card))}</svg>"
    )


def _head(card: Card) -> Iterator[str]:
    kind = _fit(card.kind, sans(), 28, _ROOM / 2)
    yield _text((_MARGIN + 76, 94), sans(), 28, INK, _fit(card.site, sans(), 28, _ROOM / 2 - 100))
    yield _text((WIDTH - _MARGIN - sans().width(kind, 28), 94), sans(), 28, SOFT, kind)
    yield _rule(136, 1)


def _title(card: Card) -> Iterator[str]:
    text = serif().shown(one_line(card.title))
    for size, most in _SIZES:
        lines = wrap(text, serif(), size, _ROOM, most + 1)
        if len(lines) <= most:
            break
    else:
        lines = wrap(text, serif(), size, _ROOM, most)
    # the block stands in the middle of its room; without figures there is more of it
    middle = 300 if card.keys else 356
    top = middle - len(lines) * size * _LEADING / 2
    for place, line in enumerate(lines):
        yield _text((_MARGIN, top + (place + 0.82) * size * _LEADING), serif(), size, INK, line)


def _keys(card: Card) -> Iterator[str]:
    keys = card.keys[:_FIGURES]
    yield f'<rect x="{_MARGIN}" y="{HEIGHT - 8}" width="112" height="8" fill="{MARK}"/>'
    if not keys:
        return
    yield _rule(456, 1)
    column = _ROOM / _FIGURES
    for place, key in enumerate(keys):
        left = _MARGIN + place * column
        yield _text((left, 534), sans(), 58, INK, _fit(key.figure, sans(), 58, column - 24))
        yield _text((left, 576), sans(), 25, SOFT, _fit(key.label, sans(), 25, column - 24))


def _rule(y: float, height: float) -> str:
    return f'<rect x="{_MARGIN}" y="{y:g}" width="{_ROOM}" height="{height:g}" fill="{LINE}"/>'


def _fit(text: str, face: Typeface, size: float, room: float) -> str:
    return wrap(face.shown(one_line(text)), face, size, room, 1)[0]


def _text(start: tuple[float, float], face: Typeface, size: float, colour: str, text: str) -> str:
    """A line of text as outlines, from the left end of its baseline."""
    (x, y), scale = start, size / face.em
    at, glyphs = 0, []
    for char in text:
        if path := face.path(char):
            glyphs.append(f'<path transform="translate({at})" d="{path}"/>')
        at += face.advance(char)
    return f'<g fill="{colour}" transform="translate({x:g} {y:g}) scale({scale:g} {-scale:g})">{"".join(glyphs)}</g>'
