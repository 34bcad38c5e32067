"""The program's own generated pages alone, without data packages, search and charts: what the bare theme is held against.

Run as a process of its own: ``python -m zoneledger.budgets.own_pages ROOT OUT`` prints the CPU seconds.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from zoneledger import feeds, pages
from zoneledger.catalogue import load
from zoneledger.layout import Layout
from zoneledger.pages import PageContext
from zoneledger.revision import Repository, site_address
from zoneledger.site import markdown


def write(root: Path, out: Path) -> float:
    """Writes every generated page of a checkout.

    Args:
        root: the checkout, free of errors.
        out: an empty folder.

    Returns:
        CPU seconds of making and writing the pages. Reading the data and rendering the hand-written pages, whose frames
        these are filled into, is not counted, as the empty project of the other side is not.
    """
    layout = Layout(root.resolve())
    catalogue = load(layout.root)
    markdown.render(layout.root, out)
    written = {path: path.stat().st_mtime_ns for path in out.rglob("*.html")}
    context = PageContext(Repository.of(layout), site_address(layout), calendars=feeds.gather(catalogue))
    before = time.process_time()
    pages.write(catalogue, out, out, context, lambda _: None)
    spent = time.process_time() - before
    for path, moment in written.items():
        if path.stat().st_mtime_ns == moment:
            path.unlink()
    return spent


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), Path(sys.argv[2])))
