"""One example of each kind of page, found in the built site, and the parameters the browser tests run over."""

from __future__ import annotations

from pathlib import Path

import pytest

LANGUAGES = ("zh", "en")
PREFIXES = {"zh": "", "en": "en/"}

#: CSS pixels: a laptop and a telephone.
VIEWPORTS = {"wide": (1280, 900), "narrow": (390, 844)}
SCHEMES = ("light", "dark")

PAGE_TYPES = (
    "home",
    "plans hub",
    "plan",
    "explore hub",
    "explorer of targets",
    "explorer of duties",
    "compare",
    "agencies hub",
    "agency",
    "organizations hub",
    "organization",
    "indicators hub",
    "indicator",
    "zones hub",
    "zone",
    "years hub",
    "year",
    "strengths hub",
    "strength",
    "cities hub",
    "city",
    "industries hub",
    "industry",
    "questions hub",
    "question",
    "results",
    "oddities",
    "glossary",
    "proof",
    "data",
    "feeds",
    "dictionary",
    "api",
    "methodology",
    "contribute",
    "about",
    "404",
)

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_viewport = pytest.mark.parametrize("viewport", VIEWPORTS)
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)
each_page_type = pytest.mark.parametrize("page_type", PAGE_TYPES)


def address_of(site: Path, page_type: str) -> str:
    """Where an example of a page type stands below its language's home; the longest page stands for its kind.

    Raises:
        LookupError: the site has no such page.
    """
    fixed = {"home": "", "404": "404.html"}
    fixed |= {name: f"{name.removesuffix(' hub')}/" for name in PAGE_TYPES if name.endswith(" hub")}
    fixed |= {f"explorer of {table}": f"explore/{table}/" for table in ("targets", "duties")}
    parents = {
        "plan": "plans",
        "agency": "agencies",
        "organization": "organizations",
        "indicator": "indicators",
        "zone": "zones",
        "year": "years",
        "strength": "strengths",
        "city": "cities",
        "industry": "industries",
        "question": "questions",
    }
    if page_type not in parents:
        return fixed.get(page_type, f"{page_type}/")
    pages = sorted((site / parents[page_type]).glob("*/index.html"), key=lambda page: page.stat().st_size)
    if not pages:
        raise LookupError(f"no page below {parents[page_type]}/")
    return f"{parents[page_type]}/{pages[-1].parent.name}/"
