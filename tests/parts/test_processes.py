"""Work spread over processes: the same results as one after the other, and what goes wrong is told."""

from __future__ import annotations

import gc
import os

import pytest

from zoneledger.charts import ChartError
from zoneledger.parts import spread
from zoneledger.parts.processes import frozen
from zoneledger.problems import Text


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_item_comes_with_its_own_result(jobs: int) -> None:
    known = {"a": 1, "b": 2, "c": 3, "d": 4}  # not an argument: what is known before is shared
    found = dict(spread(lambda name: known[name] * 10, list(known), jobs))
    assert found == {"a": 10, "b": 20, "c": 30, "d": 40}


def test_several_processes_do_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneledger.vega.running", lambda: False)  # other tests may have loaded the renderer
    own = os.getpid()
    assert {pid for _, pid in spread(lambda _: os.getpid(), range(8), 2)} - {own}
    assert {pid for _, pid in spread(lambda _: os.getpid(), range(8), 1)} == {own}


@pytest.mark.parametrize(("items", "apart", "forked"), [(1, True, True), (1, False, False), (2, False, True)])
def test_a_single_item_is_done_here_where_it_starts_no_threads(
    monkeypatch: pytest.MonkeyPatch, items: int, apart: bool, forked: bool
) -> None:
    monkeypatch.setattr("zoneledger.vega.running", lambda: False)
    found = {pid for _, pid in spread(lambda _: os.getpid(), range(items), 2, apart=apart)}
    assert (os.getpid() not in found) == forked


def test_beside_the_threads_of_the_renderer_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneledger.vega.running", lambda: True)
    assert {pid for _, pid in spread(lambda _: os.getpid(), range(8), 2)} == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_raised_there_is_raised_here(jobs: int) -> None:
    def fail(number: int) -> int:
        if number == 2:
            raise ChartError(Text("坏", "bad"))
        return number

    with pytest.raises(ChartError) as caught:
        list(spread(fail, [1, 2, 3], jobs))
    assert caught.value.message == Text("坏", "bad")


def test_nothing_to_do_is_done() -> None:
    assert list(spread(str, [], 2)) == []


def test_what_is_there_is_spared_until_the_outermost_ends() -> None:
    assert gc.get_freeze_count() == 0
    with frozen():
        spared = gc.get_freeze_count()
        assert spared > 1000
        assert all(held >= spared for _, held in spread(lambda _: gc.get_freeze_count(), [1, 2], jobs=2))
        assert gc.get_freeze_count() >= spared // 2, "whatever went meanwhile is gone"
    assert gc.get_freeze_count() == 0, "of many builds in one process none is held"
