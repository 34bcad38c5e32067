"""What is typed: every command that reads a pull request, with every form of its report."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import click

from fuzzing.case import FIXTURE
from zoneledger.cli import main


@dataclass(frozen=True)
class Command:
    """One command.

    Args:
        name: what is typed after ``zoneledger``.
        options: what follows it.
        form: the form of its report, as ``--format`` names it.
    """

    name: str
    options: tuple[str, ...]
    form: str = "text"

    @property
    def writes(self) -> str:
        """The one folder of a checkout that it may change; empty for none."""
        return {"build": "dist", "check": "dist", "fix": "datasets"}.get(self.name, "")

    @property
    def builds(self) -> bool:
        """Whether it publishes."""
        return self.name == "build"

    def arguments(self, root: Path) -> list[str]:
        """All that is typed, for one checkout."""
        return [self.name, "--root", str(root), *self.options]

    def __str__(self) -> str:
        return " ".join(("zoneledger", self.name, *self.options))


def forms(name: str) -> tuple[str, ...]:
    """The forms of report that a command offers; text where it offers no choice."""
    for option in main.commands[name].params:
        if option.name == "format_name" or "--format" in option.opts:
            return tuple(option.type.choices) if isinstance(option.type, click.Choice) else ("text",)
    return ("text",)


def choose(rng: random.Random, building: bool) -> Command:
    """A command at random; mostly ``check``, which every pull request meets first."""
    language = ("--lang", rng.choice(("zh", "en")))
    if building:
        return Command("build", language)
    name = rng.choices(("check", "audit", "fix", "diff"), (80, 5, 10, 5))[0]
    offered = forms(name)
    form = rng.choice(offered)
    options = (*language, *(("--format", form) if len(offered) > 1 else ()))
    if name == "audit":
        sources = ("--sources", str(FIXTURE / "sources"))
        if rng.random() < 0.5:
            return Command(name, (*language, *sources, "--open"))
        return Command(name, (*options, *sources, "--dry-run"), form)
    if name == "diff":
        return Command(name, (*options, str(FIXTURE)), form)
    return Command(name, options, form)
