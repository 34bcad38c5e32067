"""What a build makes of one plan alone: its pages, its files, and what the rest of the build must know of it.

A part is made from a catalogue that holds nothing of any other plan, so parts can be made side by side, on several
machines, and kept: under a key made of everything they are made from (``keys``), in a folder that may be deleted at any
time (``store``). ``plan`` says what belongs to a part, ``processes`` spreads the work over the cores.

What is about all plans is kept, too: files gathered from what the parts say, as long as these say the same (``gathered``);
pages and figures made from the datasets, until a column that they read changed (``kept``), or a fact of a plan that its
part tells them, so that they need not reckon it from columns (``facts``); and then still those pages whose rows say the
same (``sheets``).
"""

from zoneledger.parts.gathered import Gathered
from zoneledger.parts.keys import Keys
from zoneledger.parts.processes import cores, spread
from zoneledger.parts.store import Part, Store, Workplace

__all__ = ["Gathered", "Keys", "Part", "Store", "Workplace", "cores", "spread"]
