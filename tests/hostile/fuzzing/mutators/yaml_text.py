"""YAML that is more than data: aliases, tags, merge keys, nesting without end, keys without number."""

from __future__ import annotations

import random

from fuzzing.case import PLAN_FILE, Case

FILES = (PLAN_FILE, "datasets/dataset.yml")

_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + step)}: &{chr(98 + step)} [{','.join(['*' + chr(97 + step)] * 9)}]\n" for step in range(9)
)
_WHOLE = (
    _LAUGHS, "[" * 5000, "[" * 100_000, "{a: " * 3000, "- " * 5000 + "x", "? " * 3000, "&a [*a]", "*a", "&a {<<: *a}",
    "--- a\n--- b\n", "", "\n", "#",
    "null", "~", "- a", "x", "---\n...\n", "%YAML 9.9\n---\na: b", "%TAG ! tag:x,2000:\n---\n!a b", "a: b: c", "\ta: b",
    "a: |\n" + " x\n" * 5000, "a: [",
    "".join(f"k{number}: v\n" for number in range(20_000)), "{" + ",".join("a" for _ in range(30_000)) + "}",
    "? [a, b]\n: c", "? {a: b}\n: c", "a: \x00",
    "a: \x1b[2J", "a: \ufeffb", '"\\ud800": x', "'" + "a" * 250_000, "a: >-\n" + "\n" * 50_000, "!!set {a, b}", "!!omap [a: b]", "!!pairs [a: b]",
    "x" * 300_000, "completeness: [" + ",".join("{a: b}" for _ in range(9_000)) + "]",
)  # fmt: skip
_VALUES = (
    "!!python/object/apply:os.system ['touch escaped']", "!!python/name:os.system", "!!python/module:os", "!!int x", "!!int 0x", "!!int 1e9",
    "!!int " + "9" * 5000, "!!float x", "!!float .inf", "!!timestamp x", "!!timestamp 99999-99-99", "!!timestamp 2021-02-31", "!!bool x", "!!null x",
    "!!binary x", "!!binary é", "!!binary Zm9v", "!!merge x", "! x", "!x y", "!<tag:yaml.org,2002:int> 1", "!!str x", "!!seq x", "!!map x", "!!set x",
    "&a x", "*a", '"\\ud800"', '"\\udfff\\u202e\\0"', '"\\UFFFFFFFF"', '"\\U00110000"', '"\\x1b[31m"', "[[[[]]]]", "{a: {b: {c: d}}}", "|\n  x",
    ">\n  x", "''", "~", "null", "<<", "{<<: {a: b}}", "=", "2021-01-01", "1e999", "0x1F", "yes", ".nan", "[" * 2000, '"' + "a" * 150_000 + '"',
    '"2021-01-01\\n"', '"0000-00-00"', '"2026-02-31"', '"9999-99-99"', '"anshi-2021\\n"', '"２０２６-０１-０１"',
)  # fmt: skip


def mutate(case: Case, rng: random.Random) -> None:
    """Replaces the file, or one value of it, or spoils its letters."""
    path = rng.choice(FILES)
    content = case.files[path].decode("utf-8")
    way = rng.randrange(4)
    if way == 0:
        content = whole = rng.choice(_WHOLE)
        case.note(f"{path} = {whole}")
    elif way < 3:
        lines = content.split("\n")
        at = rng.choice([number for number, line in enumerate(lines) if ": " in line])
        value = rng.choice(_VALUES)
        lines[at] = f"{lines[at].split(': ')[0]}: {value}"
        case.note(f"{path}:{at + 1} {lines[at]}")
        content = "\n".join(lines)
    else:
        at = rng.randint(0, len(content))
        inserted = rng.choice(("\t", ": ", "- ", "\n", "&a ", "*a", "!!", "{", "[", '"', "'", "|", "#", "%", "\x00", "? ", "<<: ", "\u2028", "\x85"))
        content = content[:at] + inserted * rng.choice((1, 1, 1, 2000)) + content[at:]
        case.note(f"{path}: {inserted!r} inserted at {at}")
    case.files[path] = content.encode("utf-8", "surrogatepass")
