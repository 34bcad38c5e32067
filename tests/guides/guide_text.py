"""What a guide in Markdown is made of: headings, commands, links. And which commands there are to be named."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+?)(?: \{#([\w-]+)\})?$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"\bzoneledger ([a-z][a-z-]*)\b|\bscripts/([a-z-]+)\b")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.) ", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([^"]+)"')
#: English text after these is a sentence about ZoneLedger, not a command.
_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def commands(text: str) -> set[str]:
    """Every command that the code in a text names: ``check``, ``scripts/build``."""
    found = (match for code in _CODE.findall(text) for match in _COMMAND.finditer(code))
    return {match[1] or f"scripts/{match[2]}" for match in found}


def links(text: str) -> list[str]:
    """Every address a text links to, in order."""
    return _LINK.findall(_FENCE.sub("", text))


def outline(text: str) -> list[tuple[int, str]]:
    """Level and explicit id of every heading."""
    return [(len(marks), anchor) for marks, _, anchor in _HEADING.findall(_FENCE.sub("", text))]


def shape(text: str) -> dict[str, object]:
    """What both languages of a guide have in common."""
    neutral = [re.sub(r"\.en\.md|(?<=zoneledger)/en(?=/)|#english$", _neutral, link) for link in links(text)]
    code = "\n".join(_CODE.findall(text))
    return {
        "headings": outline(text),
        "commands": commands(text),
        "options": set(_OPTION.findall(code)),
        "links": sorted(neutral),
        "list items": len(_ITEM.findall(_FENCE.sub("", text))),
        "lines of code": [len(block.splitlines()) for block in _FENCE.findall(text)],
    }


def _neutral(match: re.Match[str]) -> str:
    return ".md" if match[0] == ".en.md" else ""


def dead_links(root: Path, file: Path) -> list[str]:
    """Relative links of a file that lead to no file or to no place in it."""
    dead = []
    for link in links(file.read_text(encoding="utf-8")):
        if re.match(r"[a-z][a-z0-9+.-]*:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (file.parent / unquote(path)).resolve() if path else file
        there = target.is_relative_to(root) and target.exists()
        if not there or (fragment and unquote(fragment) not in _places(target.read_text(encoding="utf-8"))):
            dead.append(link)
    return dead


def _places(text: str) -> set[str]:
    """What a fragment may name: anchors, and headings as the host turns them into ids."""
    headings = (re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for _, title, _ in _HEADING.findall(text))
    return {*headings, *_ANCHOR.findall(text)}


def scripts(root: Path) -> set[str]:
    """Every file of ``scripts/`` that people run."""
    return {f"scripts/{file.name}" for file in (root / "scripts").iterdir() if os.access(file, os.X_OK)}


def command_table(readme: str, heading: str) -> str:
    """The table below a heading of the README."""
    section = readme.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return "\n".join(line for line in section.splitlines() if line.startswith("| `"))


def undocumented(table: str, names: set[str]) -> set[str]:
    """Names without a row of their own in a table of commands."""
    return names - {name for line in table.splitlines() for name in commands(line.split(" | ")[0] + " ")}
