"""What a command says: every failure names a file and a rule, and nothing it prints can give orders or hide."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from fuzzing.commands import Command
from fuzzing.sandbox import Outcome

_TEXT = re.compile(r"^(?P<place>\S.*?) (?:错误|error) \[[a-z-]+\] \S", re.MULTILINE)
_GITHUB = re.compile(r"^::error (?:file=[^,:\s][^,:]*,)(?:line=\d+,)?title=[a-z-]+%3A ", re.MULTILINE)
_MARKDOWN_CODE = re.compile(r"^(`{3,})text\n.*?^\1$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)


def complaints(outcome: Outcome, command: Command) -> Iterator[str]:
    """What is wrong with what a command printed."""
    try:
        said = outcome.out.decode("utf-8")
    except UnicodeDecodeError:
        yield "what it prints is no UTF-8"
        return
    unseen = sorted({char for char in said if not char.isprintable() and char not in "\n\t"})
    if unseen:
        yield f"it prints unprintable characters: {ascii(''.join(unseen))[:80]}"
    # A list of open figures, of repairs or of changes is no report of problems; that there is one says enough.
    lists = bool(said) and ("--open" in command.options or command.name in ("fix", "diff"))
    if outcome.code != 2:
        yield from _FORMS.get(command.form, _text)(said, outcome.code == 1 and not lists)
    elif not outcome.err.strip():
        yield "exit code 2 without a word"


def _text(said: str, failed: bool) -> Iterator[str]:
    if failed and not _TEXT.search(said) and "plan.yml:" not in said:
        yield "exit code 1 without an error that names a file and a rule"
    for line in said.splitlines():
        if line.lstrip().startswith("::") or "##[" in line:
            yield "a line of text that the runner takes for an order"


def _github(said: str, failed: bool) -> Iterator[str]:
    if failed and not _GITHUB.search(said):
        yield "exit code 1 without an annotation that names a file"
    for line in said.splitlines():
        if line.lstrip().startswith("::") and not re.match(r"::(?:error|warning|notice) [a-z]+=", line):
            yield f"an order that is no annotation: {ascii(line)[:80]}"


def _json(said: str, failed: bool) -> Iterator[str]:
    try:
        content = json.loads(said)
    except ValueError as error:
        yield f"no JSON: {error}"
        return
    if failed and not any(problem["file"] and problem["severity"] == "error" for problem in content["problems"]):
        yield "exit code 1 without an error that names a file"


def _markdown(said: str, failed: bool) -> Iterator[str]:
    if failed and "| [`" not in said and "| `" not in said:
        yield "exit code 1 without a rule"
    outside = _MARKDOWN_CODE.sub("", said)
    for mark in ("<", "@", "![", "zlhostile", "://"):
        if mark in outside:
            yield f"{mark} outside a block of code"


_FORMS: dict[str, Callable[[str, bool], Iterator[str]]] = {"text": _text, "github": _github, "json": _json, "markdown": _markdown}
