"""Characters that look right and are not: they break search, keys and every comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Place, Problem, Rule, Text

SPACES = Rule(
    "cell-outer-space",
    Text("单元格首尾没有空格", "A cell has no space at its ends"),
    Text(
        "删去首尾空格（含全角空格）；无值就留空。",
        "Delete the outer spaces, full-width ones too; leave an empty cell empty.",
    ),
)
HIDDEN = Rule(
    "cell-hidden-character",
    Text("没有控制、零宽或双向控制字符", "No control, zero-width or bidirectional characters"),
    Text("重新键入该单元格的文字。", "Type the cell's text again."),
)
FORM = Rule(
    "cell-unicode-form",
    Text("文字采用 Unicode NFC 形式", "Text is in Unicode form NFC"),
    Text("用右边的写法替换。", "Replace it by the form shown."),
)

_HIDDEN = re.compile("[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]")


def lint(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with the characters of any cell."""
    for table in catalogue.tables.values():
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
        name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
        message = Text(f"含有看不见的字符 {name}。", f"It holds the invisible character {name}.")
        yield Problem(HIDDEN, place, _HIDDEN.sub("�", cell), message, fix=HIDDEN.tip)
    composed = unicodedata.normalize("NFC", cell)
    if composed != cell:
        message = Text("文字不是 NFC 形式。", "The text is not in form NFC.")
        yield Problem(
            FORM, place, cell, message, Text(composed, composed), Text(f"改为“{composed}”", f"Write “{composed}”")
        )
