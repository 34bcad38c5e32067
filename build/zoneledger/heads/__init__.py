"""What each kind of page tells machines: its title, a description with computed facts, its preview and structured data.

``kinds`` says, one module a kind of page, which figures a page is about. Pages of other kinds keep the title and the
description they were made with, and share the preview of the hub above them.
"""

from zoneledger.heads.entry import Entry
from zoneledger.heads.heads import Heads, Names, Scope, bare_names, entries

__all__ = ["Entry", "Heads", "Names", "Scope", "bare_names", "entries"]
