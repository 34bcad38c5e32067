"""The page of calendars, ``/feeds/``: what can be subscribed to, how dates were set, and what no calendar holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.feeds.left_out import REASONS
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language; each links to the files of its own."""
    context = renderers["zh"].context
    calendars, secure = context.calendars, "https://"
    values = {
        "calendars": calendars,
        # Telephones and desktop clients open a subscription from this scheme; it needs a whole address.
        "webcal": f"webcal://{context.site_url.removeprefix(secure)}" if context.site_url.startswith(secure) else "",
        "whole_address": context.site_url,
        "left_out": [(words, calendars.left_out[key]) for key, words in REASONS.items() if calendars.left_out[key]],
    }
    for lang, renderer in renderers.items():
        words = renderer.words["feeds"]
        yield lang, renderer.page("feeds.html", "feeds/", words["title"], words["description"], **values)
