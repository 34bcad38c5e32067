"""Finds a plan's source file, proves that it is the very one, and cuts the plan's own text out of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zoneledger.audit.mentions import Mention
from zoneledger.audit.outline import Outline
from zoneledger.problems import Place, Problem, Rule, Text

FILE = Rule(
    "source-file",
    Text("来源文本在手，且校验和一致", "The source text is at hand and has the recorded checksum"),
    Text(
        "把 plan.yml 所记的文件放进来源文件夹；若文本确已更换，重新核对各行后再改 sha256。",
        "Put the file named in plan.yml into the folder of sources; if the text was really replaced, "
        "go through the rows again before changing sha256.",
    ),
    why=Text(
        "换了一个版本的文本，原先的核对就不再作数。",
        "With another version of the text, what was proved before no longer holds.",
    ),
)
BOUNDS = Rule(
    "source-bounds",
    Text("计划首尾的文字各在来源文本中恰好出现一次", "The plan's first and last words stand exactly once in its source text"),
    Text("照录更长的一段，使其唯一。", "Copy a longer stretch, so that it is the only one."),
)


@dataclass(frozen=True)
class SourceText:
    """A plan's own text and its units.

    Args:
        plan_id: the plan.
        file: the source file's name.
        sha256: its checksum.
        text: from the plan's first words to its last; line ends are LF.
        whole: the whole file, page matter included.
        outline: the text's units.
    """

    plan_id: str
    file: str
    sha256: str
    text: str
    whole: str
    outline: Outline

    @property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """The figures of every unit of the outline, in its own text."""
        return self.outline.mentions


def read(folder: Path, source: dict[str, Any], place: Place) -> tuple[str | None, list[Problem]]:
    """Reads a source file.

    Args:
        folder: where the source texts are.
        source: the ``source`` part of ``plan.yml``.
        place: the plan's ``plan.yml``.

    Returns:
        The file's text, or None where it is missing or another one, and the problems found.
    """
    name = source["file"]
    path = folder / name
    if not path.is_file():
        message = Text(f"来源文件夹里没有 {name}。", f"The folder of sources has no {name}.")
        return None, [_problem(FILE, place, "file", name, message)]
    content = path.read_bytes()
    actual = hashlib.sha256(content).hexdigest()
    if actual != source["sha256"]:
        message = Text(f"{name} 的 SHA-256 是 {actual}。", f"The SHA-256 of {name} is {actual}.")
        return None, [_problem(FILE, place, "sha256", source["sha256"], message)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = Text(f"{name} 不是 UTF-8（第 {error.start} 字节）。", f"{name} is not UTF-8 (byte {error.start}).")
        return None, [_problem(FILE, place, "file", name, message)]
    return text.replace("\r\n", "\n"), []


def cut(whole: str, source: dict[str, Any], place: Place) -> tuple[str | None, list[Problem]]:
    """The plan's own text, from its first words to its last.

    Args:
        whole: the source file's text.
        source: the ``source`` part of ``plan.yml``.
        place: the plan's ``plan.yml``.
    """
    problems = []
    for key in ("first_words", "last_words"):
        count = whole.count(source[key])
        if count != 1:
            message = Text(f"它在来源文本中出现 {count} 次。", f"It stands {count} times in the source text.")
            problems.append(_problem(BOUNDS, place, key, source[key], message))
    if problems:
        return None, problems
    start = whole.index(source["first_words"])
    end = whole.index(source["last_words"]) + len(source["last_words"])
    if end <= start:
        message = Text("它在首段文字之前。", "It stands before the first words.")
        return None, [_problem(BOUNDS, place, "last_words", source["last_words"], message)]
    return whole[start:end], []


def _problem(rule: Rule, place: Place, key: str, value: str, message: Text) -> Problem:
    return Problem(rule, Place(place.file, place.line, f"source.{key}"), value, message, fix=rule.tip)
