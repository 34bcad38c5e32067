"""A command ends by itself, with an exit code that means something, in time and without a traceback."""

from __future__ import annotations

from collections.abc import Iterator

from fuzzing.sandbox import NETWORK, Outcome

#: MiB, this process included; a build draws with a browser engine.
MOST_MEMORY = 1024


def complaints(outcome: Outcome, seconds: float) -> Iterator[str]:
    """What is wrong with how a command ended.

    Args:
        outcome: how it ended.
        seconds: of CPU time that it may take.
    """
    if outcome.signal:
        yield {"SIGXCPU": "more CPU time than allowed", "SIGALRM": "it waits for ever"}.get(outcome.signal, f"ended by {outcome.signal}")
    elif outcome.code == NETWORK:
        yield "it reached for the network"
    elif outcome.code not in (0, 1, 2):
        yield f"exit code {outcome.code}"
    if b"Traceback (most recent call last)" in outcome.out + outcome.err:
        yield f"a traceback: {outcome.err.decode('utf-8', 'replace').strip().splitlines()[-1][:160]}"
    if outcome.cpu > seconds and not outcome.signal:
        yield "more CPU time than allowed"
    if outcome.memory > MOST_MEMORY:
        yield "more memory than allowed"
