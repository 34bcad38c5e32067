"""One hostile input from its seed to its verdict."""

from __future__ import annotations

import random
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from fuzzing import mutators, sandbox, site_folder
from fuzzing.case import FIXTURE, Case
from fuzzing.commands import Command, choose
from fuzzing.oracles import ending, files, published, repaired, spoken
from fuzzing.sandbox import Caps, Outcome

CHECK = Caps()
BUILD = Caps(cpu=45, memory=0, wait=400)


@dataclass(frozen=True)
class Verdict:
    """What became of one input.

    Args:
        number: which one it was.
        kind: the mutators that made it, joined.
        command: what was run.
        notes: what was done to the checkout.
        outcome: what the command did.
        complaints: what is wrong with that; none where all is well.
    """

    number: int
    kind: str
    command: str
    notes: tuple[str, ...]
    outcome: Outcome
    complaints: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Campaign:
    """A series of inputs.

    Args:
        seed: the same one makes the same inputs.
        builds: one input in so many is built whole; 0 for none.
        only: the one mutator to use; empty for all.
    """

    seed: int = 2019
    builds: int = 200
    only: str = ""

    def is_build(self, number: int) -> bool:
        """Whether this input is built whole."""
        return bool(self.builds) and number % self.builds == 0

    def input(self, number: int) -> tuple[Case, str, Command]:
        """The checkout of this number, how it was made, and what to run on it."""
        rng = random.Random(f"{self.seed} {number}")
        building = self.is_build(number)
        case, command = Case.sound(), choose(rng, building)
        kinds = [self.only] if self.only else _kinds(rng, building, number // (self.builds or 1))
        for kind in kinds:
            try:
                mutators.mutate(case, kind, rng)
            except Exception:
                # an earlier mutator has left nothing that this one could read and spoil further
                case.note(f"({kind}: nothing left to spoil)")
        return case, " + ".join(kinds), command

    def judge(self, number: int) -> Verdict:
        """Makes one input, runs its command and judges it."""
        case, kind, command = self.input(number)
        place = Path(tempfile.mkdtemp(prefix="zl-fuzz-"))
        try:
            return _judge(number, case, kind, command, place)
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _kinds(rng: random.Random, building: bool, turn: int) -> list[str]:
    names, weights = mutators.names(building)
    if building:
        # every way in turn, so that a few builds see them all
        return [names[turn % len(names)]]
    count = rng.choice((1, 1, 1, 1, 2, 3))
    return rng.choices(names, weights, k=count)


def _judge(number: int, case: Case, kind: str, command: Command, place: Path) -> Verdict:
    world = place / "world"
    root = world / "above" / "checkout"
    root.mkdir(parents=True)
    outside = world / "above" / "elsewhere"
    shutil.copytree(FIXTURE / "datasets" / "reference", outside)
    (outside / "outside.csv").write_text("id\n", encoding="utf-8")
    case.write(root)
    if command.builds:
        site_folder.put(root)
    before, held = files.picture(world), repaired.contents(root) if command.name == "fix" else {}
    outcome = sandbox.run(command.arguments(root), place, BUILD if command.builds else CHECK)
    found = [*ending.complaints(outcome, BUILD.cpu if command.builds else CHECK.cpu)]
    found += files.complaints(before, files.picture(world), f"above/checkout/{command.writes}" if command.writes else "")
    if not found:
        found += spoken.complaints(outcome, command)
        if command.builds and outcome.code == 0:
            found += published.complaints(root, root / "dist" / "site")
        if command.name == "fix" and outcome.code in (0, 1):
            after = repaired.contents(root)
            sandbox.run(command.arguments(root), place, CHECK)
            found += repaired.complaints(held, after, repaired.contents(root))
    return Verdict(number, kind, str(command), tuple(case.notes), outcome, tuple(found))
