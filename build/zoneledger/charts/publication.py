"""What can be taken away of a figure, and what its live form loads: files of its own under ``/charts/``.

Of every figure and language there is an SVG that stands alone and a CSV of its numbers. The CSV follows the raw tables of
the data packages: UTF-8 without byte order mark, LF, cells untouched. A browser makes the PNG from the SVG.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.charts import standalone
from zoneledger.charts.figure import Cell, Figure, Figures
from zoneledger.charts.shelf import Shelf
from zoneledger.problems import Text

FOLDER = "charts"
#: The program that draws live forms, loaded by a page only when one of its figures comes into view.
RUNTIME = "assets/javascripts/vega.js"
LANGUAGES = ("zh", "en")
#: The licence of the runtime asks to travel with it, and the bundle comes without.
_NOTICE = """\
/*! Vega, Vega-Lite, Vega-Embed, Vega-Tooltip and D3. https://vega.github.io/ https://d3js.org/
Vega: Copyright (c) 2015-2023, University of Washington Interactive Data Lab. All rights reserved. BSD 3-Clause License:
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met: 1. Redistributions of source code must retain the above copyright notice, this list of conditions and
the following disclaimer. 2. Redistributions in binary form must reproduce the above copyright notice, this list of
conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products
derived from this software without specific prior written permission.
THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF
USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT
LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED
OF THE POSSIBILITY OF SUCH DAMAGE.
D3: Copyright 2010-2023 Mike Bostock. ISC License. */
"""


def write(
    figures: Figures, catalogue: Catalogue, site: Path, progress: Callable[[str], None], shelf: Shelf | None = None
) -> None:
    """Writes the files of every figure, and the runtime where a figure is live.

    Args:
        figures: every figure of the build.
        catalogue: for the licence and the date of the data.
        site: top folder of the site.
        progress: told what was written.
        shelf: where the runtime is kept from build to build.
    """
    found = list(figures.every())
    write_figures(found, catalogue, site)
    if any(figure.live for figure in found):
        write_runtime(site, shelf)
    progress(f"charts/ ({len(found)})")


def write_figures(figures: Iterable[Figure], catalogue: Catalogue, site: Path) -> None:
    """Writes ``/charts/<figure>.<language>.svg``, ``.csv`` and, of live figures, ``.<size>.json``.

    Args:
        figures: those without files of their own are passed over.
        catalogue: for the licence and the date of the data.
        site: top folder of the site.
    """
    folder = site / FOLDER
    for figure in figures:
        if not figure.filed:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        for lang in LANGUAGES:
            _save(folder / f"{figure.id}.{lang}.svg", standalone.svg(figure, catalogue, lang))
            _save(folder / f"{figure.id}.{lang}.csv", numbers(figure, lang))
        for (lang, size), spec in figure.live.items():
            _save(folder / f"{figure.id}.{lang}.{size}.json", json.dumps(spec, ensure_ascii=False, separators=(",", ":")))


def write_runtime(site: Path, shelf: Shelf | None = None) -> None:
    """Writes the program that draws live figures; a site needs it once, where any figure is live.

    Args:
        site: top folder of the site.
        shelf: where it is kept from build to build.
    """
    # The renderer takes a while to load, and most plans' parts do without.
    from zoneledger.charts.rendered.runtime import bundle  # noqa: PLC0415

    runtime = site / RUNTIME
    runtime.parent.mkdir(parents=True, exist_ok=True)
    _save(runtime, _NOTICE + bundle(shelf or Shelf()))


def numbers(figure: Figure, lang: str) -> str:
    """The figure's table as CSV: headings in both languages, words in one."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([f"{column.zh} {column.en}" for column in figure.columns])
    writer.writerows([_cell(cell, lang) for cell in row] for row in figure.rows)
    return text.getvalue()


def _cell(cell: Cell, lang: str) -> str:
    return cell.of(lang) if isinstance(cell, Text) else str(cell)


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
