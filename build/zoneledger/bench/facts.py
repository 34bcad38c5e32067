"""On what code and on what machine something was measured: what matters for the figures, and nothing else of it."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import zoneledger

#: What the program is measured against, and what it stands on.
_PACKAGES = ("frictionless", "mkdocs", "mkdocs-material", "pyarrow", "jinja2")
_GIBIBYTE = 2**30
#: What decides how long the program takes; the figures themselves do not.
_CODE = ("build", "schemas", "datasets", "site", "mkdocs.yml", "requirements.lock", ":(exclude)site/measured")


def facts(root: Path) -> dict[str, Any]:
    """What the record of a run begins with.

    Args:
        root: the checkout that is measured.
    """
    return {
        "date": date.today().isoformat(),
        "program": {"version": zoneledger.__version__, **_commit(root)},
        "machine": {
            "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
            "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIBIBYTE),
            "processor": _processor(),
            "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
        },
        "packages": {name: metadata.version(name) for name in _PACKAGES},
    }


def _commit(root: Path) -> dict[str, Any]:
    """The commit measured, and whether anything that is measured differs from it; empty outside git."""
    try:
        head = _git(root, "rev-parse", "HEAD")
        return {"commit": head, "changed": bool(_git(root, "status", "--porcelain", "--", *_CODE))}
    except (OSError, subprocess.CalledProcessError):
        return {"commit": "", "changed": True}


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _processor() -> str:
    """The processor's model where the system tells it."""
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found[1].strip() if found else platform.processor()
