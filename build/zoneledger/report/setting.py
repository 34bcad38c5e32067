"""What a format needs to know beside the findings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """For whom a report is written, and of what.

    Args:
        lang: ``zh`` or ``en``.
        site_url: where the site with the rules' pages is served, with a slash at its end; empty where unknown.
        as_of: date of the data checked, as ``2026-11-21``; empty where unknown.
    """

    lang: str = "zh"
    site_url: str = ""
    as_of: str = ""

    def page(self, code: str) -> str:
        """The address of a rule's page in the reader's language; empty where the site's address is unknown."""
        return f"{self.site_url}{'' if self.lang == 'zh' else 'en/'}{page_path(code)}" if self.site_url else ""


def page_path(code: str) -> str:
    """Where a rule's page lies in the tree of either language."""
    return f"rules/{code}/"
