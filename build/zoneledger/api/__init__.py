"""The datasets as a static JSON API: files with explicit names, each whole in itself, that any host can serve.

``columns`` says how a cell is written, ``publication`` what stands around every answer, ``plans`` makes the file of one plan
and its part of all others, ``whole`` these others, of which ``tables``, ``things`` and ``openapi`` are the kinds; ``openapi``
describes them all from the Table Schemas. ``shares`` says which of them a changed row makes anew.
"""

from zoneledger.api.plans import PlanAnswers, plan_files
from zoneledger.api.publication import FOLDER
from zoneledger.api.whole import PIECES
from zoneledger.api.write import files, gather, write

__all__ = ["FOLDER", "PIECES", "PlanAnswers", "files", "gather", "plan_files", "write"]
