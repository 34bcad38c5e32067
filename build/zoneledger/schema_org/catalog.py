"""``WebSite`` and ``DataCatalog``: what the home page stands for.

No ``SearchAction``: the search answers in the page and has no address of results to offer.
"""

from __future__ import annotations

from typing import Any

from zoneledger.packages import licence
from zoneledger.problems import Text

NAME = Text("开发区目标责任台账", "ZoneLedger")
LANGUAGES = ("zh", "en")


def website(top: str, lang: str) -> dict[str, Any]:
    """The site.

    Args:
        top: its address, with a slash at its end.
        lang: ``zh`` or ``en``.
    """
    other = "en" if lang == "zh" else "zh"
    return {
        "@type": "WebSite",
        "@id": f"{top}#website",
        "name": NAME.of(lang),
        "alternateName": NAME.of(other),
        "url": top,
        "inLanguage": list(LANGUAGES),
    }


def catalog(top: str, lang: str) -> dict[str, Any]:
    """The catalogue of the data packages: the whole dataset and each plan's part."""
    return {
        "@type": "DataCatalog",
        "@id": catalog_id(top),
        "name": NAME.of(lang),
        "url": f"{top}data/",
        "license": licence.ADDRESS,
        "inLanguage": list(LANGUAGES),
        "dataset": {"@id": dataset_id(top)},
    }


def catalog_id(top: str) -> str:
    """The catalogue's own name."""
    return f"{top}#catalog"


def dataset_id(top: str) -> str:
    """The whole dataset's own name, the same in both languages."""
    return f"{top}data/#dataset"
