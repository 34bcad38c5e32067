"""One stylesheet and one script for every page, instead of a request for each file they are written in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from zoneledger.site.unused_rules import without_unused, words_of

#: Below the site's root; pages in both languages load the same files, so that the other language is in the cache.
STYLESHEET = "assets/stylesheets/site.css"
SCRIPT = "assets/javascripts/site.js"

#: The theme's own, in the order in which it would load them.
_THEME = ("main.*.min.css", "palette.*.min.css")
_SPACE = re.compile(
    r"(?P<quoted>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|(?P<comment>/\*.*?\*/)|\s*(?P<sign>[{};,])\s*|(?P<space>\s+)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Pieces:
    """What ``mkdocs.yml`` names, as addresses below the site.

    Args:
        styles: of every page, in order.
        scripts: of every page, in order.
        apart: name of a stylesheet that some pages load besides → what it is made of.
    """

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    apart: Mapping[str, tuple[str, ...]]

    @classmethod
    def taken_from(cls, config: MkDocsConfig) -> Pieces:
        """Take the pieces out of a configuration, so that no page asks for them one by one."""
        pieces = cls(
            tuple(config.extra_css),
            tuple(str(script) for script in config.extra_javascript),
            {name: tuple(parts) for name, parts in config.extra["styles_apart"].items()},
        )
        config.extra_css, config.extra_javascript = [], []
        config.extra.update(stylesheet=STYLESHEET, script=SCRIPT)
        return pieces


def write(site: Path, templates: Path, pieces: Pieces) -> None:
    """Joins the styles and scripts that MkDocs copied, and removes them and the theme's own.

    Args:
        site: top folder of the rendered site; its pages say which of the theme's rules are of use.
        templates: folder of the templates that further pages are made of.
        pieces: what is joined.
    """
    folder = (site / STYLESHEET).parent
    theme = [_only(folder, pattern) for pattern in _THEME]
    own = _joined(site, pieces.styles)
    beside = {name: _joined(site, parts) for name, parts in pieces.apart.items()}
    scripts = "".join(f"{_text(site / name).strip()};\n" for name in pieces.scripts)
    words = _words([*site.rglob("*.html"), *templates.rglob("*.html"), *site.glob("assets/javascripts/**/*.js")])
    used = without_unused("".join(map(_text, theme)), words, own + "".join(beside.values()))
    joined = (*pieces.styles, *pieces.scripts, *(part for parts in pieces.apart.values() for part in parts))
    for path in (*theme, *(site / name for name in joined)):
        path.unlink()
    _write(site / STYLESHEET, f"{used}{own}\n")
    _write(site / SCRIPT, scripts)
    for name, text in beside.items():
        _write(folder / f"{name}.css", f"{text}\n")


def leave_to_the_root(tree: Path) -> None:
    """Remove what MkDocs copied for a further language: its pages use the files at the site's root."""
    shutil.rmtree(tree / "assets")


def minified(css: str) -> str:
    """A stylesheet without comments and without the space that only serves its readers."""
    short = _SPACE.sub(lambda found: found["quoted"] or found["sign"] or (" " if found["space"] else ""), css)
    pieces = re.split(r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')", short)
    pieces[::2] = [re.sub(r":\s+", ":", piece).replace(";}", "}") for piece in pieces[::2]]
    return "".join(pieces).strip()


def _joined(site: Path, names: Iterable[str]) -> str:
    return minified("\n".join(_text(site / name) for name in names))


def _words(files: Iterable[Path]) -> set[str]:
    return set().union(*(words_of(_text(path)) for path in files))


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
