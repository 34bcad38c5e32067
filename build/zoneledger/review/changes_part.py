"""The comment's part on what the pull request changes in the data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zoneledger.problems import Text
from zoneledger.review.addresses import Addresses, link
from zoneledger.review.markdown import code

MOST_SHOWN = 60
CELLS_SHOWN = 12

#: The counts of the summary that are told, in this order; those that are nought are passed over.
_COUNTS = {
    "id_changes": Text("改了 {} 个编号（编号本不该改）", "ids changed, which they never should: {}"),
    "added": Text("新增 {} 行", "rows added: {}"),
    "removed": Text("删除 {} 行", "rows removed: {}"),
    "cells": Text("改动 {} 格", "cells changed: {}"),
    "documents": Text("YAML 改动 {} 处", "values changed in YAML: {}"),
    "files": Text("另有 {} 个文件增删或改动", "other files added, removed or changed: {}"),
    "format_only": Text("{} 个文件只改了写法", "files that differ in form only: {}"),
    "pages": Text("可能影响 {} 个网页", "pages that may change: {}"),
}
_KINDS = {
    "id_changes": Text("编号", "Id"),
    "changed": Text("改动", "Changed"),
    "added": Text("新增", "Added"),
    "removed": Text("删除", "Removed"),
}


def headline(content: dict[str, Any], lang: str) -> str:
    """How much changes, in one sentence."""
    summary = content["summary"]
    told = [text.of(lang).format(int(summary[key])) for key, text in _COUNTS.items() if summary.get(key)]
    if not told:
        return Text("数据没有改动。", "The data do not change.").of(lang)
    sentence = Text("，", "; ").of(lang).join(told) + Text("。", ".").of(lang)
    return sentence[0].upper() + sentence[1:]


def items(content: dict[str, Any], addresses: Addresses, lang: str) -> Iterator[str]:
    """One list item for each changed, added or removed row, then each changed value of a YAML file.

    Args:
        content: diff.json, validated; every text in it is untrusted.
        addresses: where links lead.
        lang: ``zh`` or ``en``.
    """
    for kind, table, row in list(_rows(content))[:MOST_SHOWN]:
        yield "\n".join(_lines(kind, table, row, addresses, lang))
    for value in content.get("documents", [])[:MOST_SHOWN]:
        yield f"- {code(value['file'])} {code(value['path'])} {_change(value)}"


def left_out(content: dict[str, Any]) -> int:
    """How many changes ``items`` passes over."""
    rows, documents = sum(1 for _ in _rows(content)), len(content.get("documents", []))
    return max(0, rows - MOST_SHOWN) + max(0, documents - MOST_SHOWN)


def _rows(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for kind in _KINDS:
        for table in content["tables"]:
            for row in table.get(kind, []):
                yield kind, table, row


def _lines(kind: str, table: dict[str, Any], row: dict[str, Any], addresses: Addresses, lang: str) -> Iterator[str]:
    # A removed row has no line in the checked commit.
    address = "" if kind == "removed" else addresses.line(row["file"], int(row["line"]))
    head = f"- {_KINDS[kind].of(lang)} {code(table['table'], 60)} "
    if kind == "id_changes":
        yield head + link(code(f"{row['file']}:{int(row['line'])}"), address) + " " + _change(row)
        return
    anchor = row.get("anchor", {})
    said = [code(anchor[part], 60) for part in ("locator", "printed") if anchor.get(part)]
    yield head + " ".join([link(code(" · ".join(str(value) for value in row["key"].values())), address), *said])
    for cell in row.get("cells", [])[:CELLS_SHOWN] if kind == "changed" else ():
        yield f"  - {code(cell['column'], 60)}{Text('：', ': ').of(lang)}{_change(cell)}"
    hidden = len(row.get("cells", [])) - CELLS_SHOWN
    if kind == "changed" and hidden > 0:
        yield "  - " + Text(f"另有 {hidden} 格未列出", f"{hidden} more cells, not listed").of(lang)


def _change(value: dict[str, Any]) -> str:
    old, new = ("" if value.get(side) is None else value[side] for side in ("old", "new"))
    return f"{code(old)} → {code(new)}"
