"""The pages and archives of a version, as the build writes them, but for the shell around them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from zoneledger import pages
from zoneledger.catalogue import load
from zoneledger.catalogue.schemas import load_schemas
from zoneledger.layout import Layout
from zoneledger.packages.contents import contents
from zoneledger.packages.package import packages
from zoneledger.pages import KINDS, Pages
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import Words, load_words
from zoneledger.revision import Repository
from zoneledger.views.oddities import marks


def written(root: Path, files: dict[str, bytes]) -> tuple[dict[str, str], dict[str, dict[str, bytes]]]:
    """Bodies of pages by address, in Chinese, and files of archives by address.

    Args:
        root: a checkout for the site's templates; its ``datasets/`` is replaced.
        files: the datasets.
    """
    for path, data in files.items():
        if path.startswith("datasets/"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    for path in [path for path in root.glob("datasets/**/*") if path.is_file()]:
        if path.relative_to(root).as_posix() not in files:
            path.unlink()
    catalogue = load(root)
    assert not catalogue.problems
    # Line numbers move with every row put in above; the comparison leaves them aside, and says so.
    for table in catalogue.tables.values():
        table.records = [replace(record, line=1) for record in table.records]
    context = pages.PageContext(Repository("https://example.org/repository", "abc", "main"), "https://example.org/")
    renderer = Renderer("zh", *_theme(catalogue.layout), catalogue, context, marks(catalogue))
    found = (page for _, kind in KINDS if not _of_the_program(kind) for _, page in kind({"zh": renderer}))
    bodies = {page.path: f"{page.title}\n{page.description}\n{page.body}" for page in found}
    return bodies, {f"data/{package.folder}.zip": contents(package) for package in packages(catalogue)}


@cache
def _theme(layout: Layout) -> tuple[Words, Templates]:
    """Read once: compiling the templates takes longer than filling them."""
    words = load_words(layout.site / "theme" / "words")["zh"]
    return words, Templates(layout.site / "theme" / "templates", "zh", words, load_schemas(layout.schemas))


def _of_the_program(kind: Pages) -> bool:
    """Whether pages show what the program is made of, such as its rules, and nothing of the data."""
    return kind.__module__ in ("zoneledger.pages.rule", "zoneledger.pages.rules")
