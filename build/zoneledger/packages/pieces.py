"""Content deflated in pieces that can be put one behind the other, so that what is in two archives is compressed once.

A piece ends on a byte and refers to nothing before it, so that any sequence of pieces with ``END`` behind it is a deflate
stream. Source: RFC 1951, section 3.2.3, and zlib's manual on ``Z_FULL_FLUSH``.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import NamedTuple

#: An empty last block with fixed codes: the end of every stream.
END = b"\x03\x00"
#: Of what is compressed anew in every build: half the time of zlib's usual level, for an eighth more room.
LEVEL = 3
# Of what is compressed once and used by every plan.
_LEVEL_OF_CONSTANTS = 9


class Piece(NamedTuple):
    """A stretch of content.

    Args:
        packed: it as whole deflate blocks, none of them the last.
        content: it as it is.
    """

    packed: bytes
    content: bytes


def piece(content: bytes, level: int = LEVEL) -> Piece:
    """A stretch of content with its blocks; the same bytes give the same blocks, whatever stands around them."""
    return Piece(deflated(content, level), content)


@lru_cache(maxsize=256)
def constant(content: bytes) -> Piece:
    """The same for what many packages hold alike; it is compressed well, once."""
    return piece(content, _LEVEL_OF_CONSTANTS)


def deflated(content: bytes, level: int = LEVEL) -> bytes:
    """Content as whole deflate blocks; nothing for nothing."""
    if not content:
        return b""
    stream = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush(zlib.Z_FULL_FLUSH)
