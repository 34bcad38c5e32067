"""``BreadcrumbList``: the trail that a page shows, read from the page itself, so that both always agree."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urljoin

_TRAIL = re.compile(r'<nav class="zl-breadcrumbs".*?</nav>', re.DOTALL)
_STEP = re.compile(r'<li>\s*(?:<a href="(?P<address>[^"]*)">)?(?P<text>.*?)</li>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def breadcrumbs(body: str, address: str) -> dict[str, Any] | None:
    """The trail of a page.

    Args:
        body: the page's HTML.
        address: of the page, absolute.

    Returns:
        The list; None where the page shows no trail.
    """
    trail = _TRAIL.search(body)
    if trail is None:
        return None
    steps = []
    for position, step in enumerate(_STEP.finditer(trail[0]), 1):
        name = html.unescape(_TAG.sub("", step["text"])).strip()
        item: dict[str, Any] = {"@type": "ListItem", "position": position, "name": name}
        # the last step is the page itself, and its address may be left out
        if step["address"] is not None:
            item["item"] = urljoin(address, html.unescape(step["address"]))
        steps.append(item)
    return {"@type": "BreadcrumbList", "itemListElement": steps}
