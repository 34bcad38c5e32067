"""From a template and its values to a page of one language."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from zoneledger.catalogue import Catalogue
from zoneledger.pages.context import PageContext
from zoneledger.pages.templates import visible
from zoneledger.pages.words import Words
from zoneledger.site.shell import Heading, Page, site_root
from zoneledger.views.oddities import Mark

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<text>.*?)</h(?P=level)>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Renderer:
    """Renders pages of one language.

    Args:
        lang: ``zh`` or ``en``.
        words: its interface words.
        environment: shared by both languages.
        catalogue: everything that was loaded.
        context: what the build knows beside it.
        marks: badges of odd rows by row id.
    """

    lang: str
    words: Words
    environment: Environment
    catalogue: Catalogue
    context: PageContext
    marks: Mapping[str, tuple[Mark, ...]]

    def page(self, template: str, path: str, title: str, description: str, **values: object) -> Page:
        """Fills a template.

        Args:
            template: its name below ``site/theme/templates``.
            path: the page's path in its language's tree, empty or ending in a slash.
            title: unescaped.
            description: for search engines, unescaped.
            values: what the template shows.
        """
        body = self.environment.get_template(template).render(
            lang=self.lang,
            w=self.words,
            title=title,
            up="../" * path.count("/") or "./",
            top=site_root(self.lang, path),
            dataset=self.catalogue.dataset,
            schemas=self.catalogue.schemas,
            repository=self.context.repository,
            marks=self.marks,
            # What is printed is Chinese; a plan's page says which script.
            **{"script": "zh", **values},
        )
        # The environment escapes everything that is not part of a template.
        markup = Markup(body + self._correct(path) if 'class="zl-report"' in body else body)
        return Page(path, str(visible(title)), str(visible(_one_line(description))), markup, headings(body))

    def _correct(self, path: str) -> str:
        """The dialog over a row of a page that has rows."""
        template = self.environment.get_template("correct.html")
        return template.render(w=self.words, repository=self.context.repository, top=site_root(self.lang, path))


def headings(body: str) -> tuple[Heading, ...]:
    """The headings of a page for its contents list: those of levels 2 and 3 with an ``id``, in page order."""
    return tuple(
        Heading(html.unescape(match["id"]), _one_line(html.unescape(_TAG.sub("", match["text"]))), int(match["level"]))
        for match in _HEADING.finditer(body)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
