"""Work spread over processes: the same results as one after the other, and what goes wrong is told."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable

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


def _pids(items: int, here: Callable[[int], bool]) -> dict[int, int]:
    """The process of each item, of two; none takes so little time that one of them does all."""

    def work(_: int) -> int:
        time.sleep(0.02)
        return os.getpid()

    return dict(spread(work, range(items), 2, here=here))


@pytest.mark.parametrize("here", [True, False])
def test_a_single_item_is_done_here_where_it_may_be(monkeypatch: pytest.MonkeyPatch, here: bool) -> None:
    monkeypatch.setattr("zoneledger.vega.running", lambda: False)
    assert (_pids(1, lambda _: here)[0] == os.getpid()) == here


def test_this_process_is_one_of_them_for_what_may_be_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneledger.vega.running", lambda: False)
    assert os.getpid() not in _pids(9, lambda _: False).values()
    found = _pids(9, lambda item: item != 8)
    assert len(found) == 9
    assert {found[0], found[8]}.isdisjoint({os.getpid()}), "the first is given away, and the last must not be done here"
    assert found[7] == os.getpid()
    assert len({*found.values()}) == 2, "two processes in all"


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
