"""Runs what npm brings to check pages with: Lighthouse and the Nu Html Checker, installed by scripts/test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_MODULES = Path(sys.prefix) / "page-checks" / "node_modules"
#: A page may be long; a checker that hangs must not.
_LIMIT_S = 600


def _installed(path: str) -> str:
    found = _MODULES / path
    if not found.exists():
        pytest.fail(f"{found} is missing: run scripts/test, which installs the page checkers", pytrace=False)
    return str(found)


def markup_errors(*places: Path) -> list[str]:
    """What the Nu Html Checker calls an error, by kind.

    Args:
        places: pages, or folders of them.

    Returns:
        A line a kind of error: how often, the message, and one page with the stretch it is in.
    """
    checker = _installed("vnu-jar/build/dist/vnu.jar")
    command = ["java", "-jar", checker, "--errors-only", "--skip-non-html", "--format", "json", *map(str, places)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=_LIMIT_S, check=False)
    # Warnings of the Java runtime may stand before and after the report.
    report, _ = json.JSONDecoder().raw_decode(ran.stderr[ran.stderr.index('{"') :])
    kinds: dict[str, list[dict[str, Any]]] = {}
    for message in report["messages"]:
        kinds.setdefault(message["message"], []).append(message)
    return [
        f"{len(found)} × {kind} First in {found[0].get('url')}: {found[0].get('extract', '').strip()}"
        for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))
    ]


def lighthouse(address: str, flags: tuple[str, ...], report: Path, *options: str) -> dict[str, Any]:
    """Lighthouse's report on one page, with its phone profile.

    Args:
        address: the page's.
        flags: Chromium's.
        report: the file to keep the report in.
        options: more of Lighthouse's own, such as ``--only-categories=seo``.
    """
    chromium = os.environ.get("ZONELEDGER_CHROMIUM", "/usr/bin/chromium")
    given = " ".join(("--headless", *flags))
    command = [_installed(".bin/lighthouse"), address, "--quiet", "--output=json", f"--output-path={report}", *options]
    environment = {**os.environ, "CHROME_PATH": chromium}
    ran = subprocess.run(
        [*command, f"--chrome-flags={given}"],
        env=environment, capture_output=True, text=True, encoding="utf-8", timeout=_LIMIT_S, check=False,
    )  # fmt: skip
    if ran.returncode != 0:
        pytest.fail(f"Lighthouse ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}", pytrace=False)
    content: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return content


def shortfalls(report: dict[str, Any]) -> list[str]:
    """Every audit that counts in its category and did not pass, with the elements it names."""
    found = []
    for name, category in report["categories"].items():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])
                named = [item["node"].get("selector", "") for item in items if isinstance(item.get("node"), dict)]
                found.append(f"{name}: {audit['title']} {named[:5] or items[:3]}")
    return found
