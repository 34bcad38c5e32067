"""The hand-written site that a whole build needs beside the data, as it was when the campaign began."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from fuzzing.case import PROJECT


def put(root: Path) -> None:
    """Puts the site and its settings into a checkout."""
    shutil.copytree(_kept() / "site", root / "site")
    shutil.copy2(_kept() / "mkdocs.yml", root / "mkdocs.yml")


@cache
def _kept() -> Path:
    """A copy of both: somebody may edit them while thousands of inputs are judged."""
    folder = Path(tempfile.mkdtemp(prefix="zl-fuzz-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(PROJECT / "site", folder / "site")
    shutil.copy2(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder
