"""What a JSON Schema refuses in a YAML file, in our words: key, line, value, what is allowed, what to type.

The validator's own messages are English only and quote whole patterns; none of them reaches a reader.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import yaml
from jsonschema.exceptions import ValidationError

from zoneledger.catalogue.yaml_lines import line_of
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text

CONTENT = Rule(
    "yaml-content",
    Text("YAML 文件的键与值符合其模式", "The keys and values of a YAML file fit their schema"),
    Text(
        "对照 schemas 中的同名模式，或另一计划的 plan.yml。", "Compare with its schema or with another plan's plan.yml."
    ),
    why=Text(
        "plan.yml 记的是文件本身的事实：标题、发文机关、日期、来源。页面、引用格式和数据包都由它而来。",
        "plan.yml holds the facts of the document itself: title, issuers, dates, source. Pages, citations and "
        "packages are made from it.",
    ),
)

#: Message, what is allowed, what to type.
Said = tuple[Text, Text, Text]

EMPTY = Text("这里是空的。", "Nothing stands here.")
_KINDS = {
    "object": Text("几行“键: 值”", "lines of “key: value”"),
    "array": Text("列表，每项以“- ”开头", "a list, each entry beginning with “- ”"),
    "string": Text("一段文字", "a piece of text"),
}


def problems(faults: Iterable[ValidationError], node: yaml.Node | None, shown: str) -> Iterator[Problem]:
    """Each fault as a problem; a missing or an unknown key is told under its own name.

    Args:
        faults: what the validator found.
        node: the document, for the lines.
        shown: the file's name in messages.
    """
    for fault in faults:
        path = [str(part) for part in fault.absolute_path]
        if fault.validator == "required":
            for key in [key for key in _limit(fault) if key not in _content(fault)]:
                yield _problem(shown, node, [*path, key], "", _missing(key, fault))
        elif fault.validator == "additionalProperties":
            for key in [key for key in _content(fault) if key not in _schema(fault).get("properties", {})]:
                yield _problem(shown, node, [*path, str(key)], str(key), _unknown(str(key), fault))
        else:
            told = _TOLD.get(str(fault.validator), _otherwise)(fault)
            yield _problem(shown, node, path, _value(fault.instance), told)


def _problem(shown: str, node: yaml.Node | None, path: list[str], value: str, said: Said) -> Problem:
    message, allowed, fix = said
    return Problem(CONTENT, Place(shown, line_of(node, path), ".".join(path)), value, message, allowed, fix)


def _schema(fault: ValidationError) -> Mapping[str, Any]:
    """The part of the schema that refuses; ours are mappings throughout."""
    return fault.schema if isinstance(fault.schema, Mapping) else {}


def _content(fault: ValidationError) -> Any:
    return fault.instance


def _limit(fault: ValidationError) -> Any:
    return fault.validator_value


def _value(instance: Any) -> str:
    """What stands there, where that fits a line."""
    return "" if isinstance(instance, dict | list) or instance is None else str(instance)


def _title(schema: Any) -> Text:
    """What a key means, as its schema says; empty where it does not."""
    if not isinstance(schema, Mapping) or "title" not in schema:
        return NOTHING
    return Text(str(schema["title"]), str(schema.get("title_en", schema["title"])))


def _missing(key: str, fault: ValidationError) -> Said:
    meaning = _title(_schema(fault).get("properties", {}).get(key))
    message = Text(f"缺少键 {key}。", f"Key {key} is missing.")
    return message, meaning, Text(f"补上一行“{key}: …”", f"Add a line “{key}: …”")


def _unknown(key: str, fault: ValidationError) -> Said:
    known = list(_schema(fault).get("properties", {}))
    near = difflib.get_close_matches(key, known, 1)
    fix = Text(f"改为 {near[0]}", f"Write {near[0]}") if near else Text("删去这个键。", "Delete the key.")
    return Text("没有这个键。", "There is no such key."), Text("、".join(known), ", ".join(known)), fix


def _enum(fault: ValidationError) -> Said:
    values = [str(value) for value in _limit(fault)]
    near = difflib.get_close_matches(str(fault.instance).lower(), values, 1)
    either = Text(" 或 ".join(values), " or ".join(values))
    told = Text(near[0], near[0]) if near else either
    return _not_a_value(fault), Text("、".join(values), ", ".join(values)), Text(f"改为 {told.zh}", f"Write {told.en}")


def _const(fault: ValidationError) -> Said:
    only = str(fault.validator_value)
    return _not_a_value(fault), Text(only, only), Text(f"改为 {only}", f"Write {only}")


def _not_a_value(fault: ValidationError) -> Text:
    meaning = _title(_schema(fault))
    if meaning == NOTHING:
        return Text("没有这个取值。", "There is no such value.")
    return Text(f"“{meaning.zh}”没有这个取值。", f"There is no such value: {meaning.en}.")


def _pattern(fault: ValidationError) -> Said:
    pattern, meaning = str(fault.validator_value), _title(_schema(fault))
    examples = [str(example) for example in _schema(fault).get("examples", ())]
    zh, en = [f"格式 {pattern}"], [f"pattern {pattern}"]
    if examples:
        zh, en = [f"如 {'、'.join(examples)}", *zh], [f"e.g. {', '.join(examples)}", *en]
    if meaning != NOTHING:
        zh, en = [meaning.zh, *zh], [meaning.en, *en]
    fix = Text(f"照“{examples[0]}”的样子写。", f"Write it like “{examples[0]}”.") if examples else CONTENT.tip
    return Text("写法不合格式。", "It does not fit the pattern."), Text("；".join(zh), "; ".join(en)), fix


def _type(fault: ValidationError) -> Said:
    kind = _KINDS.get(str(fault.validator_value), Text(str(fault.validator_value), str(fault.validator_value)))
    wrong = Text(f"这里应是{kind.zh}。", f"This should be {kind.en}.")
    message = EMPTY if fault.instance is None else wrong
    return message, kind, Text(f"写成{kind.zh}。", f"Write {kind.en}.")


def _length(fault: ValidationError) -> Said:
    limit, least = fault.validator_value, fault.validator in ("minLength", "minItems")
    unit = Text("字", "characters") if "Length" in str(fault.validator) else Text("项", "entries")
    content = _content(fault)
    counted = Text(f"这里有 {len(content)} {unit.zh}。", f"Here are {len(content)} {unit.en}.")
    message = counted if content else EMPTY
    allowed = (
        Text(f"至少 {limit} {unit.zh}", f"at least {limit} {unit.en}")
        if least
        else Text(f"至多 {limit} {unit.zh}", f"at most {limit} {unit.en}")
    )
    return message, allowed, Text("补足内容。", "Fill it in.") if least else Text("删短。", "Shorten it.")


def _repeated(fault: ValidationError) -> Said:
    listed = [str(entry) for entry in _content(fault)]
    twice = ", ".join(dict.fromkeys(entry for entry in listed if listed.count(entry) > 1))
    return (
        Text(f"重复列出：{twice}", f"Listed more than once: {twice}"),
        Text("每项只列一次", "each entry once"),
        Text("删去重复的一项。", "Delete the repeated entry."),
    )


def _format(_fault: ValidationError) -> Said:
    allowed = Text("日期，如 2026-01-31", "a date, e.g. 2026-01-31")
    return Text("没有这一天。", "There is no such day."), allowed, CONTENT.tip


def _otherwise(fault: ValidationError) -> Said:
    name = re.sub(r"\W", "", str(fault.validator))
    return (
        Text(f"不符合模式的约束 {name}。", f"It breaks the schema's constraint {name}."),
        Text(str(fault.validator_value), str(fault.validator_value)),
        CONTENT.tip,
    )


_TOLD: dict[str, Callable[[ValidationError], Said]] = {
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "type": _type,
    "minLength": _length,
    "maxLength": _length,
    "minItems": _length,
    "maxItems": _length,
    "uniqueItems": _repeated,
    "format": _format,
}
