"""How often this process looks for circles among its objects, to let them go."""

import gc

#: So many new objects bring on a search. What is read and computed stays until the end, and a command that reads a thousand
#: plans would spend a twentieth of its time looking it through.
_OBJECTS = 50_000


def seldom() -> None:
    """Lets this process, and those forked from it, look seldom: every command does."""
    gc.set_threshold(_OBJECTS)
