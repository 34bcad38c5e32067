"""Where a key of a YAML or JSON document stands; JSON is YAML to the parser, so one search serves both."""

from __future__ import annotations

from collections.abc import Sequence

import yaml


def line_of(node: yaml.Node | None, path: Sequence[str]) -> int:
    """The physical line of a key path, from 1; that of the deepest part found.

    Args:
        node: the document, composed but not constructed.
        path: keys of mappings, and indexes of lists; an entry of a list is also found by its ``name``.
    """
    line = 1
    for part in path:
        found = _step(node, part)
        if found is None:
            break
        start, node = found
        line = start.start_mark.line + 1
    return line


def _step(node: yaml.Node | None, part: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The node to point at, and the one to go on from."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode):
        if part.isdigit() and int(part) < len(node.value):
            entry = node.value[int(part)]
            return entry, entry
        named = (entry for entry in node.value if _name(entry) == part)
        return next(((entry, entry) for entry in named), None)
    return None


def _name(node: yaml.Node) -> str | None:
    found = _step(node, "name") if isinstance(node, yaml.MappingNode) else None
    return str(found[1].value) if found is not None else None
