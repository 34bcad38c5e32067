"""How long a reader on a telephone waits for a page's largest part, beside a bare mkdocs-material page in the same run.

Source: Largest Contentful Paint, https://web.dev/articles/lcp, as Lighthouse reckons it with its phone profile (four
times slower CPU, slow 4G), from pages sent gzipped.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from zoneledger.budgets.chromium import FLAGS, served
from zoneledger.budgets.measure import Measure

#: By how many seconds a page may be later than the bare one, and how often each is measured.
SECONDS = 0.6
RUNS = 3

_BARE = """site_name: bare
theme:
  name: material
  font: false
plugins: [search]
"""


def measure(site: Path) -> Iterator[Measure]:
    """The median delay of the home page and of the longest plan page.

    Args:
        site: a built site.

    Raises:
        FileNotFoundError: Lighthouse is not installed; ``scripts/budgets --browser`` does that.
    """
    plans = sorted((site / "plans").glob("*/index.html"), key=lambda page: page.stat().st_size)
    pages = {"home": "", "longest plan": f"plans/{plans[-1].parent.name}/"}
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare(Path(folder))
        with served(bare, compressed=True) as bare_address, served(site, compressed=True) as address:
            waited = statistics.median(_paint(bare_address, Path(folder)) for _ in range(RUNS))
            for name, path in pages.items():
                seconds = statistics.median(_paint(address + path, Path(folder)) for _ in range(RUNS))
                yield Measure(f"largest paint, {name}, beyond bare ({waited:.2f} s)", seconds - waited, SECONDS, "s")


def _bare(folder: Path) -> Path:
    """A site of one page of the theme as it comes, with a heading and a paragraph; the folder it was written to."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(
        f"# 开发区\n\n{'把目标、责任与期限整理成数据表。' * 20}\n", encoding="utf-8"
    )
    (folder / "mkdocs.yml").write_text(_BARE, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run([*command, "--site-dir", str(folder / "site")], check=True, capture_output=True)
    return folder / "site"


def _paint(address: str, folder: Path) -> float:
    """Seconds until the largest part of a page is there, as Lighthouse reckons it."""
    lighthouse = Path(sys.prefix) / "page-checks" / "node_modules" / ".bin" / "lighthouse"
    report = folder / "report.json"
    flags = " ".join(("--headless", *FLAGS))
    command = [str(lighthouse), address, "--quiet", "--only-categories=performance", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": os.environ.get("ZONELEDGER_CHROMIUM", "")}
    options = ["--output=json", f"--output-path={report}"]
    subprocess.run([*command, *options], check=True, capture_output=True, env=environment)
    found = json.loads(report.read_text(encoding="utf-8"))["audits"]["largest-contentful-paint"]["numericValue"]
    return float(found) / 1000
