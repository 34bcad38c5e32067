"""What the formats for people say in common."""

from __future__ import annotations

from zoneledger.diff.audit_counts import STALE
from zoneledger.diff.difference import AuditChange, Difference, TableDifference
from zoneledger.problems import Text

NOTHING = Text("内容没有差别。", "No differences in content.")
EMPTY = Text("（空）", "(empty)")
SECTIONS = {
    "documents": Text("计划与数据集文件", "Plan and dataset files"),
    "audit": Text("核对计数", "Audit counts"),
    "files": Text("其他文件", "Other files"),
    "format_only": Text("只有格式不同", "Differ in form only"),
    "pages": Text("可能变化的页面", "Pages that may change"),
    "downloads": Text("可能变化的下载", "Downloads that may change"),
    "problems": Text("比较时的问题", "Problems met"),
}
FILE_CHANGES = {
    "added": Text("新增", "added"),
    "removed": Text("删除", "removed"),
    "changed": Text("改动", "changed"),
}
SIDES = {"base": Text("基准", "base"), "head": Text("当前", "head")}
FIGURES = {
    "anchors": Text("应核对的出处", "anchors looked for"),
    "anchors_found": Text("已核到的出处", "anchors found"),
    "rows": Text("行数", "rows"),
    "figures": Text("原文数字", "figures printed"),
    "figures_carried": Text("已录入的数字", "figures carried by a row"),
    "figures_excluded": Text("已排除的数字", "figures excluded"),
    "figures_open": Text("未处理的数字", "figures open"),
    "duties": Text("原文责任单位", "duties printed"),
    "duties_carried": Text("已录入的责任单位", "duties carried"),
    "reading_notes": Text("判读说明", "reading notes"),
    "faults_planted": Text("埋设的错误", "faults planted"),
    "faults_caught": Text("查出的错误", "faults caught"),
    STALE: Text("回执之后变动的行", "rows changed since the receipt"),
}
ID_CHANGED = Text("编号改变（编号不得改动）", "id changed (ids must never change)")
DUPLICATE = Text("主键重复，逐行按次序比较", "duplicate key, compared row by row in order")
#: Pages of one folder that are named; of the others only the number is said. JSON names all.
PAGES_SHOWN = 12
_COUNTED = {
    "added": ("增加 {} 行", "row{} added"),
    "removed": ("删除 {} 行", "row{} removed"),
    "cells": ("改动 {} 个单元格", "cell{} changed"),
    "id_changes": ("{} 个编号改变", "id{} changed"),
    "renamed_columns": ("{} 列改名", "column{} renamed"),
    "duplicates": ("{} 个主键重复", "duplicate key{}"),
    "documents": ("{} 个 YAML 键值不同", "YAML value{} changed"),
    "files": ("{} 个其他文件不同", "other file{} changed"),
    "audit": ("{} 项核对计数变动", "audit count{} moved"),
    "format_only": ("{} 个文件只有格式不同", "file{} differing in form only"),
    "problems": ("{} 个问题", "problem{}"),
}


def summary(difference: Difference) -> Text:
    """The whole in one line: every count that is not zero."""
    parts = _counted(difference.summary)
    lead = Text("", "") if difference.content else NOTHING
    return Text(f"{lead.zh}{parts.zh}", f"{lead.en} {parts.en}".strip())


def table_summary(table: TableDifference) -> Text:
    """One table's counts in one line."""
    names = ("added", "removed", "id_changes", "renamed_columns", "duplicates")
    counts = {name: len(getattr(table, name)) for name in names}
    return _counted({**counts, "cells": table.cells})


def headers(table: TableDifference) -> list[tuple[Text, tuple[str, ...]]]:
    """What became of a table's columns: a sentence, and the columns it names."""
    found: list[tuple[Text, tuple[str, ...]]] = [
        (
            Text(
                f"列改名（{rename.of} 个单元格中 {rename.equal} 个相同）",
                f"column renamed ({rename.equal} of {rename.of} cells are the same)",
            ),
            (rename.old, rename.new),
        )
        for rename in table.renamed_columns
    ]
    found += [(Text("新增列", "column added"), (name,)) for name in table.added_columns]
    return found + [(Text("删除列", "column removed"), (name,)) for name in table.removed_columns]


def count_words(change: AuditChange) -> tuple[Text, str, str]:
    """An audit count: its name, old and new; a dash where a side has none."""
    old, new = ("–" if value is None else str(value) for value in (change.old, change.new))
    return FIGURES.get(change.figure, Text(change.figure, change.figure)), old, new


def page_groups(difference: Difference) -> list[tuple[list[str], int]]:
    """Addresses of pages, a list a folder: those to name, and how many more there are."""
    groups: dict[str, list[str]] = {}
    for page in difference.pages:
        groups.setdefault(page.split("/")[0] if page.count("/") > 1 else "", []).append(f"/{page}")
    return [(pages[:PAGES_SHOWN], len(pages[PAGES_SHOWN:])) for pages in groups.values()]


def more(number: int) -> Text:
    """What follows a list that was cut."""
    return Text(f" ……另有 {number} 页", f" … and {number} more") if number else Text("", "")


def _counted(counts: dict[str, int]) -> Text:
    present = [(name, counts[name]) for name in _COUNTED if counts.get(name)]
    zh = "，".join(_COUNTED[name][0].format(number) for name, number in present)
    en = ", ".join(f"{number} {_COUNTED[name][1].format('' if number == 1 else 's')}" for name, number in present)
    return Text(f"{zh}。" if zh else "", f"{en}." if en else "")
