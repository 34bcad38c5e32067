"""Lints the JSON Schemas of the YAML files: sound, with all that the program reads, and never a reference to elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from zoneledger.catalogue.json_files import read_object
from zoneledger.check import needed, patterns

Fault = tuple[str, str, str]  # where in the file, offending value, what is wrong (zh|en)

#: Keys that lead to another schema; of these only the plain reference into the file's own definitions is known here.
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_OWN = re.compile(r"#/\$defs/[a-z_]+")


def lint(folder: Path) -> Iterator[tuple[Path, Fault]]:
    """Every fault of the JSON Schemas, with its file.

    Args:
        folder: ``schemas/``.
    """
    for name in needed.DOCUMENTS:
        path = folder / name
        try:
            content = read_object(path)
        except OSError:
            yield path, ("", "", "缺少这个文件|This file is missing")
        except ValueError as error:
            yield path, ("", str(error)[:80], "不是可用的 JSON 对象|Not a JSON object that can be used")
        else:
            yield from ((path, fault) for fault in _document(name, content))


def _document(name: str, content: dict[str, Any]) -> Iterator[Fault]:
    unsafe = list(_unsafe(content, content, ""))
    yield from unsafe
    if unsafe:
        return
    try:
        Draft202012Validator.check_schema(content)
    except SchemaError as error:
        where = ".".join(map(str, error.absolute_path))
        yield where, str(error.instance)[:80], "不符合 JSON Schema 规范|It does not fit the JSON Schema standard"
        return
    for where in needed.missing(needed.DOCUMENTS[name], content):
        yield where, "", "程序要用的规则缺失或改变|A rule that the program relies on is missing or changed"


def _unsafe(content: dict[str, Any], node: object, trail: str) -> Iterator[Fault]:
    """References to anywhere but the file's own definitions, and expressions that may run away."""
    if isinstance(node, list):
        for number, part in enumerate(node):
            yield from _unsafe(content, part, f"{trail}.{number}".lstrip("."))
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        where = f"{trail}.{key}".lstrip(".")
        if key in _REFERENCES and not _is_own(content, key, value):
            yield (
                where,
                str(value)[:80],
                "只能引用本文件 $defs 中的定义|Only definitions under $defs of this file may be referred to",
            )
        elif key in ("$id", "$anchor", "$dynamicAnchor", "patternProperties"):
            yield where, str(value)[:80], "这里不用这个键|This key is not used here"
        elif key == "pattern" and isinstance(value, str):
            yield from patterns.expression(where, value)
        yield from _unsafe(content, value, where)


def _is_own(content: dict[str, Any], key: str, value: object) -> bool:
    """Whether a reference leads to a definition that itself leads nowhere."""
    definitions = content.get("$defs")
    if key != "$ref" or not isinstance(value, str) or not _OWN.fullmatch(value) or not isinstance(definitions, dict):
        return False
    definition = definitions.get(value.rpartition("/")[2])
    return isinstance(definition, dict) and "$ref" not in str(definition)
