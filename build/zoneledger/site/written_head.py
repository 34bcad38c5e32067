"""The heads of hand-written pages: the same as those of generated ones, from what MkDocs knows of a page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from mkdocs.structure.pages import Page

from zoneledger.site.breadcrumbs import breadcrumbs
from zoneledger.site.head import SITE, Head, Image, preview_address, render, tab_title


@dataclass(frozen=True)
class WrittenHead:
    """What the template of the frame asks for.

    Args:
        lang: ``zh`` or ``en``.
        top: the site's address, with a slash at its end.
        prefix: where the language's tree lies below it.
    """

    lang: str
    top: str
    prefix: str

    def title(self, title: str) -> str:
        """A title for tabs and search results."""
        return tab_title(title, self.lang)

    def elements(self, page: Page) -> Markup:
        """The elements of a page's head; its preview is the home page's."""
        address = f"{self.top}{self.prefix}{page.url}"
        trail = breadcrumbs(page.content or "", address)
        description = " ".join(str(page.meta.get("description", "")).split())
        image = Image(self.top + preview_address("", self.lang), SITE.of(self.lang))
        title = str(page.meta.get("title") or page.title)
        return render(Head(self.lang, address, title, description, image, graph=[trail] if trail else []))
