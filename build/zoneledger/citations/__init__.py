"""How to cite the dataset, a plan, a table and a row: one definition of what is cited, one module a format.

``FORMATS`` names the formats. The same is done in the browser for rows, from what the page says of them
(``site/theme/overrides/assets/javascripts/citation-formats.js``); a test holds both against each other.
"""

from collections.abc import Callable

from zoneledger.citations import bibtex, csl_json, gb_t_7714
from zoneledger.citations.cited import Cited, Citing
from zoneledger.citations.document import cite_document

__all__ = ["FORMATS", "Cited", "Citing", "cite_document", "written"]

#: Format → its name, and what writes it: the day on which a reader looked, as ``2026-11-22``, may be left out.
FORMATS: dict[str, tuple[str, Callable[[Cited, str], str]]] = {
    "gb_t_7714": ("GB/T 7714—2015", gb_t_7714.cite),
    "bibtex": ("BibTeX", bibtex.cite),
    "csl_json": ("CSL-JSON", csl_json.cite),
}


def written(cited: Cited) -> list[tuple[str, str, str]]:
    """Each format's key, its name and the citation in it, without a day of access."""
    return [(key, name, cite(cited, "")) for key, (name, cite) in FORMATS.items()]
