"""A label as long as a cell may be is cut for a drawing at once, and where it always was."""

from __future__ import annotations

import time

import pytest

from zoneledger.charts.lettering import shorten, width


def test_a_label_of_a_whole_page_takes_no_time() -> None:
    began = time.process_time()
    shorten("开发区target" * 2_000, 200, 12)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("text", ["开发区" * 40, "a" * 400, "开a" * 80, "1" * 300, "a   " * 60, "x"])
@pytest.mark.parametrize("room", [0, 5, 60, 200])
def test_as_much_as_fits_is_kept(text: str, room: int) -> None:
    shown = shorten(text, room, 12)
    if shown == text:
        assert width(text, 12) <= room
        return
    kept = next(length for length in range(len(text) - 1, -1, -1) if not length or width(text[:length] + "…", 12) <= room)
    assert shown == text[:kept].rstrip() + "…"
