"""Lints the wide tables' schemas: every column says truly which table and column it is taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zoneledger.catalogue.schemas import COMPUTED, FOLDER, JOIN, LABEL, PLAN, WIDE

Tables = Mapping[str, Mapping[str, Any]]

# What a column's own place decides; all else must be that of the column it repeats.
_OWN = ("derived", "path")
# What a column taken from another table shares with it, though it has a title of its own.
_SHARED = ("type", "labels", "trueValues", "falseValues")


def faults(tables: Tables) -> Iterator[tuple[str, str, str, str]]:
    """What is wrong with the wide tables' schemas.

    Args:
        tables: every Table Schema by name; each sound in itself, its foreign keys included.

    Yields:
        The table, where in its file, the value there, and what is wrong in both languages, divided by ``|``.
    """
    for name, content in tables.items():
        if content["group"] != WIDE:
            if "of" in content:
                yield name, "of", str(content["of"]), "只有宽表才有这个键|Only a wide table has this key"
            for field in content["fields"]:
                if "path" in field or field.get("derived") in (JOIN, LABEL, COMPUTED):
                    message = "只有宽表才有这样的列|Only a wide table has such a column"
                    yield name, f"fields.{field['name']}", str(field.get("derived", "")), message
        elif tables.get(str(content.get("of")), {}).get("group") != PLAN:
            yield name, "of", str(content.get("of")), "应为计划内容的一张表|Must be a table of what plans hold"
        else:
            for field in content["fields"]:
                yield from ((name, f"fields.{field['name']}", *fault) for fault in _column(tables, content["of"], field))


def _column(tables: Tables, base: str, field: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    origin, path = field.get("derived"), field.get("path", [])
    if origin in (COMPUTED, FOLDER):
        if path:
            yield str(path), "这样的列没有 path|Such a column has no path"
        return
    if origin not in (JOIN, LABEL) or not isinstance(path, list) or not path:
        yield str(origin), "宽表的列都要写明由何而来|Every column of a wide table says what it is taken from"
        return
    columns = path[:-1] if origin == LABEL else path
    source = _follow(tables, base, columns)
    if source is None:
        yield ".".join(map(str, path)), "path 走不通|The path leads nowhere"
    elif origin == LABEL:
        if path[-1] not in ("zh", "en") or "labels" not in source:
            yield ".".join(map(str, path)), "path 应止于代码列与语言|The path must end with a column of codes and a language"
    elif len(columns) == 1 and columns[0] == field["name"]:
        if _without(field, _OWN) != _without(source, _OWN):
            yield str(field["name"]), f"应与 {base} 的同名列相同|Must equal the column of that name in {base}"
    elif any(field.get(key) != source.get(key) for key in _SHARED):
        yield ".".join(columns), "类型与标签应与所取的列相同|Type and labels must be those of the column it is taken from"


def _follow(tables: Tables, table: str, columns: Sequence[str]) -> Mapping[str, Any] | None:
    """The column at the end of a path; None where a step is no column, or leads to no other table."""
    for step, column in enumerate(columns):
        content = tables[table]
        field = next((field for field in content["fields"] if field["name"] == column), None)
        if field is None or step == len(columns) - 1:
            return field
        keys = [key for key in content.get("foreignKeys", []) if key["fields"] == [column]]
        if not keys:
            return None
        table = keys[0]["reference"]["resource"]
    return None


def _without(field: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {key: value for key, value in field.items() if key not in keys}
