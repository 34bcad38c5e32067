"""From how many plans on a build does with less: what costs most a plan is left out, or drawn more simply."""

from __future__ import annotations

from dataclasses import dataclass, fields

from zoneledger.configuration import configuration
from zoneledger.layout import Layout


@dataclass(frozen=True)
class Scale:
    """Numbers of plans up to which a build affords something for every plan; ``extra.scale`` in ``mkdocs.yml``.

    Args:
        rendered_charts: charts of a plan's page come from the renderer, above it from a light drawing of our own.
        previews: a plan's page has a preview image of its own, above it that of its hub.
        formats: a plan is offered in every download format, above it as a Data Package (CSV) alone.
        explorer_files: an explorer, and the list of plans to compare, is loaded as one file, above it in parts.
    """

    rendered_charts: int = 100
    previews: int = 100
    formats: int = 100
    explorer_files: int = 100

    @classmethod
    def of(cls, layout: Layout) -> Scale:
        """Reads the numbers; those not named keep what stands here.

        Raises:
            ValueError: a name is unknown, or a number is none.
        """
        named = configuration(layout).get("extra", {}).get("scale", {})
        known = {field.name for field in fields(cls)}
        for name, number in named.items():
            if name not in known or not isinstance(number, int) or isinstance(number, bool) or number < 0:
                raise ValueError(f"mkdocs.yml: extra.scale.{name}: {number!r}; known: {', '.join(sorted(known))}")
        return cls(**named)
