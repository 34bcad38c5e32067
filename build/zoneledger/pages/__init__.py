"""Generated pages: views filled into templates, templates into the site's shell, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.heads import Heads
from zoneledger.pages import (
    agencies,
    agency,
    compare,
    dictionary,
    downloads,
    explore,
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
    zone,
    zones,
)
from zoneledger.pages.context import PageContext
from zoneledger.pages.glossary_links import linkers
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import environment
from zoneledger.pages.words import load_words
from zoneledger.site.markdown import TREES
from zoneledger.site.shell import Page, Shell
from zoneledger.social.card import Card
from zoneledger.views.oddities import marks

__all__ = ["PageContext", "write"]

Pages = Callable[[Mapping[str, Renderer]], Iterator[tuple[str, Page]]]

#: Which hub's shell each kind of page is filled into.
KINDS: tuple[tuple[str, Pages], ...] = (
    ("", home.pages),
    ("plans/", plans.pages),
    ("plans/", plan.pages),
    ("explore/", explore.pages),
    ("explore/", facet_hub.pages),
    ("explore/", facet.pages),
    ("explore/", questions.pages),
    ("explore/", question.pages),
    ("compare/", compare.pages),
    ("agencies/", agencies.pages),
    ("agencies/", agency.pages),
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
    ("data/", downloads.pages),
    ("feeds/", feeds.pages),
    ("dictionary/", dictionary.pages),
    ("dictionary/", rules.pages),
    ("dictionary/", rule.pages),
)


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
    theme = catalogue.layout.site / "theme"
    templates, words = environment(theme / "templates"), load_words(theme / "words")
    badges = marks(catalogue)
    renderers = {lang: Renderer(lang, words[lang], templates, catalogue, context, badges) for lang in TREES}
    # All shells first: where `rendered` is `out`, the hubs below replace the files they are read from.
    hubs = dict.fromkeys(hub for hub, _ in KINDS)
    heads = Heads(catalogue, context.site_url, context.downloads)
    shells = {(lang, hub): Shell.load(rendered, lang, hub) for lang in TREES for hub in hubs}
    links = linkers(catalogue)
    for lang, (_, prefix) in TREES.items():
        links[lang].link_written(catalogue.layout.site / "pages" / lang, rendered / prefix, out / prefix)
    for hub, pages in KINDS:
        progress(hub or "/")
        for lang, page in pages(renderers):
            target = out / TREES[lang][1] / page.path / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            document = shells[lang, hub].fill(heads.complete(lang, links[lang].on(page)))
            target.write_text(document, encoding="utf-8", newline="\n")
    return heads.cards
