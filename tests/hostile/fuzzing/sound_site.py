"""The site of the fixture as it is, built once: what a page may hold is what its pages hold."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from fuzzing import sandbox, site_folder
from fuzzing.case import Case


@cache
def built() -> Path:
    """The folder that is served; removed when this process ends.

    Raises:
        RuntimeError: the fixture cannot be built.
    """
    place = Path(tempfile.mkdtemp(prefix="zl-fuzz-sound-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    root = place / "checkout"
    root.mkdir()
    Case.sound().write(root)
    site_folder.put(root)
    outcome = sandbox.run(["build", "--root", str(root)], place, sandbox.Caps(cpu=60, memory=0, wait=600))
    if outcome.code:
        raise RuntimeError(outcome.err.decode("utf-8", "replace"))
    return root / "dist" / "site"
