"""What the measured things make of the commands they run: their figures, what is compared with what, what is left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from zoneledger.bench import checkouts
from zoneledger.bench.checkouts import Checkout
from zoneledger.bench.measured import build, check, edit
from zoneledger.bench.process_tree import Usage
from zoneledger.bench.run import Run
from zoneledger.layout import Layout
from zoneledger.scale import Scale

Command = tuple[str, ...]


class Scripted(Run):
    """A run whose commands are not run: each costs what a script says, and writes the files of a site."""

    def script(self, cpu: Mapping[str, float]) -> list[tuple[Command, Scale]]:
        """Sets the seconds of builds with the limits as they are and without any; gives what will have been run, and limits."""
        done: list[tuple[Command, Scale]] = []
        object.__setattr__(self, "cpu", cpu)
        object.__setattr__(self, "done", done)
        return done

    def program(self, *arguments: str, accept: Sequence[int] = (0,)) -> Usage:
        out = Path(arguments[2]) if len(arguments) > 1 else self.checkout.root / "dist"
        limits = Scale.of(Layout(self.checkout.root))
        self.done.append((arguments, limits))  # type: ignore[attr-defined]
        (out / "site").mkdir(parents=True, exist_ok=True)
        (out / "site" / "index.html").write_text(f"<p>{len(self.done)}</p>")  # type: ignore[attr-defined]
        (out / "site" / "same.html").write_text("the same")
        return Usage(self.cpu["whole" if limits.formats else "simple"], 1.0, 2**20, "")  # type: ignore[attr-defined]


@pytest.fixture
def scripted(small_root: Path, tmp_path: Path) -> Scripted:
    """A run over a tiny checkout that is taken for a hundred synthetic plans."""
    made = checkouts.make(small_root, 1, tmp_path / "bench")
    (tmp_path / "scratch").mkdir()
    checkout = Checkout(made.root, 100, synthetic=True)
    smaller = {"build.cpu_a_plan": 9000.0, "build.simple_a_plan": 400.0}
    return Scripted(checkout, tmp_path / "scratch", lambda _: None, smaller)


def test_growth_compares_plans_made_alike(scripted: Scripted) -> None:
    done = scripted.script({"whole": 90.0, "simple": 50.0})
    before = (scripted.checkout.root / "mkdocs.yml").read_text(encoding="utf-8")
    found = dict(build.measure(scripted))
    assert found["cpu"] == 90.0
    assert found["cpu_a_plan"] == 900.0
    assert found["simple_a_plan"] == 500.0
    assert found["growth"] == 500.0 / 400
    assert [limits for _, limits in done] == [Scale(), Scale(0, 0, 0, 0)]
    assert (scripted.checkout.root / "mkdocs.yml").read_text(encoding="utf-8") == before
    assert not (scripted.scratch / "simple").exists()


def test_many_plans_are_not_built_twice(scripted: Scripted) -> None:
    many = Scripted(Checkout(scripted.checkout.root, 101, True), scripted.scratch, lambda _: None)
    done = many.script({"whole": 90.0})
    found = dict(build.measure(many))
    assert len(done) == 1
    assert found["simple_a_plan"] == found["cpu_a_plan"]
    assert "growth" not in found  # nothing smaller was measured


def test_curated_plans_are_not_said_to_grow(scripted: Scripted) -> None:
    curated = Scripted(Checkout(scripted.checkout.root, 8, False), scripted.scratch, lambda _: None)
    done = curated.script({"whole": 30.0})
    assert not {"simple_a_plan", "growth"} & dict(build.measure(curated)).keys()
    assert len(done) == 1


def test_both_edits_are_measured_apart(scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    edited: list[str] = []
    monkeypatch.setattr(checkouts, "edit", lambda checkout, mark: edited.append("summary"))
    monkeypatch.setattr(checkouts, "edit_value", lambda checkout: edited.append("value"))
    checked = Scripted(scripted.checkout, scripted.scratch, lambda _: None, verify=True)
    done = checked.script({"whole": 7.0})
    names = [name for name, _ in edit.measure(checked)]
    assert names == [figure.name for figure in edit.FIGURES]
    assert edited == ["summary", "value"]
    assert len(done) == 5  # the first build, and for each edit one more and a full one
    found = dict(edit.measure(checked))
    assert found["cpu"] == found["value_cpu"] == 7.0
    assert found["changed"] == found["value_changed"] == 1
    assert found["differing"] == 1  # each build of this script writes another page


def test_a_file_that_moved_did_not_change() -> None:
    earlier = {"search/aa/1.json": b"one", "search/aa/2.json": b"two", "index.html": b"old", "gone.html": b"gone"}
    later = {"search/bb/1.json": b"one", "search/bb/2.json": b"new", "index.html": b"newer", "copy.html": b"two"}
    assert edit.fresh(earlier, later) == ["search/bb/2.json", "index.html"]
    assert edit.fresh(later, later) == []


def test_what_is_promised_of_a_million_rows() -> None:
    figures = {figure.name: figure for figure in check.FIGURES}
    assert not figures["screen_peak"].broken(1536, 3125) and figures["screen_peak"].broken(1537, 3125)
    for name in ("judging_ratio", "ratio"):
        assert not figures[name].broken(10.0, 3125) and figures[name].broken(9.9, 3125)
        assert not figures[name].broken(1.0, 8) and figures[name].broken(0.9, 8)


def test_both_edits_have_one_limit() -> None:
    figures = {figure.name: figure for figure in edit.FIGURES}
    assert figures["cpu"].promises == figures["value_cpu"].promises != ()
    assert figures["differing"].promises == figures["value_differing"].promises != ()
