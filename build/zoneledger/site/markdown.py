"""Hand-written pages and shells: MkDocs run once a language, with nothing left to chance."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from zoneledger.site import bundle, theme_markup
from zoneledger.site.headers import META_POLICY
from zoneledger.site.written_head import WrittenHead

#: Language → (configuration below the checkout, folder below the site). The order matters: the first empties the folder.
TREES = {"zh": ("mkdocs.yml", ""), "en": ("site/mkdocs.en.yml", "en/")}

#: What the theme brings along for its own search and for debuggers; no page asks for it. Our sitemap lists every page.
UNUSED = (
    "assets/images/favicon.png",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "sitemap.xml",
    "sitemap.xml.gz",
)


class RenderError(Exception):
    """MkDocs could not render a tree, or had something to complain about."""


def render(root: Path, out: Path, site_url: str | None = None, data_date: str | None = None) -> None:
    """Render the hand-written pages and the shells of both languages.

    The same sources give the same bytes, on any day and in any folder. ``out`` is emptied first.

    Args:
        root: the checkout's top folder.
        out: the folder to write; Chinese pages at its top, English ones in ``en/``.
        site_url: where the site will be served, if not where ``mkdocs.yml`` says.
        data_date: date of the data for the footer, as ``2026-11-21``; without it the footer names none.

    Raises:
        RenderError: on any error or warning of MkDocs; its message lists them.
    """
    for language in TREES:
        pieces = _render_tree(root, out, language, site_url, data_date)
    for _, prefix in TREES.values():
        if prefix:
            bundle.leave_to_the_root(out / prefix)
    bundle.write(out, root / "site/theme/templates", pieces)


def _render_tree(
    root: Path, out: Path, language: str, site_url: str | None, data_date: str | None
) -> bundle.Pieces:
    """Render one language, without the styles and scripts that are joined for both."""
    configuration, prefix = TREES[language]
    tree = out / prefix
    with _complaints() as complaints:
        try:
            config = load_config(str(root / configuration), site_dir=str(tree.resolve()), strict=True)
            top = f"{(site_url or config.site_url or '/').rstrip('/')}/"
            config.site_url = top + prefix
            config.extra.update(csp=META_POLICY, root_url=top, data_date=data_date)
            config.extra["head"] = WrittenHead(language, top, prefix)
            pieces = bundle.Pieces.taken_from(config)
            build(config)
        except MkDocsException as error:
            raise RenderError("\n".join([f"{configuration}: {error}", *complaints])) from error
    if complaints:
        raise RenderError("\n".join([configuration, *complaints]))
    _remove_unused(tree)
    try:
        theme_markup.correct(tree)
    except theme_markup.MarkupError as error:
        raise RenderError(f"{configuration}: {error}") from error
    return pieces


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what MkDocs logs as a warning or worse, and keep its progress messages off the terminal."""
    found: list[str] = []
    logger = logging.getLogger("mkdocs")
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _remove_unused(tree: Path) -> None:
    for name in UNUSED:
        path = tree / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    # Nor for its script: what the frame needs of it is in frame.js, in a twentieth of the room.
    for path in sorted([*tree.glob("assets/*/*.map"), *tree.glob("assets/javascripts/bundle.*.min.js")]):
        path.unlink()
