"""From a template and its values to a page of one language."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from zoneledger.catalogue import Catalogue
from zoneledger.citations import FORMATS, Citing, written
from zoneledger.pages.context import PageContext
from zoneledger.pages.template_code import visible
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import Words
from zoneledger.site.shell import Heading, Page, site_root
from zoneledger.views.oddities import Mark

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<text>.*?)</h(?P=level)>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
#: A row's file, in the link to its line; on a plan's own page the name alone.
_FILE = re.compile(r"datasets/(?:plans/(?P<plan>[^/\"?#]+)|reference)/(?P<table>\w+)\.\w+")
_NAME = re.compile(r'class="zl-source" href="#(?P<table>\w+)\.csv"')


@dataclass(frozen=True)
class Renderer:
    """Renders pages of one language.

    Args:
        lang: ``zh`` or ``en``.
        words: its interface words.
        environment: its templates.
        catalogue: everything that was loaded.
        context: what the build knows beside it.
        marks: badges of odd rows by row id.
    """

    lang: str
    words: Words
    environment: Templates
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
        body = self.body(template, path, title=title, **values)
        return self.finished(body, path, title, description, str(values.get("folder", "")))

    def body(self, template: str, path: str, **values: object) -> str:
        """What a template makes of its values, without what its rows and figures need besides; see ``page``."""
        return self.environment.get_template(template).render(
            lang=self.lang,
            w=self.words,
            up="../" * path.count("/") or "./",
            top=site_root(self.lang, path),
            dataset=self.catalogue.dataset,
            schemas=self.catalogue.schemas,
            repository=self.context.repository,
            marks=self.marks,
            citing=self.citing,
            citation_formats=written,
            # What is printed is Chinese; a plan's page says which script.
            **{"script": "zh", **values},
        )

    def finished(self, body: str, path: str, title: str, description: str, folder: str = "") -> Page:
        """A page of a body that ``body`` wrote; see ``page``.

        Args:
            body: safe HTML.
            path: the page's path in its language's tree.
            title: unescaped.
            description: unescaped.
            folder: of the files that its rows name alone.
        """
        # The environment escapes everything that is not part of a template.
        markup = Markup(body + self._rows(body, path, folder) + _figure_script(body, site_root(self.lang, path)))
        return Page(path, str(visible(title)), str(visible(_one_line(description))), markup, headings(body))

    @property
    def citing(self) -> Citing:
        """What makes citations in this language."""
        return Citing(self.catalogue, self.context.repository, self.context.site_url, self.lang)

    def _rows(self, body: str, path: str, folder: str) -> str:
        """The dialog over a row of a page that has rows, and what it takes to cite one, or the page."""
        values = {
            "w": self.words,
            "repository": self.context.repository,
            "top": site_root(self.lang, path),
            "up": "../" * path.count("/") or "./",
            "folder": folder,
        }
        rows = 'class="zl-source"' in body
        dialog = self.environment.get_template("correct.html").render(values) if rows else ""
        if not rows and 'class="zl-citing"' not in body:
            return dialog
        found = {(table, plan) for plan, table in set(_FILE.findall(body))} if rows else set()
        found |= {(table, "") for table in set(_NAME.findall(body))}
        tables = {"plans" if table == "plan" else table for table, _ in found} & set(self.catalogue.schemas)
        page = self.citing.page(sorted(tables), sorted({plan for _, plan in found if plan}), path)
        names = [(key, name) for key, (name, _) in FORMATS.items()]
        cite = self.environment.get_template("cite_scripts.html")
        return dialog + cite.render(values, citing_page=page, citation_names=names)


def _figure_script(body: str, top: str) -> str:
    """What a page with figures loads: it hands out pictures, and brings live figures to life once they are seen."""
    script = Markup('<script type="module" src="{}assets/javascripts/figure/main.js"></script>\n').format(top)
    return str(script) if 'class="zl-figure"' in body else ""


def headings(body: str) -> tuple[Heading, ...]:
    """The headings of a page for its contents list: those of levels 2 and 3 with an ``id``, in page order."""
    return tuple(
        Heading(html.unescape(match["id"]), _one_line(html.unescape(_TAG.sub("", match["text"]))), int(match["level"]))
        for match in _HEADING.finditer(body)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
