"""Bytes to text: UTF-8 or a clear word about what the file is instead."""

from __future__ import annotations

import stat
from pathlib import Path

from zoneledger.problems import Place, Problem, Rule, Severity, Text

MAX_BYTES = 64 * 1024 * 1024

ENCODING = Rule(
    "file-encoding",
    Text("文件必须是 UTF-8 编码", "A file is UTF-8"),
    Text(
        "运行 zoneledger fix；或在 Excel 中选择“另存为 → CSV UTF-8（逗号分隔）”。",
        "Run zoneledger fix; or in Excel choose Save as → CSV UTF-8 (comma delimited).",
    ),
    why=Text(
        "中文 Windows 的 Excel 默认另存为 GBK。同一串字节换一种编码读就是乱码，所以台账只用一种。",
        "Excel on a Chinese Windows saves as GBK by default. Read in another encoding the same bytes are gibberish, so the ledger uses one only.",
    ),
)
LINK = Rule(
    "file-link",
    Text("数据文件必须是仓库内的普通文件", "A data file is an ordinary file inside the repository"),
    Text("删去符号链接，把文件本身放到该处。", "Remove the symbolic link and put the file itself there."),
    why=Text(
        "符号链接可以指到仓库之外，别人检出的仓库里不会有那个文件。",
        "A symbolic link may lead out of the repository, to a file that nobody else's copy has.",
    ),
)
SIZE = Rule(
    "file-size",
    Text("单个文件不超过 64 MiB、2 万行", "A file is at most 64 MiB and 20,000 rows"),
    Text("检查是否粘贴了多余内容；按计划拆分数据。", "Look for something pasted by mistake; split the data by plan."),
    why=Text(
        "现有各表都在几百 KB 以内。到了这个大小，多半是误贴了别的东西。",
        "The tables are a few hundred kB each. A file of that size is most likely something pasted by mistake.",
    ),
)
BYTE_ORDER_MARK = Rule(
    "canonical-byte-order-mark",
    Text("文件开头不带 BOM", "A file carries no byte order mark"),
    Text("运行 zoneledger fix。", "Run zoneledger fix."),
    Severity.WARNING,
    why=Text(
        "BOM 看不见，却会成为第一列列名的一部分；有些程序因此找不到这一列。",
        "The mark is invisible and becomes part of the first column's name, which some programs then cannot find.",
    ),
)
LINE_ENDS = Rule(
    "canonical-line-ends",
    Text("行尾为 LF，末行也以换行结束", "Lines end in LF, the last one too"),
    Text("运行 zoneledger fix。", "Run zoneledger fix."),
    Severity.WARNING,
    why=Text(
        "行尾不一，改一行会显示成改了整个文件。",
        "With mixed line ends a change of one line shows as a change of the whole file.",
    ),
)


def run_fix(shown: str) -> Text:
    """The tip that a command puts it right.

    Args:
        shown: the file's path from the repository's root.
    """
    return Text(f"运行 zoneledger fix {shown}", f"Run zoneledger fix {shown}")


def refusal(path: Path, shown: str, root: Path) -> Problem | None:
    """Why a file is not read at all; None where it is.

    Args:
        path: the file.
        shown: its name in messages, from the repository's root.
        root: the folder it must lie in once links are followed.
    """
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        message = Text("这是符号链接，不读取也不改写。", "This is a symbolic link; it is neither read nor written.")
        return Problem(LINK, Place(shown), path.name, message, fix=LINK.tip)
    if not stat.S_ISREG(path.lstat().st_mode):
        # a folder cannot be read, and reading a pipe would wait for ever
        message = Text("这不是普通文件。", "This is no ordinary file.")
        return Problem(LINK, Place(shown), path.name, message, fix=LINK.tip)
    size = path.stat().st_size
    if size > MAX_BYTES:
        return Problem(
            SIZE, Place(shown), "", Text(f"文件有 {size} 字节。", f"The file has {size} bytes."), fix=SIZE.tip
        )
    return None


def read_text(path: Path, shown: str, root: Path, data: bytes | None = None) -> tuple[str | None, list[Problem]]:
    """Reads one file as text with LF line ends.

    Args:
        path: the file.
        shown: its name in messages, from the repository's root.
        root: the folder it must lie in once links are followed.
        data: its bytes, where they are at hand and the file is known to be an ordinary one.

    Returns:
        The text, or None where it could not be read, and what was wrong with the bytes.
    """
    if data is None:
        refused = refusal(path, shown, root)
        if refused is not None:
            return None, [refused]
        data = path.read_bytes()
    return decode(data, shown)


def decode(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """The bytes of a file as text with LF line ends.

    Args:
        data: what stands in the file.
        shown: its name in messages, from the repository's root.

    Returns:
        As ``read_text`` gives it.
    """
    problems = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        message = Text(
            "文件以 BOM 开头；Excel 的“CSV UTF-8”就是这样保存的。",
            "The file begins with a BOM, as Excel's “CSV UTF-8” does.",
        )
        problems.append(Problem(BYTE_ORDER_MARK, Place(shown), "U+FEFF", message, fix=run_fix(shown)))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(data, error, shown)]
    wrong = line_ends(text)
    if wrong is not None:
        problems.append(Problem(LINE_ENDS, Place(shown), wrong[0], wrong[1], fix=run_fix(shown)))
    return unix_line_ends(text), problems


def line_ends(text: str) -> tuple[str, Text] | None:
    """What is wrong with a text's line ends: how the wrong ones are written, and how many there are; None if nothing."""
    if "\r" not in text and (not text or text.endswith("\n")):
        return None
    windows = text.count("\r\n")
    if windows:
        counted = Text(
            f"{windows} 行以 CRLF 结束（Windows 的换行，Excel 如此保存）。",
            f"{windows} line{'s end' if windows != 1 else ' ends'} in CRLF, the line end of Windows and of Excel.",
        )
        return r"\r\n", counted
    if "\r" in text:
        return r"\r", Text(
            f"有 {text.count(chr(13))} 个 CR（旧式 Mac 的换行）。",
            f"{text.count(chr(13))} CR, the line end of old Macs.",
        )
    if text and not text.endswith("\n"):
        return "", Text("末行没有换行。", "The last line has no line end.")
    return None


def unix_line_ends(text: str) -> str:
    """The text with LF alone for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    value = data[error.start : error.start + 4].hex(" ")
    guess, fix = Text("", ""), ENCODING.tip
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        guess, fix = (
            Text("内容是 UTF-16（Excel 的“Unicode 文本”）。", " It is UTF-16, Excel's “Unicode text”."),
            run_fix(shown),
        )
    else:
        try:
            data.decode("gb18030")
            guess = Text(
                "内容像是 GBK（中文 Windows 的默认编码，Excel 的“CSV（逗号分隔）”如此保存）。",
                " It looks like GBK, the default of a Chinese Windows, in which Excel saves “CSV (comma delimited)”.",
            )
            fix = run_fix(shown)
        except UnicodeDecodeError:
            pass
    message = Text(f"该行有不属于 UTF-8 的字节。{guess.zh}", f"The line has bytes that are not UTF-8.{guess.en}")
    return Problem(ENCODING, Place(shown, line), value, message, Text("UTF-8", "UTF-8"), fix)
