"""Generated pages: views filled into templates, templates into the site's shell, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.heads import Heads
from zoneledger.pages import (
    agencies,
    agency,
    agency_summed,
    compare,
    dictionary,
    downloads,
    explore,
    explorer,
    facet,
    facet_hub,
    feeds,
    glossary,
    home,
    indicator,
    indicators,
    oddities,
    organization,
    organizations,
    plan,
    plans,
    proof,
    question,
    questions,
    results,
    rule,
    rules,
    scale,
    zone,
    zones,
)
from zoneledger.pages.context import PageContext
from zoneledger.pages.frames import Frames, Pages
from zoneledger.pages.sheet import Sheets
from zoneledger.social.card import Card

__all__ = ["KINDS", "OVERVIEW", "SHEETS", "Frames", "PageContext", "hubs", "name", "write"]

#: Which hub's shell each kind of page is filled into.
KINDS: tuple[tuple[str, Pages], ...] = (
    ("", home.pages),
    ("plans/", plans.pages),
    ("plans/", plan.pages),
    ("explore/", explore.pages),
    ("explore/", explorer.pages),
    ("explore/", facet_hub.pages),
    ("explore/", facet.pages),
    ("explore/", questions.pages),
    ("explore/", question.pages),
    ("compare/", compare.pages),
    ("agencies/", agencies.pages),
    ("agencies/", agency.pages),
    ("agencies/", agency_summed.pages),
    ("agencies/", organizations.pages),
    ("agencies/", organization.pages),
    ("indicators/", indicators.pages),
    ("indicators/", indicator.pages),
    ("zones/", zones.pages),
    ("zones/", zone.pages),
    ("results/", results.pages),
    ("oddities/", oddities.pages),
    ("glossary/", glossary.pages),
    ("proof/", proof.pages),
    ("scale/", scale.pages),
    ("data/", downloads.pages),
    ("feeds/", feeds.pages),
    ("dictionary/", dictionary.pages),
    ("dictionary/", rules.pages),
    ("dictionary/", rule.pages),
)

#: What makes the sheets of a kind ready, of the kinds of which each page is about a few plans.
SHEETS: Mapping[Pages, Sheets] = {
    agency.pages: lambda catalogue, _: agency.sheets(catalogue),
    facet.pages: lambda catalogue, _: facet.sheets(catalogue),
    indicator.pages: lambda catalogue, _: indicator.sheets(catalogue),
    proof.pages: proof.sheets,
}

#: The kinds of pages that look over all plans; those of plans, organisations and zones are made from a few plans each.
OVERVIEW = tuple(kind for kind in KINDS if kind[1] not in (plan.pages, organization.pages, zone.pages))


def name(kind: tuple[str, Pages]) -> str:
    """What a kind of pages is called: as its module."""
    return kind[1].__module__.rpartition(".")[2]


def hubs() -> tuple[str, ...]:
    """The paths of the hubs whose shells are filled, each once."""
    return tuple(dict.fromkeys(hub for hub, _ in KINDS))


def write(
    catalogue: Catalogue, rendered: Path, out: Path, context: PageContext, progress: Callable[[str], None]
) -> dict[str, Card]:
    """Writes every generated page in both languages.

    Args:
        catalogue: checked datasets.
        rendered: where ``zoneledger.site.markdown.render`` wrote the shells; may be ``out`` itself.
        out: top folder of the site: Chinese pages there, English ones in ``en/``.
        context: what the build knows beside the datasets.
        progress: told the path of each kind of page before it is written.

    Returns:
        The previews that pages point to, by address below the site's root; ``zoneledger.social`` draws them.

    Raises:
        zoneledger.site.shell.ShellError: the shells are missing or filled already.
        ValueError: an id cannot be part of a path.
    """
    # All shells first: where `rendered` is `out`, the hubs below replace the files they are read from.
    frames = Frames.load(catalogue, rendered, hubs())
    frames.link_written(catalogue.layout.site / "pages", rendered, out)
    heads, renderers = Heads(catalogue, context.site_url, context.downloads), frames.renderers(catalogue, context)
    for hub, pages in KINDS:
        progress(hub or "/")
        frames.write(pages(renderers), hub, heads, out)
    return heads.cards
