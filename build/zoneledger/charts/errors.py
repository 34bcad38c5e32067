"""What stops a chart from being published."""

from __future__ import annotations

from zoneledger.problems import Text


class ChartError(Exception):
    """A chart cannot be published.

    Args:
        message: what is wrong with it.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return f"{self.message.zh} {self.message.en}"


class SpecTooLarge(Exception):
    """A spec that the renderer is not asked to draw; the same drawing can be written without it."""
