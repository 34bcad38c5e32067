"""``README.md`` of a package: what is in it, how to read it, what to beware of; Chinese first, then English."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from zoneledger.packages import checksums, citation, descriptor, dictionary, licence
from zoneledger.packages.formats import CANONICAL, FORMATS, Format, xlsx
from zoneledger.packages.formats.offered import offered
from zoneledger.packages.identity import Same
from zoneledger.packages.package import Package
from zoneledger.packages.plain_text import markdown, markdown_address
from zoneledger.packages.standards import citation_cff, csvw
from zoneledger.problems import Text

FILE_NAME = "README.md"

_CONTENTS = Text("内容", "Contents")
_READING = Text("怎样读取", "Reading the tables")
_VALUES = Text("关于取值", "About the values")
_SOURCES = Text("来源", "Sources")
_TERMS = Text("许可与引用", "Licence and citation")
_TABLE_HEAD = Text(
    "| 文件 | 内容 | 行数 |\n| --- | --- | ---: |",
    "| File | Contents | Rows |\n| --- | --- | ---: |",
)
_DESCRIPTOR = (
    descriptor.FILE_NAME,
    Text("描述文件：各表各列的含义、代码、主键与外键", "Descriptor: columns, codes, primary and foreign keys"),
)
_CSVW = (csvw.FILE_NAME, Text("同样内容的 CSV on the Web 描述", "The same as CSV on the Web metadata"))
_DICTIONARY = (dictionary.FILE_NAME, dictionary.TITLE)
_OTHER_FILES = (
    (checksums.FILE_NAME, Text("各文件的 SHA-256", "SHA-256 of every file")),
    (licence.FILE_NAME, Text("许可协议", "Licence")),
    (citation.FILE_NAME, Text("引用写法", "Citation")),
    (citation_cff.FILE_NAME, Text("供软件读取的引用信息", "Citation for software")),
)
_SCOPE = Text(
    "本数据包只含这一个计划，以及其各行所引用的公共列表中的行，可单独校验。",
    "This package holds one plan and those rows of the shared lists that its rows refer to; it validates on its own.",
)
_WHOLE_SCOPE = Text(
    "本数据包含全部计划与全部公共列表。",
    "This package holds every plan and every shared list.",
)
_HOW = Text(
    """\
- `targets_wide`（目标）与 `duties_wide`（责任）已写入名称与基本单位数值，第一张图不必连接其他表；其余各表按主键、外键相连。
- 校验文件是否完整：`sha256sum -c SHA256SUMS`""",
    """\
- `targets_wide` (targets) and `duties_wide` (duties) have names and base units written in: a first chart needs no join. \
All other tables are linked by their keys.
- Whether the files are intact: `sha256sum -c SHA256SUMS`""",
)
_DATA_PACKAGE = Text(
    "这是一个 Data Package v2（<https://datapackage.org>）。各表均为 UTF-8 编码、逗号分隔的 CSV。",
    "This is a Data Package v2 (<https://datapackage.org>). Every table is a comma-separated CSV file in UTF-8.",
)
_FORMAT = Text("格式：", "Format: ")
_OTHER_FORMATS = Text("同样的表另有这些格式：", "The same tables are also there as: ")
_WHOLE_FORMATS = Text("全部计划合在一起的表另有这些格式：", "The tables of all plans together are also there as: ")
_CODES_IN = {
    True: Text("见 `datapackage.json` 中该列的 `labels`", "the column’s `labels` in `datapackage.json`"),
    False: Text("见 `dictionary.csv`", "`dictionary.csv`"),
}
_CAUTIONS = Text(
    """\
- 代码（如 `firm`、`ge`）的中英文写法{codes}。
- 日期采用 EDTF：`2022`、`2022-06`、`20XX`（年份在来源中被隐去）；时期写作 `2020/2022`。
- `printed` 照录原文，错字也照录；`note_basis` 为 `suspected` 的行，数值疑为有误，统计时宜排除。
- `assessment` 各列由公布的数字按规则算出；`not_assessable` 只说明无法判断，不等于没有完成。""",
    """\
- Codes (such as `firm` or `ge`) in words: {codes}.
- Dates are EDTF: `2022`, `2022-06`, `20XX` (a year masked in the source); periods read `2020/2022`.
- `printed` repeats the source verbatim, misprints included; where `note_basis` is `suspected` the figure is probably \
corrupt and best left out of statistics.
- The `assessment` columns are computed from the reported figures; `not_assessable` only says that nothing can be told, \
not that a target was missed.""",
)


def encode(package: Package, form: Format = CANONICAL) -> bytes:
    """The README in both languages as the bytes of its file.

    Args:
        package: what it is about.
        form: the format of the data files beside it.
    """
    return "\n\n---\n\n".join((_part(package, form, "zh"), _part(package, form, "en") + "\n")).encode("utf-8")


def _part(package: Package, form: Format, lang: str) -> str:
    def of(text: Text) -> str:
        return text.of(lang)

    whole, canonical = package.plan_id is None, form is CANONICAL
    blocks = [
        f"# {markdown(of(package.title))}",
        markdown(of(package.description)),
        _edition(package, lang),
        f"## {of(_CONTENTS)}",
        of(_WHOLE_SCOPE if whole else _SCOPE),
        _contents(package, form, of),
        f"## {of(_READING)}",
        *([of(_DATA_PACKAGE)] if canonical else [f"{of(_FORMAT)}{of(form.name)}"]),
        f"{of(form.reading)}\n{of(_HOW)}",
        _other_formats(package, form, lang),
        f"## {of(_VALUES)}",
        of(_CAUTIONS).replace("{codes}", of(_CODES_IN[canonical])),
        *([f"## {of(_SOURCES)}", _sources(Same(package.plans), lang, whole)] if package.plans else []),
        f"## {of(_TERMS)}",
        f"[{of(licence.TITLE)}]({licence.ADDRESS}) ({licence.NAME})",
        citation.cite(package, markdown, markdown_address).of(lang),
    ]
    return "\n\n".join(blocks)


def _other_formats(package: Package, form: Format, lang: str) -> str:
    comma, stop = ("、", "。") if lang == "zh" else (", ", ".")
    if package.every_format:
        said, others = _OTHER_FORMATS, [other for other in offered(package) if other is not form]
    else:
        # So many plans are no workbook.
        said, others = _WHOLE_FORMATS, [other for other in FORMATS if other not in (form, xlsx.FORMAT)]
    return f"{said.of(lang)}{comma.join(other.name.of(lang) for other in others)}{stop}"


def _edition(package: Package, lang: str) -> str:
    day, place = package.as_of.isoformat(), markdown_address(package.homepage) if package.homepage else ""
    if lang == "zh":
        return f"版本 {package.version} · 数据截至 {day}" + (f" · 网站 {place}" if place else "")
    return f"Version {package.version} · as of {day}" + (f" · website {place}" if place else "")


def _contents(package: Package, form: Format, of: Callable[[Text], str]) -> str:
    suffix = form.suffix
    head = [] if form.by_table else [f"| `{package.name}{suffix}` | {of(form.name)} | {package.rows} |"]
    tables = (
        f"| `{table.name}{suffix if form.by_table else ''}` | {markdown(of(table.schema.title))} | {table.count} |"
        for table in package.tables
    )
    beside = (*((_DESCRIPTOR, _CSVW) if form is CANONICAL else (_DICTIONARY,)), *_OTHER_FILES)
    others = (f"| `{name}` | {of(title)} | |" for name, title in beside)
    return "\n".join((of(_TABLE_HEAD), *head, *tables, *others))


@lru_cache(maxsize=2)
def _sources(plans: Same[tuple[dict[str, Any], ...]], lang: str, whole: bool) -> str:
    """The plans; the whole's are in the README of every format, and of a thousand it takes a moment."""
    return "\n".join(_source(plan, lang, whole) for plan in plans.held)


def _source(plan: dict[str, Any], lang: str, whole: bool) -> str:
    """One plan: title, id, official address, what overrides its figures.

    Its own package also says what is odd in its text.
    """
    comma = "；" if lang == "zh" else "; "
    facts = [markdown(plan["title"][lang]), f"`{plan['id']}`"]
    if "official_url" in plan:
        facts.append(markdown_address(plan["official_url"]))
    notes = [*plan.get("overriding_notes", ()), *([] if whole else plan.get("notes", ()))]
    return "\n".join((f"- {comma.join(facts)}", *(f"  - {markdown(note[lang])}" for note in notes)))
