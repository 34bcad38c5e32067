"""Why no plan was made."""

from __future__ import annotations

from zoneledger.problems import Text


class Refused(Exception):
    """Nothing was written.

    Args:
        messages: why, all reasons at once.
    """

    def __init__(self, *messages: Text) -> None:
        super().__init__("; ".join(message.en for message in messages))
        self.messages = messages
