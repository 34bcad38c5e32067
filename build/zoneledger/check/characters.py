"""Characters that look right and are not: they break search, keys and every comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from zoneledger.catalogue import Table
from zoneledger.problems import Place, Problem, Rule, Text

SPACES = Rule(
    "cell-outer-space",
    Text("单元格首尾没有空格", "A cell has no space at its ends"),
    Text(
        "删去首尾空格（含全角空格）；无值就留空。",
        "Delete the outer spaces, full-width ones too; leave an empty cell empty.",
    ),
    why=Text(
        "首尾多一个空格，同一个名称就成了两个。",
        "A space at an end makes two names of one.",
    ),
)
HIDDEN = Rule(
    "cell-hidden-character",
    Text("没有控制、零宽或双向控制字符", "No control, zero-width or bidirectional characters"),
    Text("重新键入该单元格的文字。", "Type the cell's text again."),
    why=Text(
        "从网页复制来的零宽字符看不见，却使两个词不相等；双向控制字符能让屏幕上的字与文件里的次序不同。",
        "Zero-width characters copied from a web page are invisible and make equal words differ; bidirectional "
        "ones show text in another order than it is stored.",
    ),
)
FORM = Rule(
    "cell-unicode-form",
    Text("文字采用 Unicode NFC 形式", "Text is in Unicode form NFC"),
    Text(
        "换成组合后的同一文字；多半要重新键入。", "Put the same text in its composed form; typing it anew usually does."
    ),
    why=Text(
        "é 可以是一个字符，也可以是 e 加一个重音符；看上去一样，比较起来却不同。",
        "é may be one character or e with an accent: they look alike and compare unequal.",
    ),
)

#: The invisible characters that people meet, by their names.
KNOWN = {
    "\n": Text("换行", "a line break"),
    "\r": Text("回车", "a carriage return"),
    "\t": Text("制表符", "a tab"),
    "\u00ad": Text("软连字符", "a soft hyphen"),
    "\u200b": Text("零宽空格", "a zero-width space"),
    "\u200d": Text("零宽连接符", "a zero-width joiner"),
    "\u200e": Text("从左到右标记", "a left-to-right mark"),
    "\u200f": Text("从右到左标记", "a right-to-left mark"),
    "\u2028": Text("行分隔符", "a line separator"),
    "\u202d": Text("强制从左到右", "a left-to-right override"),
    "\u202e": Text("强制从右到左", "a right-to-left override"),
    "\ufeff": Text("字节顺序标记", "a byte order mark"),
}
_HIDDEN = re.compile("[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]")


def lint(tables: Iterable[Table]) -> Iterator[Problem]:
    """Problems with the characters of any cell of some tables."""
    for table in tables:
        for record in table:
            for column, cell in record.cells.items():
                # Nearly every cell is clean; three cheap tests decide that.
                if cell and (
                    cell != cell.strip() or _HIDDEN.search(cell) or not unicodedata.is_normalized("NFC", cell)
                ):
                    yield from _explain(cell, record.place(column))


def _explain(cell: str, place: Place) -> Iterator[Problem]:
    if cell != cell.strip():
        message = Text("首尾有空格。", "There is a space at an end.")
        stripped = cell.strip()
        yield Problem(SPACES, place, cell, message, fix=Text(f"改为“{stripped}”", f"Write “{stripped}”"))
    for char in sorted(set(_HIDDEN.findall(cell))):
        code, known = f"U+{ord(char):04X}", KNOWN.get(char, Text("", ""))
        zh = f"{code}（{known.zh}）" if known.zh else code
        en = known.en or unicodedata.name(char, "").lower()
        message = Text(
            f"含有看不见的字符 {zh}。", f"It holds an invisible character, {f'{code} ({en})' if en else code}."
        )
        cleaned = _HIDDEN.sub("", cell)
        # Where a break stood, somebody has to say what comes between the words.
        write = Text(f"改为“{cleaned}”", f"Write “{cleaned}”") if not set(cell) & set("\n\r\t") else HIDDEN.tip
        yield Problem(HIDDEN, place, cell, message, fix=write)
    composed = unicodedata.normalize("NFC", cell)
    if composed != cell:
        message = Text("文字不是 NFC 形式。", "The text is not in form NFC.")
        yield Problem(
            FORM, place, cell, message, Text(composed, composed), Text(f"改为“{composed}”", f"Write “{composed}”")
        )
