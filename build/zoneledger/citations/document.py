"""How to cite a plan itself, the official document: [Z], after GB/T 7714—2015, plain text."""

from __future__ import annotations

from typing import Any

from zoneledger.problems import Text


def cite_document(plan: dict[str, Any]) -> Text:
    """Issuers, title, document number and date; in Chinese it is what other publications cite, in English a translation.

    Args:
        plan: content of ``plan.yml``.
    """
    title, number, issued = plan["title"], plan.get("doc_number", ""), plan.get("issued_on", "")
    zh = "；".join(issuer["zh"] for issuer in plan["issuers"])
    en = "; ".join(issuer["en"] for issuer in plan["issuers"])
    numbered, tail = f": {number}" if number else "", f", {issued}." if issued else "."
    return Text(f"{zh}. {title['zh']}{numbered}[Z]{tail}", f"{en}. {title['en']}{numbered}[Z]{tail}")
