"""``plan.yml`` and ``dataset.yml`` key by key; every scalar is text."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from zoneledger.diff.difference import DocumentChange

#: Deeper than any document here; a file that nests on and on is not followed.
MAX_DEPTH = 30
MAX_CHARACTERS = 200_000


class DocumentError(ValueError):
    """A document cannot be read."""


@dataclass(frozen=True)
class Leaf:
    """A scalar with its physical line."""

    text: str
    line: int


@dataclass(frozen=True)
class Branch:
    """A mapping or a list by keys or positions, with its physical line."""

    parts: dict[str, Leaf | Branch]
    line: int
    listed: bool


def read_document(text: str) -> Branch:
    """Reads YAML text.

    Raises:
        DocumentError: it is no well-formed mapping, or uses aliases, which could unfold without end.
    """
    if len(text) > MAX_CHARACTERS:
        raise DocumentError(f"more than {MAX_CHARACTERS} characters")
    try:
        _refuse_bombs(text)
        node = yaml.compose(text, yaml.BaseLoader)
        tree = _tree(node, 0) if node is not None else None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        detail = str(getattr(error, "problem", "") or type(error).__name__)
        raise DocumentError(f"line {mark.line + 1}: {detail}" if mark else detail) from error
    if not isinstance(tree, Branch) or tree.listed:
        raise DocumentError("not a mapping")
    return tree


def _refuse_bombs(text: str) -> None:
    """Stops at the first alias and at the first level too deep: the parser's work grows with the square of the depth."""
    depth = 0
    for event in yaml.parse(text, yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise DocumentError("aliases are not allowed")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise DocumentError(f"nested deeper than {MAX_DEPTH}")


def content(tree: Leaf | Branch) -> Any:
    """A document as plain dictionaries, lists and text."""
    if isinstance(tree, Leaf):
        return tree.text
    if tree.listed:
        return [content(part) for part in tree.parts.values()]
    return {name: content(part) for name, part in tree.parts.items()}


def compare_documents(file: str, old: Branch | None, new: Branch | None) -> Iterator[DocumentChange]:
    """The values that differ, by path; a key that stands twice is told apart by a number."""
    empty = Branch({}, 1, False)
    yield from _compare(file, (), old or empty, new or empty)


def _tree(node: yaml.Node, depth: int) -> Leaf | Branch:
    line = node.start_mark.line + 1
    if depth > MAX_DEPTH:
        raise DocumentError(f"nested deeper than {MAX_DEPTH}")
    if isinstance(node, yaml.MappingNode):
        parts: dict[str, Leaf | Branch] = {}
        times: Counter[str] = Counter()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            while (shown := name if not times[name] else f"{name}#{times[name] + 1}") in parts:
                times[name] += 1
            times[name] += 1
            parts[shown] = _tree(value, depth + 1)
        return Branch(parts, line, False)
    if isinstance(node, yaml.SequenceNode):
        return Branch({str(place): _tree(part, depth + 1) for place, part in enumerate(node.value)}, line, True)
    return Leaf(str(node.value), line)


def _compare(
    file: str, path: tuple[str, ...], old: Leaf | Branch | None, new: Leaf | Branch | None
) -> Iterator[DocumentChange]:
    if isinstance(old, Branch) and isinstance(new, Branch) and old.listed == new.listed:
        for name, before, after in _parts(old, new):
            yield from _compare(file, (*path, name), before, after)
    elif isinstance(old, Branch) and old.parts and new is None:
        for name, part in old.parts.items():
            yield from _compare(file, (*path, name), part, None)
    elif old is None and isinstance(new, Branch) and new.parts:
        for name, part in new.parts.items():
            yield from _compare(file, (*path, name), None, part)
    elif (old is None) != (new is None) or _said(old) != _said(new):
        line = new.line if new is not None else 0
        yield DocumentChange(file, ".".join(path), _said(old), _said(new), line)


def _parts(old: Branch, new: Branch) -> Iterator[tuple[str, Leaf | Branch | None, Leaf | Branch | None]]:
    """Keys by name; entries of a list so that one put in at the top does not make all others look edited."""
    if not old.listed or len(old.parts) == len(new.parts):
        for name in dict.fromkeys([*new.parts, *old.parts]):
            yield name, old.parts.get(name), new.parts.get(name)
        return
    before, after = list(old.parts.values()), list(new.parts.values())
    matcher = difflib.SequenceMatcher(None, [_said(part) for part in before], [_said(part) for part in after], False)
    for tag, low, high, first, last in matcher.get_opcodes():
        for step in range(max(high - low, last - first) if tag != "equal" else 0):
            here, there = low + step, first + step
            gone, added = here < high, there < last
            place = str(there if added else here)
            yield place, before[here] if gone else None, after[there] if added else None


def _said(tree: Leaf | Branch | None) -> str | None:
    if tree is None:
        return None
    return tree.text if isinstance(tree, Leaf) else json.dumps(content(tree), ensure_ascii=False)
