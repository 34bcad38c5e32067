"""The page of calendars, ``/feeds/``: what can be subscribed to, how dates were set, and what no calendar holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.feeds.left_out import REASONS
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page

#: Calendars of plans on the page, in the order of ids; every plan's own page has its calendar as well.
PLANS_SHOWN = 50
#: Files of agency types up to which each has a line of its own; with more, a calendar's files share one.
FILES_SHOWN = 200


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language; each links to the files of its own."""
    context = renderers["zh"].context
    calendars, secure = context.calendars, "https://"
    values = {
        "calendars": calendars,
        "plans": list(calendars.plans.values())[:PLANS_SHOWN],
        "together": sum(len(calendar.parts) for calendar in calendars.agencies.values()) > FILES_SHOWN,
        # Telephones and desktop clients open a subscription from this scheme; it needs a whole address.
        "webcal": f"webcal://{context.site_url.removeprefix(secure)}" if context.site_url.startswith(secure) else "",
        "whole_address": context.site_url,
        "left_out": [(words, calendars.left_out[key]) for key, words in REASONS.items() if calendars.left_out[key]],
    }
    for lang, renderer in renderers.items():
        words = renderer.words["feeds"]
        yield lang, renderer.page("feeds.html", "feeds/", words["title"], words["description"], **values)
