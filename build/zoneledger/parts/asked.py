"""A context of which it is noted what was asked for, so that what was made holds as long as that says the same."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from zoneledger.pages import PageContext
from zoneledger.revision import Repository

_FIELDS = frozenset(each.name for each in fields(PageContext))


class NotedContext(PageContext):
    """A context that notes which of its fields were asked for.

    Attributes:
        asked: their names.
    """

    asked: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            object.__getattribute__(self, "asked").add(name)
        return object.__getattribute__(self, name)

    @classmethod
    def of(cls, context: PageContext, repository: Repository) -> NotedContext:
        """A context of whose fields none was asked for, at another repository."""
        noted = cls(**vars(context) | {"repository": repository})
        object.__setattr__(noted, "asked", set())  # as the fields, it is not to be set again
        return noted
