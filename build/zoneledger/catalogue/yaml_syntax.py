"""Why a YAML file cannot be read, in our words: the parser's own are English and speak of tokens."""

from __future__ import annotations

import re

from zoneledger.problems import Text

#: What the parser says → what that comes from; the first that is found in its words.
REASONS: tuple[tuple[str, Text], ...] = (
    (
        "aliases are not allowed",
        Text("用了别名（*名称），这里不允许。", "An alias (*name) stands here; aliases are not allowed."),
    ),
    ("stands twice", Text("同一个键写了两次。", "The same key stands twice.")),
    (
        "mapping values are not allowed",
        Text(
            "此处不该再有“: ”：含冒号的文字要加引号，或上一行缩进有误。",
            "A “: ” is out of place: quote text that holds a colon, or mend the indentation of the line above.",
        ),
    ),
    (
        "found character '\\t'",
        Text("用了制表符缩进；YAML 只认空格。", "A tab is used as indentation; YAML takes spaces only."),
    ),
    ("could not find expected ':'", Text("键的后面缺少冒号。", "A key has no colon after it.")),
    ("unexpected end of stream", Text("引号没有闭合。", "A quote is not closed.")),
    (
        "that cannot start any token",
        Text("文字以特殊符号开头，要加引号。", "Text that begins with a special character must be quoted."),
    ),
    ("<block end>", Text("缩进与上文不齐。", "The indentation does not agree with what stands above.")),
    ("expected ',' or", Text("方括号或花括号内缺少逗号或没有闭合。", "A bracket lacks a comma or is not closed.")),
    (
        "tags are not allowed",
        Text("用了标签（!名称），这里不允许。", "A tag (!name) stands here; tags are not allowed."),
    ),
    (
        "special characters are not allowed",
        Text("含有 YAML 不允许的控制字符。", "It holds a control character that YAML does not allow."),
    ),
    (
        "expected a single document",
        Text("一个文件只能有一份文档：删去“---”之后的部分。", "A file holds one document: delete what follows “---”."),
    ),
    ("unhashable", Text("键必须是文字。", "A key must be text.")),
    ("nested too deeply", Text("嵌套太深。", "It is nested too deeply.")),
    (
        "half a character",
        Text(
            "含有不成字的代码（\\ud800 一类）：直接写出该字。",
            "It holds half a character (\\ud800 and the like): write the character itself.",
        ),
    ),
)
OTHERWISE = Text("此处的 YAML 写法无法解析。", "The YAML here cannot be parsed.")


def reason(error: Exception) -> Text:
    """What is wrong, in both languages.

    Args:
        error: what the parser raised.
    """
    said = " ".join(
        filter(None, (type(error).__name__, getattr(error, "context", ""), getattr(error, "problem", ""), str(error)))
    )
    return next((text for words, text in REASONS if re.search(re.escape(words), said)), OTHERWISE)
