"""Reads ``plan.yml`` and ``dataset.yml`` against their JSON Schemas, with the line of every fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry

from zoneledger.catalogue import yaml_faults, yaml_loader
from zoneledger.catalogue.decoding import read_text
from zoneledger.catalogue.json_files import parse_object
from zoneledger.catalogue.json_files import read_text as json_text
from zoneledger.catalogue.yaml_screen import screen
from zoneledger.catalogue.yaml_syntax import reason
from zoneledger.problems import Place, Problem, Rule, Text

MAX_CHARACTERS = 60_000
# The one format in use: a pattern cannot tell that a February has no 31st.
_DAYS = FormatChecker(["date"])

SYNTAX = Rule(
    "yaml-syntax",
    Text("YAML 文件语法正确，不用别名与标签", "A YAML file is well formed, without aliases or tags"),
    Text("检查缩进、冒号后的空格和引号。", "Check the indentation, the space after each colon and the quotes."),
    why=Text(
        "别名能让几行文字展开成几个 GB，标签能改变取值的类型；台账用不着它们。",
        "Aliases can blow a few lines up into gigabytes, and tags change the type of a value; the ledger needs "
        "neither.",
    ),
)


def read_yaml(
    path: Path, shown: str, root: Path, schema_file: Path, data: bytes | None = None
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Reads one YAML file; every scalar is text.

    Args:
        path: the file.
        shown: its name in messages, from the repository's root.
        root: the folder it must lie in.
        schema_file: the JSON Schema that rules it.
        data: its bytes, where they are at hand and the file is known to be an ordinary one.

    Returns:
        The content, or None where it cannot be used, and the problems found.
    """
    text, problems = read_text(path, shown, root, data)
    if text is None:
        return None, problems
    if len(text) > MAX_CHARACTERS:
        message = Text(f"文件超过 {MAX_CHARACTERS} 字。", f"The file exceeds {MAX_CHARACTERS} characters.")
        allowed = Text(f"至多 {MAX_CHARACTERS} 字", f"at most {MAX_CHARACTERS} characters")
        return None, [*problems, Problem(SYNTAX, Place(shown), str(len(text)), message, allowed, SYNTAX.tip)]
    ruled = json_text(schema_file)
    plain = yaml_loader.quick(text)
    if isinstance(plain, dict) and screen(ruled)(plain):
        return plain, problems
    try:
        node, content = yaml_loader.parse(text)
    except yaml.YAMLError as error:
        return None, [*problems, _syntax(error, text, shown)]
    # An empty registry: a reference to another host is never followed. ``zoneledger.check.yaml_schemas`` lints the schemas.
    validator = Draft202012Validator(parse_object(ruled), registry=Registry(), format_checker=_DAYS)
    faults = sorted(validator.iter_errors(content), key=lambda fault: list(map(str, fault.path)))
    problems += yaml_faults.problems(faults, node, shown)
    return (None, problems) if faults or not isinstance(content, dict) else (content, problems)


def _syntax(error: Exception, text: str, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    value = lines[line - 1].strip() if line <= len(lines) else ""
    return Problem(SYNTAX, Place(shown, line), value, reason(error), fix=SYNTAX.tip)
