"""YAML as plain data: text, lists and mappings, and nothing that expands, converts or calls."""

from __future__ import annotations

import re
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


def _no_tag(*_: object) -> str:
    return ""


#: The same grammar by libyaml, where PyYAML was built with it; nobody asks its nodes for tags, so none are looked for.
_QuickLoader: Any = (
    type("_QuickLoader", (yaml.CSafeLoader,), dict.fromkeys(("resolve", "descend_resolver", "ascend_resolver"), _no_tag))
    if yaml.__with_libyaml__
    else None
)


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


#: What the two parsers might take differently, or the strict one refuses, beside the marks of documents: a special
#: character where something could begin with it, an escape other than that of a quote, and what is no ordinary character.
#: Prose has few of them, so one class of characters finds them all and only then is it looked at where they stand.
_SPECIAL = re.compile(
    r"[^\n\x20\"$'-)+-<=A-Z^_a-z~\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]"
    r"(?:(?<=^[&*!|>?@`%{}\[\]#])|(?<=\s[&*!|>?@`%{}\[\]#])|(?<=\\)(?!\")|(?<![&*!|>?@`%{}\[\]#\\]))",
    re.M,
)


def _is_special(text: str) -> bool:
    lines = f"\n{text}"
    return "\n---" in lines or "\n..." in lines or _SPECIAL.search(text) is not None


def quick(text: str) -> Any | None:
    """The content of a plain document by the parser written in C; None where the strict one must look at it.

    Args:
        text: the file's text.
    """
    if _QuickLoader is None or _is_special(text):
        return None
    loader = _QuickLoader(text)
    try:
        node = loader.get_single_node()
        return None if node is None else _content(node, 0)
    except (yaml.YAMLError, ValueError):
        return None
    finally:
        loader.dispose()


def _content(node: yaml.Node, depth: int) -> Any:
    """A node as plain data.

    Raises:
        ValueError: it is not as plain as it seemed.
    """
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if depth + 1 >= MAX_DEPTH:
        raise ValueError("nested too deeply")
    if isinstance(node, yaml.SequenceNode):
        return [_content(entry, depth + 1) for entry in node.value]
    found = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in found:
            raise ValueError("a key that is none, or stands twice")
        found[key.value] = _content(value, depth + 1)
    return found


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
