"""Where a row can be read and mended: the repository host, and the revision that was built."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, fields
from urllib.parse import quote

from zoneledger.configuration import configuration
from zoneledger.host import GITHUB, MAX_ADDRESS, Host
from zoneledger.layout import Layout

_COMMIT = re.compile(r"[0-9a-f]{40,64}")
#: Digits of a commit that are enough to name it.
SHORT = 12


@dataclass(frozen=True)
class Repository:
    """The repository as readers reach it.

    Args:
        base: its address on the host, without a slash at the end; from ``mkdocs.yml``, ``extra.repository.url``.
        revision: the commit built, or the branch where the data differ from that commit.
        branch: the branch on which rows are edited.
        host: how the host words its addresses; keys of ``extra.repository`` replace those of GitHub.
    """

    base: str
    revision: str
    branch: str
    host: Host = GITHUB

    @classmethod
    def of(cls, layout: Layout) -> Repository:
        """Reads the addresses from ``mkdocs.yml`` and the revision from git."""
        repository = configuration(layout)["extra"]["repository"]
        branch = str(repository["branch"])
        patterns = {field.name: str(repository[field.name]) for field in fields(Host) if field.name in repository}
        return cls(str(repository["url"]).rstrip("/"), commit(layout) or branch, branch, Host(**patterns))

    @property
    def short(self) -> str:
        """The revision as a citation names it: a commit in twelve digits; a branch as one, and as what no commit holds yet.

        Nothing in it acts in any format of citations. Empty where the revision is unknown.
        """
        if not self.revision or _COMMIT.fullmatch(self.revision):
            return self.revision[:SHORT]
        return re.sub(r"[^A-Za-z0-9.]+", "-", f"{self.revision}-uncommitted")

    def line(self, file: str, line: int | str) -> str:
        """The address of one line of a file; what stands in braces is left for a script to fill in."""
        return self.host.line.format(
            base=self.base, revision=quote(self.revision), file=quote(file, safe="/{}"), line=line
        )

    def edit(self, file: str) -> str:
        """The address at which the host offers to edit a file."""
        return self.host.edit.format(base=self.base, branch=quote(self.branch), file=quote(file))

    @property
    def report_pattern(self) -> str:
        """The address of a new issue about a row, with ``{title}``, ``{row}`` and ``{anchor}`` for a script to fill in."""
        return self.host.report.format(base=self.base, title="{title}", row="{row}", anchor="{anchor}")

    @property
    def longest(self) -> int:
        """Characters that an address may have."""
        return MAX_ADDRESS


def site_address(layout: Layout) -> str:
    """Where the site is served, with a slash at its end: ``site_url`` in ``mkdocs.yml``."""
    return str(configuration(layout)["site_url"]).rstrip("/") + "/"


def commit(layout: Layout) -> str:
    """The commit checked out; empty outside git, or where the data differ from it (lines would not match)."""
    try:
        head = _git(layout, "rev-parse", "HEAD")
        changed = _git(layout, "status", "--porcelain", "--", "datasets")
    except (OSError, subprocess.CalledProcessError):
        return ""
    return "" if changed else head


def _git(layout: Layout, *arguments: str) -> str:
    command = ["git", "-C", str(layout.root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
