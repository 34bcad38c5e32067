"""The kinds of pages whose figures are known, one module each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.heads.entry import Entry
from zoneledger.heads.kinds import facets, hubs, plans

__all__ = ["KINDS", "Kind", "facets", "hubs", "plans"]

Kind = Callable[[Catalogue], Iterator[tuple[str, Entry]]]

#: Each tells of the pages of its kind, by path.
KINDS: tuple[Kind, ...] = (hubs.entries, plans.entries, facets.entries)
