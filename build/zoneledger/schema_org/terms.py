"""``DefinedTermSet``: words with their meanings, each at an address of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Term:
    """A word and what it means, in one language.

    Args:
        anchor: the term's ``id`` on the page.
        name: the word.
        description: its meaning; may be empty.
        code: how the data write it; may be empty.
    """

    anchor: str
    name: str
    description: str = ""
    code: str = ""


def term_set(name: str, address: str, lang: str, terms: Iterable[Term]) -> dict[str, Any]:
    """A page of terms.

    Args:
        name: of the set.
        address: of its page, absolute.
        lang: ``zh`` or ``en``.
        terms: in page order.
    """
    return {
        "@type": "DefinedTermSet",
        "@id": f"{address}#terms",
        "name": name,
        "url": address,
        "inLanguage": lang,
        "hasDefinedTerm": [_term(term, address) for term in terms],
    }


def _term(term: Term, address: str) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "DefinedTerm", "name": term.name, "url": f"{address}#{term.anchor}"}
    if term.description:
        node["description"] = term.description
    if term.code:
        node["termCode"] = term.code
    # That it belongs to the set is said by standing in it.
    return node
