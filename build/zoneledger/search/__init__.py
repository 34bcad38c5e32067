"""The search of the site: what can be found, how spelling variants meet, and the files the browser reads.

``records`` and ``webpages`` say what can be found, and ``units`` cut it into what is found as one. ``postings`` index the
units of one plan by what their ``lines`` are ``keyed`` with: ``grams``, ``words``, ``pinyin`` and identifiers; ``entries``
hold what is shown of them: together a plan's ``extract``, which no other plan changes. ``merge`` joins the extracts of all
plans turn by turn (``turns``), or those that have changed since into what was ``kept``; ``buckets`` cuts the result into files,
and ``index`` writes them (``files``) with their ``manifest``. The browser's half is
``site/theme/overrides/assets/javascripts/search/``.
"""

from zoneledger.search.extract import Extract, Source, extract, extract_shared
from zoneledger.search.files import Last
from zoneledger.search.index import Extracts, gather, write
from zoneledger.search.kept import Kept
from zoneledger.search.manifest import FOLDER

__all__ = ["FOLDER", "Extract", "Extracts", "Kept", "Last", "Source", "extract", "extract_shared", "gather", "write"]
