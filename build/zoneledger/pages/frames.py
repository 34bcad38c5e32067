"""What pages of any catalogue are made with: templates, words, frames to fill and links to the glossary; loaded once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.charts import Shelf
from zoneledger.heads import Heads
from zoneledger.pages.context import PageContext
from zoneledger.pages.glossary_links import GlossaryLinks, linkers
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import NOWHERE, Templates
from zoneledger.pages.words import Words, load_words
from zoneledger.site.markdown import TREES
from zoneledger.site.shell import Page, Shell
from zoneledger.views.oddities import Mark, marks

Pages = Callable[[Mapping[str, Renderer]], Iterator[tuple[str, Page]]]


@dataclass(frozen=True)
class Frames:
    """Everything of a page that is not its content.

    Args:
        templates: by language.
        words: interface words by language.
        shells: by language and hub.
        links: the glossary's by language.
    """

    templates: Mapping[str, Templates]
    words: Mapping[str, Words]
    shells: Mapping[tuple[str, str], Shell]
    links: Mapping[str, GlossaryLinks]

    @classmethod
    def load(cls, catalogue: Catalogue, rendered: Path, hubs: Iterable[str], shelf: Shelf = NOWHERE) -> Frames:
        """Reads them; the shells must not have been filled yet.

        Args:
            catalogue: names the checkout, and holds the glossary.
            rendered: where ``zoneledger.site.markdown.render`` wrote the shells.
            hubs: the paths of those that pages are filled into.
            shelf: where compiled templates are kept.

        Raises:
            zoneledger.site.shell.ShellError: a shell is missing or filled already.
        """
        theme = catalogue.layout.site / "theme"
        shells = {(lang, hub): Shell.load(rendered, lang, hub) for lang in TREES for hub in hubs}
        words = load_words(theme / "words")
        folder, schemas = theme / "templates", catalogue.schemas
        templates = {lang: Templates(folder, lang, words[lang], schemas, shelf) for lang in TREES}
        # here and not where one is first used: processes forked from this one share them
        for each in templates.values():
            for name in each.list_templates():
                each.get_template(name)
        return cls(templates, words, shells, linkers(catalogue))

    def renderers(
        self, catalogue: Catalogue, context: PageContext, badges: Mapping[str, tuple[Mark, ...]] | None = None
    ) -> dict[str, Renderer]:
        """What renders pages of a catalogue, by language.

        Args:
            catalogue: what the pages are about; may hold some plans alone.
            context: what the build knows beside it.
            badges: those of its odd rows, by row id; found here where they are not known yet.
        """
        badges = marks(catalogue) if badges is None else badges
        return {
            lang: Renderer(lang, self.words[lang], self.templates[lang], catalogue, context, badges) for lang in TREES
        }

    def linked(self, pages: Iterable[tuple[str, Page]]) -> Iterator[tuple[str, Page]]:
        """Pages with the first uses of terms linked to the glossary.

        Args:
            pages: each with its language.
        """
        return ((lang, self.links[lang].on(page)) for lang, page in pages)

    def write(self, pages: Iterable[tuple[str, Page]], hub: str, heads: Heads, out: Path) -> None:
        """Links and completes pages, fills them into a hub's frame and writes them; see ``write_linked``."""
        self.write_linked(self.linked(pages), hub, heads, out)

    def write_linked(self, pages: Iterable[tuple[str, Page]], hub: str, heads: Heads, out: Path) -> None:
        """Completes pages, fills them into a hub's frame and writes them.

        Args:
            pages: each with its language, as ``linked`` gives them.
            hub: the hub's path.
            heads: what completes them; it collects the cards of previews.
            out: top folder of the site.
        """
        for lang, page in pages:
            target = out / TREES[lang][1] / page.path / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            document = self.shells[lang, hub].fill(heads.complete(lang, page))
            target.write_text(document, encoding="utf-8", newline="\n")

    def link_written(self, sources: Path, rendered: Path, out: Path) -> None:
        """Links the glossary on the hand-written pages.

        Args:
            sources: the folder of their Markdown, a folder a language.
            rendered: where they were rendered.
            out: top folder of the site; may be the same.
        """
        for lang, (_, prefix) in TREES.items():
            self.links[lang].link_written(sources / lang, rendered / prefix, out / prefix)
