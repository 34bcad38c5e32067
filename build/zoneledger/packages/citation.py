"""How to cite a package: one ready sentence a language."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.packages import licence
from zoneledger.packages.package import Package
from zoneledger.packages.plain_text import one_line
from zoneledger.problems import Text

FILE_NAME = "CITATION.txt"

# Writes a string in some form.
Form = Callable[[str], str]

CONTRIBUTORS = "ZoneLedger contributors"


def cite(package: Package, text: Form = one_line, address: Form = one_line) -> Text:
    """The citation, one line a language: who, when, what, version, date, address, licence.

    Args:
        package: what is cited.
        text: how a title is written; plain unless told otherwise.
        address: how a web address is written.
    """
    day = package.as_of
    zh_title, en_title = (text(title) for title in package.title)
    place = address(package.homepage)
    zh_place, en_place = (f"{place}。", f"{place}. ") if place else ("", "")
    plan = package.plan_id is not None
    zh_part, en_part = (" — ZoneLedger 开发区目标责任台账", " — ZoneLedger") if plan else ("", "")
    return Text(
        f"ZoneLedger 贡献者（{day.year}）。{zh_title}{zh_part}［数据集］，版本 {package.version}，"
        f"数据截至 {day.isoformat()}。{zh_place}许可：{licence.NAME}。",
        f"{CONTRIBUTORS} ({day.year}). {en_title}{en_part} [Data set], version {package.version}, "
        f"as of {day.isoformat()}. {en_place}Licence: {licence.NAME}.",
    )


def encode(package: Package) -> bytes:
    """The citation in both languages as the bytes of its file."""
    return "{0.zh}\n\n{0.en}\n".format(cite(package)).encode("utf-8")
