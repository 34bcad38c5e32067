"""How large a chart's spec may be: the renderer's patience, and what a page may load for a live form."""

from __future__ import annotations

#: A curated plan's largest has 28,800 bytes. What has more is drawn by ourselves, and has no live form.
SPEC_LIMIT = 30_000


def fits(written: str) -> bool:
    """Whether a spec is small enough.

    Args:
        written: the spec as JSON.
    """
    return len(written.encode()) <= SPEC_LIMIT
