"""Bytes to text with LF line ends, whatever encoding a spreadsheet saved them in, where that is certain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zoneledger.catalogue.decoding import BYTE_ORDER_MARK, ENCODING, LINE_ENDS, line_ends, unix_line_ends
from zoneledger.fix.findings import Repair
from zoneledger.problems import Place, Problem, Text

#: A Chinese character in UTF-8; in GB18030 text such bytes meet by chance, seldom.
_HAN_IN_UTF8 = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


_SAVE_AGAIN = Text(
    "用写出它的程序打开，另存为 UTF-8（Excel：“CSV UTF-8（逗号分隔）”）。",
    "Open it in the program that wrote it and save it as UTF-8 (Excel: CSV UTF-8, comma delimited).",
)


@dataclass
class Decoded:
    """A file's text.

    Args:
        text: with LF line ends.
        repairs: what was put right on the way.
        from_spreadsheet: whether the bytes are those a spreadsheet program on Windows writes.
    """

    text: str
    repairs: list[Repair] = field(default_factory=list)
    from_spreadsheet: bool = False


def decode(data: bytes, shown: str, committed: str) -> Decoded | Problem:
    """Reads bytes as UTF-8, as UTF-16 with its mark, or as GB18030 where the characters are plausible.

    Args:
        data: the file.
        shown: its name in messages.
        committed: the last commit's text, empty where unknown; it settles which characters are plausible.

    Returns:
        The text, or why it cannot be read for certain.
    """
    place, decoded = Place(shown), Decoded("")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        removed = Text("删去开头的 BOM。", "Removed the BOM at the beginning.")
        decoded.repairs.append(Repair(BYTE_ORDER_MARK, place, message=removed))
        decoded.from_spreadsheet = True
    encoding, text = _text(data, committed)
    if text is None or "\x00" in text:
        message = Text(
            "不是 UTF-8，也无法断定是哪种编码，文件未动。",
            "It is not UTF-8, and what else it is cannot be told for certain; the file was left as it is.",
        )
        return Problem(ENCODING, place, "", message, Text("UTF-8", "UTF-8"), _SAVE_AGAIN)
    if encoding != "UTF-8":
        changed = Text(f"由 {encoding} 转为 UTF-8。", f"Converted from {encoding} to UTF-8.")
        decoded.repairs.append(Repair(ENCODING, place, message=changed))
        decoded.from_spreadsheet = True
    wrong = line_ends(text)
    if wrong is not None:
        decoded.repairs.append(Repair(LINE_ENDS, place, wrong[0], r"\n", wrong[1]))
        decoded.from_spreadsheet |= wrong[0] == r"\r\n"
    decoded.text = unix_line_ends(text)
    if decoded.text and not decoded.text.endswith("\n"):
        decoded.text += "\n"
    return decoded


def _text(data: bytes, committed: str) -> tuple[str, str | None]:
    try:
        return "UTF-8", data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    name, codec = ("UTF-16", "utf-16") if data.startswith(_UTF16) else ("GB18030", "gb18030")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return name, None
    return name, text if name == "UTF-16" or _is_plausible(data, text, committed) else None


def _is_plausible(data: bytes, text: str, committed: str) -> bool:
    """Whether bytes that can be read as GB18030 are that: nearly any bytes can, damaged UTF-8 and Big5 too.

    Certain where nearly all of its characters are those of the committed text, or of the everyday set GB 2312, and
    hardly any stretch is UTF-8.
    """
    beyond = [char for char in text if ord(char) > 0x7F]
    if not beyond or "\ufffd" in text:
        return False
    if 3 * len(_HAN_IN_UTF8.findall(data)) > 0.5 * sum(byte > 0x7F for byte in data):
        return False
    familiar = {char for char in committed if ord(char) > 0x7F}
    if familiar:
        return sum(char in familiar for char in beyond) >= len(beyond) * 0.9
    return len("".join(beyond).encode("gb2312", errors="ignore")) // 2 >= len(beyond) * 0.98
