"""From a card to the bytes of its image: drawn, and stored with a palette of the few colours it has.

Source: PNG specification, third edition, https://www.w3.org/TR/png-3/.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy as np
import numpy.typing as npt

from zoneledger import vega
from zoneledger.charts import lettering
from zoneledger.charts.shelf import Shelf
from zoneledger.social.card import COLOURS, HEIGHT, WIDTH, Card, svg

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Levels a channel keeps: sixteen are enough for the edges of letters.
_BITS = 4
_RGBA, _SUB = 6, 1
#: Beyond this, zlib takes six times as long for a tenth less.
_COMPRESSION_LEVEL = 6

Channel = npt.NDArray[np.uint8]


def png(card: Card, shelf: Shelf | None = None) -> bytes:
    """Draws a card.

    Args:
        card: what the image shows.
        shelf: where images are kept from build to build; nowhere where None.

    Returns:
        A PNG of 1200 by 630 pixels with a palette; the same card gives the same bytes on every machine.
    """
    shelf = shelf or Shelf()
    image = kept(card, shelf)
    if image is None:
        image = _with_palette(*_pixels(vega.png(svg(card))))
        shelf.put(_name(card), image)
    return image


def kept(card: Card, shelf: Shelf) -> bytes | None:
    """A card's image as it was drawn before; None where the renderer is needed for it.

    Args:
        card: what the image shows.
        shelf: where images are kept from build to build.
    """
    return shelf.get(_name(card))


def _name(card: Card) -> str:
    # what goes into the drawing, not the drawing itself: its outlines take longer to write than the image to read
    return sha256(f"{_maker()}\n{WIDTH} {HEIGHT} {card!r}".encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _maker() -> str:
    """What an image depends on beside its card: this package and what it draws with, the fonts, and the compression."""
    modules = [*sorted(Path(__file__).parent.glob("*.py")), Path(lettering.__file__), Path(vega.__file__)]
    program = sha256(b"\n".join(path.read_bytes() for path in modules)).hexdigest()
    made_with = " ".join(version(name) for name in ("vl-convert-python", "pylopdf-fonts-zh-cn"))
    return f"{made_with} {zlib.ZLIB_RUNTIME_VERSION} {program}"


def _pixels(image: bytes) -> tuple[tuple[Channel, ...], npt.NDArray[np.intp]]:
    """The pixels of a PNG as the renderer writes it: RGBA, each pixel as the difference to the one before.

    Half the rows of a card are like others, being empty: each different one is read once.

    Returns:
        The red, green and blue of the different rows, and for every row of the image, which of them it is.

    Raises:
        ValueError: the renderer writes another kind of PNG now.
    """
    chunks = list(_chunks(image))
    width, height, depth, kind = struct.unpack_from(">LLBB", chunks[0][1])
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    rows = np.frombuffer(raw, np.uint8).reshape(height, -1)
    if (width, height, depth, kind) != (WIDTH, HEIGHT, 8, _RGBA) or not (rows[:, 0] == _SUB).all():
        raise ValueError("the renderer's PNG is of an unknown kind")
    numbers: dict[bytes, int] = {}
    order = np.array([numbers.setdefault(row.tobytes(), len(numbers)) for row in rows], np.intp)
    different = rows[np.unique(order, return_index=True)[1]]
    steps = (np.ascontiguousarray(different[:, 1 + channel :: 4]) for channel in range(3))
    return tuple(np.add.accumulate(step, axis=1, dtype=np.uint8) for step in steps), order


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(image):
        (length,) = struct.unpack_from(">L", image, place)
        yield image[place + 4 : place + 8], image[place + 8 : place + 8 + length]
        place += 12 + length


def _with_palette(pixels: tuple[Channel, ...], order: npt.NDArray[np.intp]) -> bytes:
    red, green, blue = ((channel >> (8 - _BITS)).astype(np.uint16) for channel in pixels)
    codes = (red << 2 * _BITS) | (green << _BITS) | blue
    used = np.flatnonzero(np.bincount(codes.ravel(), minlength=1 << 3 * _BITS))
    if len(used) > 256:
        raise ValueError(f"{len(used)} colours in an image")
    place = np.zeros(1 << 3 * _BITS, np.uint8)
    place[used] = np.arange(len(used), dtype=np.uint8)
    table = _table()
    rows = np.zeros((HEIGHT, WIDTH + 1), np.uint8)
    rows[:, 1:] = place[codes][order]
    parts = [
        (b"IHDR", struct.pack(">LLBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(table.get(int(code), _middle(int(code))) for code in used)),
        (b"IDAT", zlib.compress(rows.tobytes(), _COMPRESSION_LEVEL)),
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, data = part
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def _table() -> dict[int, bytes]:
    """The site's own colours by their code: flat areas keep them to the bit."""
    exact = (bytes.fromhex(colour.removeprefix("#")) for colour in COLOURS)
    shift = 8 - _BITS
    return {(c[0] >> shift) << 2 * _BITS | (c[1] >> shift) << _BITS | c[2] >> shift: c for c in exact}


def _middle(code: int) -> bytes:
    levels = (code >> 2 * _BITS, code >> _BITS & 15, code & 15)
    return bytes(level * 17 for level in levels)
