"""The list of every page for search engines, hand-written and generated alike, each with its other language."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from zoneledger.site.markdown import TREES

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_sitemap(out: Path, site_url: str) -> None:
    """Write ``sitemap.xml`` for every ``index.html`` below the site.

    Args:
        out: top folder of the site, complete.
        site_url: where it will be served.

    Raises:
        ValueError: a page stands in one language only; the switch on it would lead nowhere.
    """
    pages = {
        language: {path for path in _pages(out / prefix) if prefix or not path.startswith(TREES["en"][1])}
        for language, (_, prefix) in TREES.items()
    }
    if alone := sorted(pages["zh"] ^ pages["en"]):
        raise ValueError(f"in one language only: {', '.join(alone)}")
    top = f"{site_url.rstrip('/')}/"
    entries = [_entry(top, path, language) for path in sorted(pages["zh"]) for language in TREES]
    (out / "sitemap.xml").write_text(_HEAD + "".join(entries) + "</urlset>\n", encoding="utf-8", newline="\n")


def _pages(tree: Path) -> set[str]:
    """Paths of a tree's pages: ``""`` for its home page, ``plans/ganzhou-2020/`` for others."""
    return {f"{path.parent.relative_to(tree).as_posix()}/".removeprefix("./") for path in tree.rglob("index.html")}


def _entry(top: str, path: str, language: str) -> str:
    addresses = {name: top + quote(prefix + path) for name, (_, prefix) in TREES.items()}
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{name}" href={quoteattr(address)}/>\n'
        for name, address in addresses.items()
    )
    return f"  <url>\n    <loc>{addresses[language]}</loc>\n{links}  </url>\n"
