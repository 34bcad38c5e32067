"""Lints the schemas themselves: Frictionless ignores what it does not know, so a slip there checks nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from zoneledger.catalogue.json_files import read_object, read_text
from zoneledger.catalogue.records import convert
from zoneledger.catalogue.schemas import ASSESSMENT, COMPUTED, FOLDER, JOIN, LABEL, table_files
from zoneledger.catalogue.yaml_lines import line_of
from zoneledger.check import needed, patterns, wide_schemas, yaml_schemas
from zoneledger.problems import Place, Problem, Rule, Text

if TYPE_CHECKING:
    from frictionless import Schema

RULE = Rule(
    "schema-descriptor",
    Text("模式文件本身没有错误", "The schemas themselves are sound"),
    Text(
        "对照 Table Schema 规范与其他模式文件改正。", "Mend it after the Table Schema standard and the other schemas."
    ),
    why=Text(
        "数据照模式检查。Frictionless 遇到不认识的键会悄悄略过，模式里写错一个字母，那条约束就再也不起作用。",
        "Data are checked by their schemas. Frictionless passes over keys it does not know, so one mistyped "
        "letter there switches a constraint off for good.",
    ),
)

TABLE_KEYS = {
    "$schema", "name", "title", "title_en", "description", "description_en", "group", "fields", "primaryKey",
    "uniqueKeys", "foreignKeys", "missingValues", "of",
}  # fmt: skip
TABLE_REQUIRED = TABLE_KEYS - {"uniqueKeys", "foreignKeys", "of"}
FIELD_KEYS = {
    "name", "type", "title", "title_en", "description", "description_en", "constraints", "labels", "derived", "path",
    "trueValues", "falseValues",
}  # fmt: skip
TABLE_TEXT = ("$schema", "name", "title", "title_en", "description", "description_en", "group")
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
GROUPS = ("reference", "plan", "plan_file", "wide")
DERIVED = (FOLDER, ASSESSMENT, JOIN, LABEL, COMPUTED)

Fault = tuple[str, str, str]  # where in the file, offending value, what is wrong (zh|en)


def lint(folder: Path) -> list[Problem]:
    """Lints every schema of a folder.

    Args:
        folder: ``schemas/``.
    """
    loaded: dict[Path, dict[str, Any]] = {}
    problems = []
    for path in table_files(folder):
        try:
            content = loaded[path] = read_object(path)
        except json.JSONDecodeError as error:
            problems.append(_no_json(path, error))
            continue
        except (ValueError, OSError) as error:
            problems.append(_unusable(path, error))
            continue
        problems += [_problem(path, fault) for fault in _table(content, path.stem)]
    problems += [_problem(path, fault) for path, fault in yaml_schemas.lint(folder)]
    if not problems:
        tables = {content["name"]: content for content in loaded.values()}
        for path, content in loaded.items():
            problems += [_problem(path, fault) for fault in _frictionless(content)]
            problems += [_problem(path, fault) for fault in _references(content, tables)]
        problems += [_problem(folder / f"{name}.json", fault) for name, *fault in needed.faults(tables)]
    if not problems:
        problems += [_problem(folder / f"{name}.json", fault) for name, *fault in wide_schemas.faults(tables)]
    return problems


def _problem(path: Path, fault: Sequence[str]) -> Problem:
    where, value, message = fault
    zh, en = message.split("|", 1)
    try:
        node = _node(read_text(path))
    except (OSError, ValueError):
        node = None
    place = Place(f"{path.parent.name}/{path.name}", line_of(node, where.split(".")), where)
    return Problem(RULE, place, value, Text(f"{zh}。", f"{en}."), fix=RULE.tip)


@lru_cache(maxsize=4)
def _node(text: str) -> yaml.Node | None:
    """JSON as YAML, which knows its lines."""
    try:
        return yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def _unusable(path: Path, error: Exception) -> Problem:
    """What is no JSON at all: the reason is an error's, in English; it stands as the value."""
    message = Text("不是可用的 JSON 文件。", "It is no JSON file that can be used.")
    return Problem(
        RULE, Place(f"{path.parent.name}/{path.name}"), f"{type(error).__name__}: {error}", message, fix=RULE.tip
    )


def _no_json(path: Path, error: Exception) -> Problem:
    """The parser speaks English alone: of what it says, the place is kept."""
    line = getattr(error, "lineno", 0)
    value = path.read_bytes().split(b"\n")[line - 1].decode("utf-8", "replace").strip() if line else ""
    message = Text("从此处起不是合法的 JSON。", "From here on this is not valid JSON.")
    fix = Text(
        "检查逗号、引号与括号是否成对、是否多余。", "Look for a comma, quote or bracket that is missing or too much."
    )
    return Problem(RULE, Place(f"{path.parent.name}/{path.name}", line), value, message, fix=fix)


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
        yield (
            "group",
            str(content["group"]),
            "应为 reference、plan、plan_file 或 wide|Must be reference, plan, plan_file or wide",
        )
    if content["missingValues"] != [""]:
        yield "missingValues", str(content["missingValues"]), '应为 [""]|Must be [""]'
    yield from _not_text("", content, TABLE_TEXT)
    yield from _columns(content)


def _not_text(where: str, content: dict[str, Any], keys: Iterable[str]) -> Iterator[Fault]:
    for key in keys:
        if key in content and not (isinstance(content[key], str) and content[key]):
            yield f"{where}.{key}".lstrip("."), str(content[key])[:40], "应为文字|Must be text"


def _columns(content: dict[str, Any]) -> Iterator[Fault]:
    if not isinstance(content["fields"], list) or not all(isinstance(field, dict) for field in content["fields"]):
        yield "fields", "", "应为对象的列表|Must be a list of objects"
        return
    names = [field.get("name") for field in content["fields"]]
    odd = [name for name in names if not (isinstance(name, str) and re.fullmatch("[a-z][a-z0-9_]*", name))]
    for name in odd:
        yield (
            "fields",
            str(name)[:40],
            "列名只用小写字母、数字和下划线|A column's name has small letters, digits and underscores only",
        )
    if odd or not names:
        return
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
    yield from _not_text(name, field, FIELD_REQUIRED)
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
    elif not all(isinstance(label, dict) and sorted(label) == ["en", "zh"] for label in (labels or {}).values()):
        yield f"{name}.labels", "", "每个标签有 zh 与 en|Every label has zh and en"


def _constraints(name: str, kind: str, constraints: dict[str, Any]) -> Iterator[Fault]:
    if "required" in constraints and not isinstance(constraints["required"], bool):
        yield f"{name}.constraints.required", str(constraints["required"]), "应为 true 或 false|Must be true or false"
    pattern = constraints.get("pattern")
    if pattern is not None:
        yield from patterns.faults(f"{name}.constraints.pattern", pattern)
    enum = constraints.get("enum", [])
    if not isinstance(enum, list) or len(set(map(str, enum))) != len(enum):
        yield f"{name}.constraints.enum", str(enum), "应为不重复的列表|Must be a list without repeats"
    elif kind == "string" and not all(isinstance(value, str) and value for value in enum):
        yield f"{name}.constraints.enum", str(enum), "取值须为文字|Values must be text"
    for key in sorted({"minLength", "maxLength"} & constraints.keys()):
        if not _is(constraints[key], "number"):
            yield f"{name}.constraints.{key}", str(constraints[key]), "界限须为数字|A bound must be a number"
    for key in sorted(NUMERIC & constraints.keys()):
        if not _is(constraints[key], kind):
            words = "界限须为本列类型的值|A bound must be a value of the column's type"
            yield f"{name}.constraints.{key}", str(constraints[key]), words


def _is(bound: object, kind: str) -> bool:
    """Whether a bound can be compared with cells of a type; Frictionless would find out at the first of these."""
    if isinstance(bound, bool):
        return False
    try:
        if kind == "date":
            return date.fromisoformat(str(bound)).isoformat() == bound
        return convert(str(bound), kind) is not None
    except ValueError:
        return False


def plain_schema(fields: Iterable[dict[str, Any]]) -> Schema:
    """Columns as Frictionless reads cells by them: types and constraints, no keys (``keys.py`` has those).

    Raises:
        FrictionlessException: it refuses them.
    """
    from frictionless import Schema  # noqa: PLC0415

    kept = {"name", "type", "constraints", "trueValues", "falseValues"}
    plain = [{key: value for key, value in field.items() if key in kept} for field in fields]
    return Schema.from_descriptor({"fields": plain, "missingValues": [""]})


def _frictionless(content: dict[str, Any]) -> Iterator[Fault]:
    """What Frictionless itself would refuse; it is the reader of cells, so it must accept every schema."""
    from frictionless import FrictionlessException  # noqa: PLC0415

    try:
        plain_schema(content["fields"])
    except FrictionlessException as error:
        reasons = "; ".join(reason.note for reason in error.reasons or [error.error])
        yield (
            "fields",
            reasons,
            "Frictionless 不接受这些列，其说明见“值”|Frictionless refuses these columns; its words are the value",
        )


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
        if not all(isinstance(name, str) for name in (column, table, target)):
            yield "foreignKeys", str(key), "列名与表名应为文字|Columns and tables are named by text"
            continue
        if column not in names:
            yield "foreignKeys", str(column), "没有这一列|There is no such column"
        if table not in tables or tables[table]["primaryKey"] != [target]:
            yield "foreignKeys", f"{table}.{target}", "所指须为某表的主键|Must point at a table's primary key"
