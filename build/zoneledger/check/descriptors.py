"""Lints the schemas themselves: Frictionless ignores what it does not know, so a slip there checks nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from frictionless import FrictionlessException, Schema

from zoneledger.catalogue.records import convert
from zoneledger.catalogue.schemas import ASSESSMENT, FOLDER, table_files
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "schema-descriptor",
    Text("模式文件本身没有错误", "The schemas themselves are sound"),
    Text(
        "对照 Table Schema 规范与其他模式文件改正。", "Mend it after the Table Schema standard and the other schemas."
    ),
)

TABLE_KEYS = {
    "$schema", "name", "title", "title_en", "description", "description_en", "group", "fields", "primaryKey",
    "uniqueKeys", "foreignKeys", "missingValues",
}  # fmt: skip
TABLE_REQUIRED = TABLE_KEYS - {"uniqueKeys", "foreignKeys"}
FIELD_KEYS = {
    "name", "type", "title", "title_en", "description", "description_en", "constraints", "labels", "derived",
    "trueValues", "falseValues",
}  # fmt: skip
FIELD_REQUIRED = {"name", "type", "title", "title_en", "description", "description_en"}
# Not exclusiveMinimum: Frictionless 5.21 refuses it inside a schema.
NUMERIC = {"minimum", "maximum"}
CONSTRAINTS = {
    "string": {"required", "enum", "pattern", "minLength", "maxLength"},
    "integer": {"required", "enum"} | NUMERIC,
    "number": {"required", "enum"} | NUMERIC,
    "boolean": {"required"},
    "date": {"required", "minimum", "maximum"},
}
GROUPS = ("reference", "plan", "plan_file")
DERIVED = (FOLDER, ASSESSMENT)

Fault = tuple[str, str, str]  # where in the file, offending value, what is wrong (zh|en)


def lint(folder: Path) -> list[Problem]:
    """Lints every schema of a folder.

    Args:
        folder: ``schemas/``.
    """
    loaded: dict[Path, dict[str, Any]] = {}
    problems = []
    for path in table_files(folder):
        shown = f"{folder.name}/{path.name}"
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            problems.append(_problem(shown, ("", "", f"不是合法的 JSON：{error}|Not valid JSON: {error}")))
            continue
        if not isinstance(content, dict):
            problems.append(_problem(shown, ("", str(content)[:40], "应为对象|Must be an object")))
            continue
        loaded[path] = content
        problems += [_problem(shown, fault) for fault in _table(content, path.stem)]
    if not problems:
        tables = {content["name"]: content for content in loaded.values()}
        for path, content in loaded.items():
            problems += [_problem(f"{folder.name}/{path.name}", fault) for fault in _frictionless(content)]
            problems += [_problem(f"{folder.name}/{path.name}", fault) for fault in _references(content, tables)]
    return problems


def _problem(shown: str, fault: Fault) -> Problem:
    where, value, message = fault
    zh, en = message.split("|", 1)
    return Problem(RULE, Place(shown, 0, where), value, Text(zh, en), fix=RULE.tip)


def _table(content: dict[str, Any], stem: str) -> Iterator[Fault]:
    for key in sorted(content.keys() - TABLE_KEYS):
        yield key, key, "不认识的键，会被悄悄忽略|Unknown key: it would be ignored without a word"
    missing = sorted(TABLE_REQUIRED - content.keys())
    for key in missing:
        yield key, "", "缺少这个键|This key is missing"
    if missing:
        return
    if content["name"] != stem:
        yield "name", str(content["name"]), "应与文件名相同|Must equal the file's name"
    if content["group"] not in GROUPS:
        yield "group", str(content["group"]), "应为 reference、plan 或 plan_file|Must be reference, plan or plan_file"
    if content["missingValues"] != [""]:
        yield "missingValues", str(content["missingValues"]), '应为 [""]|Must be [""]'
    yield from _columns(content)


def _columns(content: dict[str, Any]) -> Iterator[Fault]:
    if not isinstance(content["fields"], list) or not all(isinstance(field, dict) for field in content["fields"]):
        yield "fields", "", "应为对象的列表|Must be a list of objects"
        return
    names = [field.get("name") for field in content["fields"]]
    for name in {name for name in names if names.count(name) > 1}:
        yield f"fields.{name}", str(name), "列名重复|The column stands twice"
    for field in content["fields"]:
        yield from _field(field)
    for key in ("primaryKey", "uniqueKeys"):
        groups = content.get(key, [])
        groups = groups if key == "uniqueKeys" else [groups]
        if not _is_column_groups(groups, names):
            yield key, str(content.get(key)), "应为已有列名的列表|Must list columns that exist"


def _is_column_groups(groups: object, names: list[Any]) -> bool:
    if not isinstance(groups, list):
        return False
    return all(isinstance(group, list) and group and all(column in names for column in group) for group in groups)


def _field(field: dict[str, Any]) -> Iterator[Fault]:
    name = f"fields.{field.get('name')}"
    for key in sorted(field.keys() - FIELD_KEYS):
        yield f"{name}.{key}", key, "不认识的键，会被悄悄忽略|Unknown key: it would be ignored without a word"
    for key in sorted(FIELD_REQUIRED - field.keys()):
        yield f"{name}.{key}", "", "缺少这个键|This key is missing"
    kind, constraints = field.get("type"), field.get("constraints", {})
    if not isinstance(kind, str) or kind not in CONSTRAINTS:
        yield f"{name}.type", str(kind), "不支持的类型|Type not supported"
        return
    if not isinstance(constraints, dict):
        yield f"{name}.constraints", str(constraints), "应为对象|Must be an object"
        return
    for key in sorted(constraints.keys() - CONSTRAINTS[kind]):
        yield f"{name}.constraints.{key}", key, f"{kind} 列没有这种约束|A {kind} column has no such constraint"
    if "derived" in field and field["derived"] not in DERIVED:
        yield f"{name}.derived", str(field["derived"]), f"应为 {'、'.join(DERIVED)}|Must be one of {', '.join(DERIVED)}"
    if kind == "boolean" and (field.get("trueValues"), field.get("falseValues")) != (["true"], ["false"]):
        yield name, "", "布尔列只写 true 与 false|A boolean column says true and false only"
    yield from _constraints(name, kind, constraints)
    labels = field.get("labels")
    if labels is not None and (not isinstance(labels, dict) or list(labels) != constraints.get("enum")):
        yield f"{name}.labels", "", "标签须与 enum 逐一对应、次序相同|Labels must match enum one by one, in its order"


def _constraints(name: str, kind: str, constraints: dict[str, Any]) -> Iterator[Fault]:
    if "required" in constraints and not isinstance(constraints["required"], bool):
        yield f"{name}.constraints.required", str(constraints["required"]), "应为 true 或 false|Must be true or false"
    pattern = constraints.get("pattern")
    if pattern is not None:
        yield from _pattern(f"{name}.constraints.pattern", pattern)
    enum = constraints.get("enum", [])
    if not isinstance(enum, list) or len(set(map(str, enum))) != len(enum):
        yield f"{name}.constraints.enum", str(enum), "应为不重复的列表|Must be a list without repeats"
    elif kind == "string" and not all(isinstance(value, str) and value for value in enum):
        yield f"{name}.constraints.enum", str(enum), "取值须为文字|Values must be text"
    for key in sorted((NUMERIC | {"minLength", "maxLength"}) & constraints.keys()):
        value = constraints[key]
        try:
            sound = convert(str(value), "number" if kind != "date" else "string") is not None
        except ValueError:
            sound = False
        if not sound or isinstance(value, bool):
            yield f"{name}.constraints.{key}", str(value), "界限须为数字|A bound must be a number"


def _pattern(where: str, pattern: object) -> Iterator[Fault]:
    if not isinstance(pattern, str):
        yield where, str(pattern), "应为文字|Must be text"
        return
    try:
        re.compile(pattern)
        # Frictionless wraps a pattern in ^ and $: an ungrouped A|B would then accept Ax and yB.
        grouped = re.compile(f"(?:{pattern})")
    except re.error as error:
        yield where, pattern, f"正则表达式有误：{error}|Bad regular expression: {error}"
        return
    if grouped.groups or _splits_at_top(pattern):
        yield where, pattern, "“|”须放在 (?:…) 之内，不用捕获组|Put | inside (?:…), without capturing groups"


def _splits_at_top(pattern: str) -> bool:
    """Whether the pattern has a ``|`` outside every bracket."""
    depth, in_set, escaped = 0, False, False
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            return True
    return False


def plain_schema(fields: Iterable[dict[str, Any]]) -> Schema:
    """Columns as Frictionless reads cells by them: types and constraints, no keys (``keys.py`` has those).

    Raises:
        FrictionlessException: it refuses them.
    """
    kept = {"name", "type", "constraints", "trueValues", "falseValues"}
    plain = [{key: value for key, value in field.items() if key in kept} for field in fields]
    return Schema.from_descriptor({"fields": plain, "missingValues": [""]})


def _frictionless(content: dict[str, Any]) -> Iterator[Fault]:
    """What Frictionless itself would refuse; it is the reader of cells, so it must accept every schema."""
    try:
        plain_schema(content["fields"])
    except FrictionlessException as error:
        reasons = "; ".join(reason.note for reason in error.reasons or [error.error])
        yield "fields", "", f"Frictionless 不接受：{reasons}|Frictionless refuses it: {reasons}"


def _references(content: dict[str, Any], tables: dict[str, dict[str, Any]]) -> Iterator[Fault]:
    keys = content.get("foreignKeys", [])
    if not isinstance(keys, list):
        yield "foreignKeys", str(keys), "应为列表|Must be a list"
        return
    names = [field["name"] for field in content["fields"]]
    for key in keys:
        try:
            (column,), reference = key["fields"], key["reference"]
            table, (target,) = reference["resource"], reference["fields"]
        except (KeyError, TypeError, ValueError):
            yield "foreignKeys", str(key), "形式不对|Wrong form"
            continue
        if column not in names:
            yield "foreignKeys", str(column), "没有这一列|There is no such column"
        if table not in tables or tables[table]["primaryKey"] != [target]:
            yield "foreignKeys", f"{table}.{target}", "所指须为某表的主键|Must point at a table's primary key"
