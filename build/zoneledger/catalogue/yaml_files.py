"""Reads ``plan.yml`` and ``dataset.yml`` against their JSON Schemas, with the line of every fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from zoneledger.catalogue.decoding import read_text
from zoneledger.problems import Place, Problem, Rule, Text

MAX_CHARACTERS = 200_000

SYNTAX = Rule(
    "yaml-syntax",
    Text("YAML 文件语法正确，不用别名与标签", "A YAML file is well formed, without aliases or tags"),
    Text("检查缩进、冒号后的空格和引号。", "Check the indentation, the space after each colon and the quotes."),
)
CONTENT = Rule(
    "yaml-content",
    Text("YAML 文件的键与值符合其模式", "The keys and values of a YAML file fit their schema"),
    Text(
        "对照 schemas 中的同名模式，或另一计划的 plan.yml。", "Compare with its schema or with another plan's plan.yml."
    ),
)


class _PlainLoader(yaml.SafeLoader):
    """Text, lists and mappings only: no aliases (YAML bombs), no dates or numbers read into a code or a year."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _ in node.value]
        for key, _ in node.value:
            if names.count(key.value) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value} stands twice", key.start_mark)
        return super().construct_mapping(node, deep)


# Without implicit types `2020` stays text and `no` stays a word; the JSON Schema says what is allowed.
_PlainLoader.yaml_implicit_resolvers = {}


def read_yaml(path: Path, shown: str, root: Path, schema_file: Path) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Reads one YAML file; every scalar is text.

    Args:
        path: the file.
        shown: its name in messages, from the repository's root.
        root: the folder it must lie in.
        schema_file: the JSON Schema that rules it.

    Returns:
        The content, or None where it cannot be used, and the problems found.
    """
    text, problems = read_text(path, shown, root)
    if text is None:
        return None, problems
    if len(text) > MAX_CHARACTERS:
        message = Text(f"文件超过 {MAX_CHARACTERS} 字。", f"The file exceeds {MAX_CHARACTERS} characters.")
        return None, [*problems, Problem(SYNTAX, Place(shown), "", message, fix=SYNTAX.tip)]
    try:
        loader = _PlainLoader(text)
        node = loader.get_single_node()
        content = loader.construct_document(node) if node is not None else None
    except (yaml.YAMLError, RecursionError) as error:
        return None, [*problems, _syntax(error, shown)]
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    faults = sorted(Draft202012Validator(schema).iter_errors(content), key=lambda fault: list(map(str, fault.path)))
    problems += [_content(fault, node, shown) for fault in faults]
    return (None, problems) if faults or not isinstance(content, dict) else (content, problems)


def _syntax(error: Exception, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    detail = str(getattr(error, "problem", "") or error)[:200]
    place = Place(shown, mark.line + 1 if mark else 1)
    return Problem(SYNTAX, place, "", Text(f"无法解析：{detail}", f"Cannot be parsed: {detail}"), fix=SYNTAX.tip)


def _content(fault: ValidationError, node: yaml.Node | None, shown: str) -> Problem:
    path = [str(part) for part in fault.absolute_path]
    allowed = ""
    if fault.validator in ("enum", "pattern", "required"):
        allowed = str(fault.validator_value)
    value = "" if isinstance(fault.instance, dict | list) else str(fault.instance)[:80]
    place = Place(shown, _line_of(node, path), ".".join(path))
    text = Text(f"不符合模式：{fault.message[:200]}", f"Does not fit the schema: {fault.message[:200]}")
    return Problem(CONTENT, place, value, text, Text(allowed, allowed), CONTENT.tip)


def _line_of(node: yaml.Node | None, path: list[str]) -> int:
    """The physical line of a key path, from 1; that of the deepest part found."""
    line = 1
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and part.isdigit() and int(part) < len(node.value):
            node = node.value[int(part)]
            line = node.start_mark.line + 1
    return line
