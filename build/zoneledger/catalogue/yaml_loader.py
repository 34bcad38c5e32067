"""YAML as plain data: text, lists and mappings, and nothing that expands, converts or calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

#: Deeper than any file of ours, and far from where the parser would run out of stack.
MAX_DEPTH = 40


class _PlainLoader(yaml.SafeLoader):
    """No aliases (YAML bombs), no tags, no dates or numbers read into a code or a year."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refused("aliases are not allowed", event)
        if getattr(event, "tag", None) is not None:
            raise _refused("tags are not allowed", event)
        if self._depth >= MAX_DEPTH:
            raise _refused("nested too deeply", event)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "found unhashable key", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value} stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


# Without implicit types `2020` stays text and `no` stays a word; the JSON Schema says what is allowed.
_PlainLoader.yaml_implicit_resolvers = {}


def _refused(reason: str, event: Any) -> yaml.composer.ComposerError:
    return yaml.composer.ComposerError(None, None, reason, event.start_mark)


def parse(text: str) -> tuple[yaml.Node | None, Any]:
    """Parses one document.

    Args:
        text: the file's text.

    Returns:
        The node tree, for the lines, and the content: every scalar is text.

    Raises:
        yaml.YAMLError: it is no YAML, or more than plain data.
    """
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
    except (OverflowError, ValueError) as error:
        # the parser takes \UFFFFFFFF for a character
        raise yaml.scanner.ScannerError(None, None, "found half a character", loader.get_mark()) from error
    if node is None:
        return None, None
    for scalar in _scalars(node):
        if any("\ud800" <= char <= "\udfff" for char in scalar.value):
            raise yaml.constructor.ConstructorError(None, None, "found half a character", scalar.start_mark)
    return node, loader.construct_document(node)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _scalars(part)
    else:
        for part in node.value:
            yield from _scalars(part)
