"""One promise and what was measured; what a page weighs."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

# What a browser fetches for a page before anyone touches it.
_LOADED = re.compile(r'<(?:link[^>]+rel="?(?:stylesheet|icon)"?[^>]*href|script[^>]*src|img[^>]*src)="?([^"\s>]+)')


@dataclass(frozen=True)
class Measure:
    """One promise and what was measured.

    Args:
        name: what was measured.
        value: the figure.
        budget: what was promised; the figure should not exceed it.
        unit: of both.
    """

    name: str
    value: float
    budget: float
    unit: str

    def __str__(self) -> str:
        verdict = "ok" if self.value <= self.budget else "OVER"
        return f"{self.name:<28} {self.value:>9.2f} {self.unit:<6} budget {self.budget:>6g}  {verdict}"


def page_weight(page: Path) -> int:
    """Gzipped bytes of a page with the styles, scripts and images it names.

    Args:
        page: an HTML file of a built site; what it names is looked up relative to it.
    """
    html = page.read_text(encoding="utf-8")
    loaded = {(page.parent / name.split("#")[0].split("?")[0]).resolve() for name in _LOADED.findall(html)}
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in {page.resolve(), *loaded} if path.is_file())
