"""What a check's outcome depends on, as short digests: the program, the schemas, the shared lists, a plan's own files."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

import zoneledger
from zoneledger.catalogue.folder import Contents, contents
from zoneledger.layout import Layout

#: Packages whose other releases may judge otherwise.
_JUDGES = ("frictionless", "jsonschema", "pyyaml")


def digest(pieces: Iterable[bytes]) -> str:
    """A digest of pieces that could not be cut otherwise."""
    found = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        found.update(len(piece).to_bytes(8, "big"))
        found.update(piece)
    return found.hexdigest()


@cache
def program() -> str:
    """The program itself: its source, the interpreter, and the libraries that judge."""
    folder = Path(zoneledger.__file__).parent
    names = [f"{name} {metadata.version(name)}" for name in _JUDGES]
    source = (path.read_bytes() for path in sorted(folder.rglob("*.py")))
    return digest([sys.version.encode(), *(name.encode() for name in names), *source])


def of_schemas(layout: Layout) -> str:
    """The program and the schemas: what a verdict on the schemas themselves depends on."""
    return digest([program().encode(), *_pieces(contents(layout.schemas))])


def of_shared(layout: Layout) -> str:
    """What the outcome of every plan depends on: program, schemas, shared lists."""
    return digest([of_schemas(layout).encode(), *_pieces(contents(layout.reference))])


def of_plan(shared: str, plan_id: str, found: Contents, receipt: bytes) -> str:
    """What the outcome of one plan depends on.

    Args:
        shared: as ``of_shared`` gives it.
        plan_id: the plan.
        found: what stands in its folder.
        receipt: its receipt; empty where there is none.
    """
    return digest([shared.encode(), plan_id.encode(), *_pieces(found), receipt])


def _pieces(found: Contents) -> Iterable[bytes]:
    for name, data in found.items():
        yield name.encode("utf-8", "surrogateescape")
        # what cannot be read is told by what it is, and that is not in its bytes
        yield b"" if data is None else b"=" + data
