"""Somebody who begins a plan: a checkout, a source text, and what the command says to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zoneledger.cli import main

PLAN = "beihe-2023"
TEXT = """北河市开发区提升行动方案（2023—2025年）
一、总体要求
到2025年，全市开发区营业收入达到800亿元以上，实际利用外资达到8亿元。
市发改委牵头落实。
"""
#: The options without which there is no plan.
REQUIRED = {
    "--title-zh": "北河市开发区提升行动方案（2023—2025年）",
    "--title-en": "Beihe action plan for better zones (2023-2025)",
    "--summary-zh": "两个目标，由市发改委牵头。",
    "--summary-en": "Two targets, led by the Development and Reform Commission.",
    "--issuers-zh": "北河市人民政府",
    "--issuers-en": "Beihe government",
    "--jurisdiction": "安石",
}


@dataclass(frozen=True)
class Newcomer:
    """A checkout and a source text beside it."""

    root: Path
    source: Path

    @classmethod
    def beside(cls, root: Path) -> Newcomer:
        source = root.parent / "texts" / "beihe-2023.txt"
        source.parent.mkdir()
        source.write_text(TEXT, encoding="utf-8")
        return cls(root, source)

    @property
    def folder(self) -> Path:
        return self.root / "datasets" / "plans" / PLAN

    def run(self, *arguments: str, typed: str | None = None, lang: str = "en") -> Result:
        """Runs a command without a terminal, unless a test says otherwise; never a traceback."""
        result = CliRunner().invoke(main, [*arguments, "--root", str(self.root), "--lang", lang], input=typed)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    def new_plan(
        self, plan_id: str = PLAN, lang: str = "en", typed: str | None = None, **replaced: str | None
    ) -> Result:
        """Runs it with every required option; keywords replace or add one, None takes one away."""
        given: dict[str, str | None] = {"--source": str(self.source), **REQUIRED}
        given |= {f"--{name.replace('_', '-')}": value for name, value in replaced.items()}
        options = [part for name, value in given.items() if value is not None for part in (name, value)]
        return self.run("new-plan", plan_id, *options, typed=typed, lang=lang)

    def files(self) -> dict[str, bytes]:
        """Everything below ``datasets/``, leftovers included."""
        folder = self.root / "datasets"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the command believe that somebody sits there; what they type is a test's ``typed``."""
    monkeypatch.setattr("zoneledger.commands.new_plan.at_a_terminal", lambda: True)
