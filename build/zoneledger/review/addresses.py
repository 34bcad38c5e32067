"""Where the comment's links lead: built here from what the host vouches for, never copied from the archive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PATH = re.compile(r"[\w .()（）-]+(?:/[\w .()（）-]+)*")


@dataclass(frozen=True)
class Addresses:
    """The addresses a comment links to.

    Args:
        site: where the site is served, with a slash at its end.
        commit: the checked commit on the host, below which files stand, without a slash at the end.
        run: the run's record.
        preview: the archive with the previewed site; empty where there is none.
    """

    site: str
    commit: str
    run: str
    preview: str

    def rule(self, code: str, lang: str) -> str:
        """The page that explains a rule; empty where the code cannot be one."""
        if len(code) > 60 or not _RULE.fullmatch(code):
            return ""
        return f"{self.site}{'' if lang == 'zh' else 'en/'}rules/{code}/"

    def line(self, file: str, line: int) -> str:
        """A line of a file at the checked commit; empty where the name is no path inside the repository."""
        if not _PATH.fullmatch(file) or {".", ".."} & set(file.split("/")):
            return ""
        return f"{self.commit}/{quote(file)}" + (f"?plain=1#L{line}" if line else "")


def link(text: str, address: str) -> str:
    """A Markdown link; the text alone where there is no address."""
    return f"[{text}]({address})" if address else text
