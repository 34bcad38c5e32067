"""The licence of the data, as a notice that travels with every copy."""

from __future__ import annotations

from zoneledger.problems import Text

FILE_NAME = "LICENSE.txt"
NAME = "CC-BY-4.0"
TITLE = Text("知识共享 署名 4.0 国际许可协议", "Creative Commons Attribution 4.0 International")
ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

_NOTICE = f"""\
{TITLE.zh}（{NAME}）

本数据包中的数据按{TITLE.zh}发布：可以复制、改编和用于任何目的，包括商业用途，但须署名、附上许可协议的地址，并说明是否作了修改。
署名写法见 CITATION.txt。
协议说明：{ADDRESS}deed.zh-hans
协议全文：{ADDRESS}legalcode.zh-hans

政策原文的权利属于其发布机关。本数据包只记录其中的事实与数字，以及为核对所需的简短原文片段，不转载原文。


{TITLE.en} ({NAME})

The data in this package are published under the {TITLE.en} licence: you may copy,
adapt and use them for any purpose, including commercially, provided that you give credit, link to the
licence and say whether you changed anything. CITATION.txt has the wording of the credit.
Summary: {ADDRESS}
Full text: {ADDRESS}legalcode

The rights in the policy documents remain with the bodies that issued them. This package records facts and
figures from them, with the short stretches of text needed to check them, and does not reproduce the documents.
"""


def encode() -> bytes:
    """The notice in both languages as the bytes of its file."""
    return _NOTICE.encode("utf-8")
