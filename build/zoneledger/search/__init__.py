"""The search of the site: what can be found, how spelling variants meet, and the files the browser reads.

``records`` and ``webpages`` say what can be found, ``lines`` numbers their distinct lines, ``grams``, ``words`` and ``pinyin``
index these, ``cards`` hold what is shown, and ``shards`` cuts all of it into files. ``index`` writes them. The browser's half
is ``site/theme/overrides/assets/javascripts/search/``.
"""

from zoneledger.search.index import write

__all__ = ["write"]
