"""JSON Schemas of the parts that every answer shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zoneledger.api.openapi.wording import line, paragraphs
from zoneledger.problems import Text

Schema = Mapping[str, Any]

_DAY = {"format": "date", "type": "string"}
_ADDRESS = {"format": "uri", "pattern": "^https?://", "type": "string"}
_YEAR = {"maximum": 9999, "minimum": 0, "type": "integer"}

_BLANKED = Text("有数字被遮去的，为 null。", "null where a digit is blanked in the source.")


def ref(name: str) -> Schema:
    """A shared schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def closed(properties: Mapping[str, Any], **more: Any) -> Schema:
    """An object with exactly these members, all of them there."""
    return {
        "additionalProperties": False,
        "properties": dict(properties),
        "required": sorted(properties),
        "type": "object",
        **more,
    }


def nullable(schema: Schema) -> Schema:
    """A schema that lets null pass as well."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    widened = {**schema, "type": [schema["type"], "null"]}
    return {**widened, "enum": [*schema["enum"], None]} if "enum" in schema else widened


def array(items: Schema, **more: Any) -> Schema:
    """A list."""
    return {"items": items, "type": "array", **more}


def envelope(result: Schema) -> Schema:
    """The schema of a whole answer.

    Args:
        result: the schema of what was asked for.
    """
    return closed(
        {
            "as_of": {**_DAY, "description": paragraphs(_AS_OF)},
            "data_version": {"description": paragraphs(_DATA), "pattern": "^[0-9]+(?:\\.[0-9]+)*", "type": "string"},
            "licence": ref("licence"),
            "links": ref("links"),
            "result": result,
            "schema_version": {"description": paragraphs(_FORM), "pattern": "^1\\.[0-9]+$", "type": "string"},
            "total": {"description": paragraphs(_TOTAL), "minimum": 0, "type": "integer"},
        }
    )


_AS_OF = Text("数据截至这一天。", "The data are as of this day.")
_DATA = Text("数据的版本。", "The version of the data.")
_FORM = Text(
    "接口形式的版本；点后的数增大，表示只有新增。",
    "The version of the form of answers; where the second number grows, something was only added.",
)
_TOTAL = Text(
    "行数或条数，各页合计；计划的文件里是各表行数之和。",
    "How many rows or entries, over all pages; in a plan's file the rows of all its tables.",
)


def shared() -> dict[str, Schema]:
    """The shared schemas by name."""
    pages = closed({"en": _ADDRESS, "zh": _ADDRESS})
    entry = {
        "page": {**nullable(ref("pages")), "description": paragraphs(_PAGE)},
        "self": {**_ADDRESS, "description": paragraphs(_SELF)},
        "source": {**nullable(_ADDRESS), "description": paragraphs(_SOURCE)},
    }
    onward = {name: {**nullable(_ADDRESS), "description": paragraphs(text)} for name, text in _ONWARD.items()}
    year, day = ({**nullable(part), "description": paragraphs(_BLANKED)} for part in (_YEAR, _DAY))
    days = {"edtf": {"minLength": 4, "type": "string"}, "first_day": day, "last_day": day}
    text = {"minLength": 1, "type": "string"}
    return {
        "date": closed({**days, "year": year}, description=paragraphs(_DATE), title=line(Text("日期", "date"))),
        "entry_links": closed(entry, title=line(Text("条目的链接", "links of an entry"))),
        "licence": closed({"address": _ADDRESS, "name": text}, title=line(Text("许可", "licence"))),
        "links": closed({**entry, **onward}, title=line(Text("链接", "links"))),
        "pages": pages,
        "period": closed(
            {**days, "first_year": year, "last_year": year},
            description=paragraphs(_PERIOD),
            title=line(Text("时期", "period")),
        ),
        "text": closed({"en": text, "zh": text}, title=line(Text("两种语言的文字", "a text in both languages"))),
    }


_SELF = Text("这份文件，或条目所指的文件。", "This file, or the one that an entry leads to.")
_PAGE = Text(
    "网站上说同一内容的网页；没有的为 null。", "The page of the site about the same; null where there is none."
)
_SOURCE = Text("载有同样各行的 CSV 表或数据包。", "The CSV table or Data Package with the same rows.")
_ONWARD = {
    "next": Text("下一页；没有的为 null。", "The next page of rows; null on the last."),
    "prev": Text("上一页；没有的为 null。", "The page of rows before; null on the first."),
}
_DATE = Text(
    "EDTF 日期照录（如 2022-06、20XX），另附年份和它可能指的第一天与最后一天。",
    "An EDTF date as coded (2022-06, 20XX), with its year and the first and last day it can mean.",
)
_PERIOD = Text(
    "EDTF 日期或区间照录（如 2020/2022），另附首尾年份和首尾两天。",
    "An EDTF date or interval as coded (2020/2022), with first and last year and day.",
)
