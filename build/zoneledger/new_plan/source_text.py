"""The plan's source text: its checksum, and where in it the plan begins and ends."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zoneledger.problems import Text

#: A proposal begins with so many characters and grows until it is the only one.
SHORT, LONG = 20, 40

_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class SourceFile:
    """A source text at hand.

    Args:
        path: where it is.
        sha256: its checksum.
        text: as the audit reads it.
    """

    path: Path
    sha256: str
    text: str

    def fault(self, words: str) -> Text | None:
        """Why words cannot mark the plan's first or last place; None where they can."""
        count = self.text.count(words)
        if count == 1:
            return None
        return Text(
            f"它在来源文本中出现 {count} 次，应恰好一次。",
            f"It stands {count} times in the source text; it must stand there exactly once.",
        )

    def ends(self) -> tuple[str, str]:
        """The first and the last words to propose; empty where no short stretch is the only one."""
        lines = [line.strip().lstrip("\ufeff") for line in self.text.splitlines() if line.strip()]
        if not lines:
            return "", ""
        sizes = range(SHORT, LONG + 1)
        return self._only(lines[0][:size] for size in sizes), self._only(lines[-1][-size:] for size in sizes)

    def _only(self, stretches: Iterable[str]) -> str:
        return next((words.strip() for words in stretches if self.text.count(words.strip()) == 1), "")


def read(path: Path) -> SourceFile | Text:
    """Reads a source text, or says why it cannot be one.

    Args:
        path: the file.
    """
    if not path.is_file():
        return Text("没有这个文件。", "There is no such file.")
    if not _NAME.fullmatch(path.name):
        return Text(
            "文件名只用英文字母、数字、点、下划线和连字符，请先改名。",
            "Rename the file first: letters a to z, digits, dots, underscores and hyphens only.",
        )
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        return Text(f"读不了：{error.strerror}", f"Cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return Text("文件不是 UTF-8，请另存为 UTF-8 纯文本。", "The file is not UTF-8; save it as plain text in UTF-8.")
    return SourceFile(path, hashlib.sha256(data).hexdigest(), text.replace("\r\n", "\n"))
