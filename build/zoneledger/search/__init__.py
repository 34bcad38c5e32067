"""The search of the site: what can be found, how spelling variants meet, and the files the browser reads.

The browser's half is ``site/theme/overrides/assets/javascripts/search-index.js`` (files and lookup) and ``search.js``
(the box). The files' form is known to ``index.py`` and ``search-index.js`` alone.
"""

from zoneledger.search.index import write

__all__ = ["write"]
