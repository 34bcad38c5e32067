"""The list of every page for search engines, hand-written and generated alike, each with its other language.

Sources: https://www.sitemaps.org/protocol.html (a file holds 50,000 addresses at most; an index names the files), and
RFC 9309 for ``robots.txt``, which crawlers read at the top of a host only.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from zoneledger.site.markdown import TREES

#: Addresses in one file.
MOST = 50_000

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_HEAD = f'{_XML}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_INDEX_HEAD = f'{_XML}<sitemapindex xmlns="{_NAMESPACE}">\n'


def write_sitemap(out: Path, site_url: str, day: str = "", most: int = MOST) -> None:
    """Write ``sitemap.xml`` for every ``index.html`` below the site, and the ``robots.txt`` that names it.

    Args:
        out: top folder of the site, complete.
        site_url: where it will be served.
        day: date of the data, when all pages last changed, as ``2026-11-21``; the clock is never asked.
        most: addresses in one file; with more of them ``sitemap.xml`` is the index of files beside it.

    Raises:
        ValueError: a page stands in one language only; the switch on it would lead nowhere.
    """
    every, english = _pages(out), TREES["en"][1]
    pages = {
        "zh": {path for path in every if not path.startswith(english)},
        "en": {path.removeprefix(english) for path in every if path.startswith(english)},
    }
    if alone := sorted(pages["zh"] ^ pages["en"]):
        raise ValueError(f"in one language only: {', '.join(alone)}")
    top = f"{site_url.rstrip('/')}/"
    entries = [_entry(top, path, language, day) for path in sorted(pages["zh"]) for language in TREES]
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    files = {"sitemap.xml": _HEAD + "".join(entries) + "</urlset>\n"}
    if len(parts) > 1:
        named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}
        files = {name: _HEAD + "".join(part) + "</urlset>\n" for name, part in named.items()}
        files["sitemap.xml"] = _INDEX_HEAD + "".join(_named(top + name, day) for name in named) + "</sitemapindex>\n"
    files["robots.txt"] = f"User-agent: *\nAllow: /\n\nSitemap: {top}sitemap.xml\n"
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")


def _pages(out: Path) -> set[str]:
    """Paths of all pages: ``""`` for the home page, ``plans/ganzhou-2020/`` or ``en/plans/ganzhou-2020/`` for others."""
    top = f"{out}{os.sep}"
    # thousands of folders: made into path objects they would take longer than to be found
    found = {f"{folder}{os.sep}".removeprefix(top) for folder, _, files in os.walk(out) if "index.html" in files}
    return {path.replace(os.sep, "/") for path in found}


def _entry(top: str, path: str, language: str, day: str) -> str:
    addresses = {name: top + quote(prefix + path) for name, (_, prefix) in TREES.items()}
    alternates = {**addresses, "x-default": addresses["zh"]}
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{name}" href={quoteattr(address)}/>\n'
        for name, address in alternates.items()
    )
    return f"  <url>\n    <loc>{escape(addresses[language])}</loc>\n{_changed(day)}{links}  </url>\n"


def _named(address: str, day: str) -> str:
    return f"  <sitemap>\n    <loc>{escape(address)}</loc>\n{_changed(day)}  </sitemap>\n"


def _changed(day: str) -> str:
    return f"    <lastmod>{escape(day)}</lastmod>\n" if day else ""
