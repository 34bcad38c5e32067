"""Every rule that the program can report, by the stage that reports it: what pages and ``explain`` are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zoneledger import audit
from zoneledger.audit import (
    agreement,
    anchors,
    dates,
    duties,
    exclusions,
    measures,
    names,
    placement,
    reading,
    sources,
)
from zoneledger.audit import order as occurrences
from zoneledger.audit.reading import deadline
from zoneledger.catalogue import decoding, header, loading, parsing, reader, yaml_faults, yaml_files
from zoneledger.check import cell_wording, cells, characters, descriptors, forms, keys, order, rules
from zoneledger.fix import restoring
from zoneledger.fix.cells import booleans, error_marks, scientific, turned_into_dates
from zoneledger.fix.cells import dates as spreadsheet_dates
from zoneledger.fix.tables import emptied_columns, encoding_losses, rewritten_marks
from zoneledger.problems import Rule, Text
from zoneledger.rulebook.examples import example

__all__ = ["RULES", "STAGES", "Stage", "example", "stage_of"]


@dataclass(frozen=True)
class Stage:
    """A part of the work that reports rules of its own.

    Args:
        key: its name in addresses.
        title: what it is called.
        what: what it looks at, and when it runs.
        rules: what it reports, in the order in which it is explained.
    """

    key: str
    title: Text
    what: Text
    rules: tuple[Rule, ...]


STAGES: tuple[Stage, ...] = (
    Stage(
        "schemas",
        Text("模式", "Schemas"),
        Text(
            "check 首先核对 schemas/ 中的模式文件；模式有错，数据就无从查起，其余各步都不运行。",
            "The check begins with the files in schemas/. Where they are wrong nothing else can be checked, so nothing else runs.",
        ),
        (descriptors.RULE,),
    ),
    Stage(
        "files",
        Text("文件", "Files"),
        Text(
            "每个文件能否读出：编码、引号、表头、每行的单元格数，以及 plan.yml 与 dataset.yml 的内容。",
            "Whether each file can be read: encoding, quotes, header, cells in a row, and what plan.yml and dataset.yml say.",
        ),
        (
            decoding.ENCODING, decoding.LINK, decoding.SIZE,
            loading.UNKNOWN_FILE, loading.PLAN_FOLDER, yaml_files.SYNTAX, yaml_faults.CONTENT,
            parsing.QUOTING, parsing.SEPARATOR, header.HEADER, reader.WIDTH, reader.BLANK,
            decoding.BYTE_ORDER_MARK, decoding.LINE_ENDS, header.COLUMN_ORDER,
        ),
    ),
    Stage(
        "cells",
        Text("单元格", "Cells"),
        Text(
            "一格一格地查：看不见的字符、数字与日期的写法、必填、清单、格式与界限。规则来自 schemas/。",
            "Cell by cell: invisible characters, the form of numbers and dates, what must be filled, lists, patterns "
            "and bounds. The rules come from schemas/.",
        ),
        (
            cell_wording.REQUIRED, cell_wording.ENUM, forms.FORM, forms.PATTERN, cell_wording.BOUND,
            characters.SPACES, characters.HIDDEN, characters.FORM, forms.CANONICAL, cells.LIMIT,
        ),
    ),
    Stage(
        "keys",
        Text("键与行序", "Keys and order"),
        Text(
            "编号不重复，所指的行存在，行按编号排列。本身已有错的单元格不再作为键报一次。",
            "Ids stand once, what they point at exists, rows follow their ids. A cell that is wrong in itself is not told again as a key.",
        ),
        (keys.EMPTY, keys.REPEATED, keys.UNKNOWN, order.RULE),
    ),
    Stage(
        "between",
        Text("行与行、表与表之间", "Between rows and tables"),
        Text(
            "模式写不出的规则，一条规则一个模块，在 check/rules/。文件、单元格和键都没有错误时才运行。",
            "What a schema cannot say: one rule a module, in check/rules/. They run once files, cells and keys are free of errors.",
        ),
        tuple(module.RULE for module in rules.RULES),
    ),
    Stage(
        "repairs",
        Text("修复", "Repairs"),
        Text(
            "zoneledger fix 按这些规则说明它改回了表格软件弄坏的什么，断定不了的留给人；它也修复上面各步的一些问题。",
            "By these zoneledger fix tells what it put right that a spreadsheet had spoiled, and what it leaves to people. "
            "It mends some findings of the stages above as well.",
        ),
        (
            spreadsheet_dates.RULE, turned_into_dates.RULE, scientific.RULE, booleans.RULE, error_marks.RULE,
            rewritten_marks.RULE, encoding_losses.RULE, emptied_columns.RULE, restoring.RULE,
        ),
    ),
    Stage(
        "audit",
        Text("与原文核对", "Audit against the sources"),
        Text(
            "zoneledger audit 把每一行放回来源文本里找。文本不公开分发，手头有文本才能运行。",
            "zoneledger audit looks for every row in its source text. The texts are not redistributed; it runs where they are at hand.",
        ),
        (
            audit.UNREADABLE, sources.FILE, sources.BOUNDS,
            anchors.LOCATOR, anchors.PRINTED, anchors.OCCURRENCE, anchors.WHOLE, anchors.MEMBER,
            placement.RULE, occurrences.RULE, agreement.RULE, reading.DIFFERS, reading.NOTE, deadline.RULE, dates.RULE,
            exclusions.OPEN, exclusions.STALE, measures.TITLE, measures.ORDER, measures.MISSING,
            duties.LIST, duties.RUNNING, names.NAME, names.MARKER, names.MEANT,
        ),
    ),
)  # fmt: skip

#: Every rule by its code.
RULES: Mapping[str, Rule] = {rule.code: rule for stage in STAGES for rule in stage.rules}


def stage_of(code: str) -> Stage:
    """The stage that reports a rule.

    Raises:
        KeyError: there is no such rule.
    """
    for stage in STAGES:
        if any(rule.code == code for rule in stage.rules):
            return stage
    raise KeyError(code)
