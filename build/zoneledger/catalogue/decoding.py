"""Bytes to text: UTF-8 or a clear word about what the file is instead."""

from __future__ import annotations

from pathlib import Path

from zoneledger.problems import Place, Problem, Rule, Severity, Text

MAX_BYTES = 64 * 1024 * 1024

ENCODING = Rule(
    "file-encoding",
    Text("文件必须是 UTF-8 编码", "A file is UTF-8"),
    Text(
        "在 Excel 中选择“另存为 → CSV UTF-8（逗号分隔）”，或在编辑器中以 UTF-8 重新保存。",
        "In Excel choose Save as → CSV UTF-8 (comma delimited), or save it again as UTF-8 in an editor.",
    ),
)
LINK = Rule(
    "file-link",
    Text("数据文件必须是仓库内的普通文件", "A data file is an ordinary file inside the repository"),
    Text("删去符号链接，把文件本身放到该处。", "Remove the symbolic link and put the file itself there."),
)
SIZE = Rule(
    "file-size",
    Text("单个文件不超过 64 MiB", "A file is at most 64 MiB"),
    Text("检查是否粘贴了多余内容；按计划拆分数据。", "Look for something pasted by mistake; split the data by plan."),
)
BYTE_ORDER_MARK = Rule(
    "canonical-byte-order-mark",
    Text("文件开头不带 BOM", "A file carries no byte order mark"),
    Text("以“UTF-8（无 BOM）”保存。", "Save it as UTF-8 without BOM."),
    Severity.WARNING,
)
LINE_ENDS = Rule(
    "canonical-line-ends",
    Text("行尾为 LF，末行也以换行结束", "Lines end in LF, the last one too"),
    Text("在编辑器中把行尾设为 LF。", "Set line endings to LF in the editor."),
    Severity.WARNING,
)


def read_text(path: Path, shown: str, root: Path) -> tuple[str | None, list[Problem]]:
    """Reads one file as text with LF line ends.

    Args:
        path: the file.
        shown: its name in messages, from the repository's root.
        root: the folder it must lie in once links are followed.

    Returns:
        The text, or None where it could not be read, and what was wrong with the bytes.
    """
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        return None, [_whole(LINK, shown, str(path.name), Text("这是符号链接。", "This is a symbolic link."))]
    if path.stat().st_size > MAX_BYTES:
        found = Text(f"文件有 {path.stat().st_size} 字节。", f"The file has {path.stat().st_size} bytes.")
        return None, [_whole(SIZE, shown, "", found)]
    data = path.read_bytes()
    problems = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        problems.append(
            _whole(BYTE_ORDER_MARK, shown, "U+FEFF", Text("文件以 BOM 开头。", "The file begins with a BOM."))
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(data, error, shown)]
    if "\r" in text:
        problems.append(_whole(LINE_ENDS, shown, "CR", Text("行尾含有 CR。", "Lines end in CR or CRLF.")))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    elif text and not text.endswith("\n"):
        problems.append(_whole(LINE_ENDS, shown, "", Text("末行没有换行。", "The last line has no line end.")))
    return text, problems


def _whole(rule: Rule, shown: str, value: str, message: Text) -> Problem:
    return Problem(rule, Place(shown), value, message, fix=rule.tip)


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    value = data[error.start : error.start + 4].hex(" ")
    guess = Text("", "")
    try:
        data.decode("gb18030")
        guess = Text(
            "内容像是 GBK（中文 Windows 的默认编码）。", " It looks like GBK, the default of a Chinese Windows."
        )
    except UnicodeDecodeError:
        pass
    message = Text(f"该行有不属于 UTF-8 的字节。{guess.zh}", f"The line has bytes that are not UTF-8.{guess.en}")
    return Problem(ENCODING, Place(shown, line), value, message, Text("UTF-8", "UTF-8"), ENCODING.tip)
