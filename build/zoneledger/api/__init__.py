"""The datasets as a static JSON API: files with explicit names, each whole in itself, that any host can serve.

``columns`` says how a cell is written, ``publication`` what stands around every answer, ``tables``, ``plans`` and
``answers`` which files there are, ``openapi`` describes them all from the Table Schemas.
"""

from zoneledger.api.publication import FOLDER
from zoneledger.api.write import files, write

__all__ = ["FOLDER", "files", "write"]
