"""Verifies what was published, from the published files alone: every checksum, every format, every count.

The tables' schemas come from each package's ``datapackage.json``: neither the datasets nor a checkout is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zoneledger.problems import Text
from zoneledger.verify import answers, listing, packages, served
from zoneledger.verify.fault import Fault, Findings

__all__ = ["Fault", "Findings", "run", "site_of"]

Progress = Callable[[Text], None]


def site_of(folder: Path) -> Path | None:
    """The site's folder in a build's output or an unpacked copy of it; None where there is none."""
    return next((place for place in (folder, folder / "site") if (place / listing.DATA).is_dir()), None)


def run(top: Path, progress: Progress = lambda _: None) -> Findings:
    """Verifies a published site.

    Args:
        top: the site's folder, which holds ``data/``.
        progress: told what is being done.

    Returns:
        What was read, and the faults; none where everything is as it was published.
    """
    findings = Findings()
    progress(Text("核对清单与校验和", "Checking the manifest and its checksums"))
    listed: list[listing.Entry] = []
    with findings.reading(listing.PATH):
        listed = listing.entries(top)
        listing.check(top, listed, findings)
    _check_packages(top, listed, findings, progress)
    progress(Text("读日历与检索", "Reading the calendars and the search"))
    served.check_calendars(top, findings)
    served.check_search(top, findings)
    return findings


def _check_packages(top: Path, listed: list[listing.Entry], findings: Findings, progress: Progress) -> None:
    """Reads one package after the other, each in all its formats; none is held longer than that."""
    filed: dict[str, list[listing.Entry]] = {}
    for entry in listed:
        plan = entry["plan"]
        filed.setdefault(f"{listing.DATA}/plans/{plan}" if plan else f"{listing.DATA}/all", []).append(entry)
    if listed and not any(folder == f"{listing.DATA}/all" for folder in filed):
        findings.add(listing.PATH, "没有列出全部数据", "does not list the whole dataset")
    for folder, entries in filed.items():
        progress(Text(f"逐格对照各格式：{folder}", f"Comparing the formats cell by cell: {folder}"))
        package = packages.check(top, folder, entries, findings)
        if package is None:
            continue
        plan = entries[0]["plan"]
        if plan is None:
            answers.check_tables(top, package, findings)
        else:
            answers.check_plan(top, str(plan), package, findings)
