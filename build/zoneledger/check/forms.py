"""Strict forms of numbers, booleans and patterns, where Frictionless is lenient.

It takes full-width digits, ``1_000``, ``NaN`` and ``2024-1-5``, and lets a pattern ``A|B`` match ``Ax``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from zoneledger.catalogue import Catalogue, Field, Table
from zoneledger.check import spreadsheet
from zoneledger.check.cell_pattern import fits
from zoneledger.check.pattern_examples import examples
from zoneledger.check.pointers import Pointers
from zoneledger.problems import Problem, Rule, Severity, Text

FORM = Rule(
    "cell-form",
    Text("数字、布尔值和日期只用一种写法", "Numbers, booleans and dates are written one way"),
    Text("数字用半角，不加千分位、下划线或单位。", "Write numbers in half-width digits without separators or units."),
    why=Text(
        "全角数字、千分位和 2024-1-5 之类的写法，有的程序认，有的程序不认，还有的会认错。",
        "Full-width digits, thousands separators and dates like 2024-1-5 are read by some programs, refused by "
        "others and misread by a few.",
    ),
)
PATTERN = Rule(
    "cell-pattern",
    Text("文字符合该列的格式", "Text fits its column's pattern"),
    Text("对照数据字典中该列的格式改写。", "Rewrite it after the column's pattern in the data dictionary."),
    why=Text(
        "编号、日期和网址要能被程序拆开；格式固定，才不必猜。",
        "Ids, dates and addresses are taken apart by programs; with a fixed pattern nothing is guessed.",
    ),
)
CANONICAL = Rule(
    "canonical-number",
    Text("数字不带多余的零", "A number has no needless zeros"),
    Text("去掉小数末尾的零，如 12.50 写成 12.5。", "Drop the zeros at the end of a fraction: 12.5, not 12.50."),
    Severity.WARNING,
    why=Text(
        "12.50 与 12.5 是同一个数，写法统一，改动才看得清。",
        "12.50 and 12.5 are one number; written one way, real changes stand out.",
    ),
)

STRICT = {
    "integer": re.compile(r"-?(?:0|[1-9][0-9]{0,15})"),
    "number": re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,12})?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
}
WRONG = {
    "integer": Text("不是规范的整数写法。", "It is not a plainly written whole number."),
    "number": Text("不是规范的数字写法。", "It is not a plainly written number."),
    "boolean": Text("只能写 true 或 false。", "It may only say true or false."),
    "date": Text("不是规范的日期写法。", "It is not a plainly written date."),
}
EXAMPLES = {
    "integer": Text("整数，如 12", "a whole number, e.g. 12"),
    "number": Text("数字，如 2.5 或 5000", "a number, e.g. 2.5 or 5000"),
    "boolean": Text("true 或 false", "true or false"),
    "date": Text("日期，如 2020-05-17", "a date, e.g. 2020-05-17"),
}

NAMED = Text("这里填写全的编号，不填名称。", "A full id belongs here, not a name.")
NEW_ROW = Text(
    "改为已有的编号，或先在那张表中加一行。", "Write an id that stands there, or first add its row to that table."
)
REPAIR = Text(
    "运行 zoneledger fix：能断定的它会改回，不能断定的它会说明。",
    "Run zoneledger fix: it puts right what is certain and explains what is not.",
)


def lint(catalogue: Catalogue, tables: Iterable[Table]) -> Iterator[Problem]:
    """Problems with the form of any cell; column by column, each distinct value judged once.

    Args:
        catalogue: where ids are looked up.
        tables: what to judge.
    """
    for table in tables:
        pointers = {key.column: Pointers(catalogue, key) for key in table.schema.foreign_keys}
        for field in table.schema.fields:
            if field.derived:
                continue
            judged: dict[str, list[tuple[Rule, Text, Text, Text]]] = {}
            for record in table:
                cell = record.cells[field.name]
                if cell not in judged:
                    judged[cell] = list(judge(cell, field)) if cell else []
                for rule, message, allowed, fix in judged[cell]:
                    place = record.place(field.name)
                    if rule is PATTERN and field.name in pointers and fix is not REPAIR:
                        # Where an id belongs, people write a name: the row of that name is what they mean.
                        pointer = pointers[field.name]
                        ids = pointer.ids(record.plan_id)
                        yield Problem(rule, place, cell, NAMED, ids, pointer.suggest(cell, record.plan_id) or NEW_ROW)
                    elif rule is PATTERN:
                        yield Problem(rule, place, cell, message, _shaped(field, record.plan_id), fix)
                    else:
                        yield Problem(rule, place, cell, message, allowed, fix)


def judge(cell: str, field: Field) -> Iterator[tuple[Rule, Text, Text, Text]]:
    """What is wrong with the form of one filled cell: rule, message, what is allowed, what to type."""
    strict = STRICT.get(field.type)
    rewritten = spreadsheet.recognise(cell, field)
    if strict is not None and not strict.fullmatch(cell):
        fix = _suggest(cell, field.type)
        vague = rewritten is not None and fix == FORM.tip
        yield FORM, rewritten or WRONG[field.type], EXAMPLES[field.type], REPAIR if vague else fix
    elif field.type == "number" and "." in cell and cell.endswith(("0", ".")):
        plain = cell.rstrip("0").rstrip(".")
        yield CANONICAL, Text("小数末尾有多余的零。", "Needless zeros at the end."), Text(plain, plain), _write(plain)
    pattern = field.constraints.get("pattern")
    if pattern is not None and not fits(pattern, cell):
        message = Text(f"不符合“{field.title.zh}”的格式。", f"It does not fit the pattern of the {field.title.en}.")
        yield PATTERN, rewritten or message, _shaped(field), REPAIR if rewritten else _repaired(cell, pattern)


def _shaped(field: Field, plan_id: str = "") -> Text:
    """What belongs into a column with a pattern: its meaning, and examples; the pattern itself where there are none."""
    pattern, meant = str(field.constraints["pattern"]), field.description
    shown = examples(pattern, plan_id)
    zh, en = (
        (f"如 {'、'.join(shown)}", f"e.g. {', '.join(shown)}") if shown else (f"格式 {pattern}", f"pattern {pattern}")
    )
    return Text(f"{meant.zh}（{zh}）", f"{meant.en} ({en})")


def _suggest(cell: str, kind: str) -> Text:
    """The strict form of a lenient one, where only one can be meant."""
    plain = unicodedata.normalize("NFKC", cell).strip().replace(",", "").replace("_", "")
    if kind == "boolean":
        plain = plain.lower()
    if kind == "date" and (found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", plain)):
        plain = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    return _write(plain) if STRICT[kind].fullmatch(plain) else FORM.tip


def _repaired(cell: str, pattern: str) -> Text:
    """The cell as it was probably meant: half-width, a Chinese date in digits, an id in lower case with hyphens."""
    plain = unicodedata.normalize("NFKC", cell).strip()
    date = re.fullmatch(r"(\d{4})\s*[年./-]\s*(?:(\d{1,2})\s*[月./-]?\s*)?(?:(\d{1,2})\s*日?)?", plain)
    guesses = [plain, re.sub(r"\s*\|\s*", "|", plain)]
    if plain.isascii():
        guesses.append(re.sub(r"[\s_]+", "-", plain.lower()).strip("-"))
    if date:
        guesses.append("-".join(part.zfill(2) for part in date.groups() if part))
    fitting = next((guess for guess in guesses if guess != cell and fits(pattern, guess)), None)
    return _write(fitting) if fitting else PATTERN.tip


def _write(plain: str) -> Text:
    return Text(f"改为 {plain}", f"Write {plain}")
