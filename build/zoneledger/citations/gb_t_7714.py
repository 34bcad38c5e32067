"""A reference after GB/T 7714—2015, numeric style, for a data set online: [DS/OL].

Source: GB/T 7714—2015 信息与文献 参考文献著录规则, 4.2 (a part of a larger work, ``//``), 4.6 (electronic resources: date of
the last change in parentheses, date of access in brackets, access path) and table B.1 (DS 数据集, OL 联机网络).
"""

from __future__ import annotations

from zoneledger.citations.cited import Cited

#: Stands for the date of access, which the standard demands, until a reader or the page's script puts it in.
ACCESSED = {"zh": "引用日期", "en": "date of access"}
_VERSION = {"zh": ("{}版", "，修订 "), "en": ("Version {}", ", revision ")}


def cite(cited: Cited, accessed: str = "") -> str:
    """The reference as plain text on one line.

    Args:
        cited: what is cited.
        accessed: the day on which the reader looked, as ``2026-11-22``; a placeholder stands for it otherwise.
    """
    container = f"//{cited.author}. {cited.container}" if cited.container else ""
    version, revision = _VERSION[cited.lang]
    edition = version.format(cited.version) + (revision + cited.revision if cited.revision else "")
    place = f" {cited.address}." if cited.address else ""
    seen = accessed or ACCESSED[cited.lang]
    return f"{cited.author}. {cited.title}[DS/OL]{container}. {edition}. ({cited.date})[{seen}].{place}"
