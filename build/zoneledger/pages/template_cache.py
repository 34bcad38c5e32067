"""Compiled templates, kept from build to build: compiling all of them takes as long as the pages of a dozen plans."""

from __future__ import annotations

from hashlib import sha1, sha256

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from zoneledger.charts import Shelf


class TemplateCache(BytecodeCache):
    """The templates of one language on a shelf.

    Args:
        shelf: for this very release of the program alone; it finds what is damaged.
        lang: the language.
        constants: everything that is put into a template as it is compiled.
    """

    def __init__(self, shelf: Shelf, lang: str, constants: str) -> None:
        self._shelf = shelf
        self._lang = lang
        self._constants = constants.encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is there, where it was made from the same."""
        kept = self._shelf.get(self._name(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes the place of what was made of an older state of the template."""
        self._shelf.put(self._name(bucket), bucket.bytecode_to_string())

    def get_source_checksum(self, source: str) -> str:
        """A name for all that the program of a template depends on."""
        return sha1(self._constants + source.encode(), usedforsecurity=False).hexdigest()

    def _name(self, bucket: Bucket) -> str:
        return sha256(f"{self._lang} {bucket.key}".encode()).hexdigest()
