"""``README.md`` of a package: what is in it, how to read it, what to beware of; Chinese first, then English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zoneledger.packages import checksums, citation, descriptor, licence
from zoneledger.packages.package import Package
from zoneledger.packages.plain_text import markdown, markdown_address
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
_OTHER_FILES = (
    (
        descriptor.FILE_NAME,
        Text("描述文件：各表各列的含义、代码、主键与外键", "Descriptor: columns, codes, primary and foreign keys"),
    ),
    (checksums.FILE_NAME, Text("各文件的 SHA-256", "SHA-256 of every file")),
    (licence.FILE_NAME, Text("许可协议", "Licence")),
    (citation.FILE_NAME, Text("引用写法", "Citation")),
)
_SCOPE = Text(
    "本数据包只含这一个计划，以及其各行所引用的公共列表中的行，可单独校验。没有行的表只有表头。",
    "This package holds one plan and those rows of the shared lists that its rows refer to; it validates on its own. "
    "A table without rows is its header alone.",
)
_WHOLE_SCOPE = Text(
    "本数据包含全部计划与全部公共列表。没有行的表只有表头。",
    "This package holds every plan and every shared list. A table without rows is its header alone.",
)
_HOW = Text(
    """\
这是一个 Data Package v2（<https://datapackage.org>）。各表均为 UTF-8 编码、逗号分隔的 CSV。

- Python：`pandas.read_csv("targets.csv")`；行政区划代码按文本读取：\
`pandas.read_csv("zones.csv", dtype={"jurisdiction_code": str})`
- 校验全部规则与外键：`frictionless validate datapackage.json`
- 校验文件是否完整：`sha256sum -c SHA256SUMS`
- Windows 版 Excel：直接双击打开会乱码。请用“数据 → 自文本/CSV”导入，文件原始格式选“65001: Unicode (UTF-8)”。""",
    """\
This is a Data Package v2 (<https://datapackage.org>). Every table is a comma-separated CSV file in UTF-8.

- Python: `pandas.read_csv("targets.csv")`; read jurisdiction codes as text: \
`pandas.read_csv("zones.csv", dtype={"jurisdiction_code": str})`
- All rules and foreign keys: `frictionless validate datapackage.json`
- Whether the files are intact: `sha256sum -c SHA256SUMS`
- Excel on Windows shows Chinese text garbled when a file is opened by double-click. Import it with Data → \
From Text/CSV and choose “65001: Unicode (UTF-8)” as the file origin.""",
)
_CAUTIONS = Text(
    """\
- 单元格是原始值，没有为电子表格软件转义：以 `=`、`+`、`-`、`@` 开头的文字原样保留，电子表格可能把它当作公式。
- 代码（如 `firm`、`ge`）的中英文写法见 `datapackage.json` 中该列的 `labels`。
- 日期采用 EDTF：`2022`、`2022-06`、`20XX`（年份在来源中被隐去）；时期写作 `2020/2022`。
- `printed` 照录原文，错字也照录；`note_basis` 为 `suspected` 的行，数值疑为有误，统计时宜排除。
- `assessment` 各列由公布的数字按规则算出；`not_assessable` 只说明无法判断，不等于没有完成。""",
    """\
- Cells are raw values, not escaped for spreadsheets: text that begins with `=`, `+`, `-` or `@` stays as it is, and a \
spreadsheet may take it for a formula.
- The `labels` of a column in `datapackage.json` give its codes (such as `firm` or `ge`) in words.
- Dates are EDTF: `2022`, `2022-06`, `20XX` (a year masked in the source); periods read `2020/2022`.
- `printed` repeats the source verbatim, misprints included; where `note_basis` is `suspected` the figure is probably \
corrupt and best left out of statistics.
- The `assessment` columns are computed from the reported figures; `not_assessable` only says that nothing can be told, \
not that a target was missed.""",
)


def encode(package: Package) -> bytes:
    """The README in both languages as the bytes of its file."""
    return "\n\n---\n\n".join((_part(package, "zh"), _part(package, "en") + "\n")).encode("utf-8")


def _part(package: Package, lang: str) -> str:
    def of(text: Text) -> str:
        return text.of(lang)

    whole = package.plan_id is None
    blocks = [
        f"# {markdown(of(package.title))}",
        markdown(of(package.description)),
        _edition(package, lang),
        f"## {of(_CONTENTS)}",
        of(_WHOLE_SCOPE if whole else _SCOPE),
        _contents(package, of),
        f"## {of(_READING)}",
        of(_HOW),
        f"## {of(_VALUES)}",
        of(_CAUTIONS),
        *(
            [f"## {of(_SOURCES)}", "\n".join(_source(plan, lang, whole) for plan in package.plans)]
            if package.plans
            else []
        ),
        f"## {of(_TERMS)}",
        f"[{of(licence.TITLE)}]({licence.ADDRESS}) ({licence.NAME})",
        citation.cite(package, markdown, markdown_address).of(lang),
    ]
    return "\n\n".join(blocks)


def _edition(package: Package, lang: str) -> str:
    day, place = package.as_of.isoformat(), markdown_address(package.homepage) if package.homepage else ""
    if lang == "zh":
        return f"版本 {package.version} · 数据截至 {day}" + (f" · 网站 {place}" if place else "")
    return f"Version {package.version} · as of {day}" + (f" · website {place}" if place else "")


def _contents(package: Package, of: Callable[[Text], str]) -> str:
    tables = (
        f"| `{table.name}.csv` | {markdown(of(table.schema.title))} | {len(table.records)} |"
        for table in package.tables
    )
    others = (f"| `{name}` | {of(title)} | |" for name, title in _OTHER_FILES)
    return "\n".join((of(_TABLE_HEAD), *tables, *others))


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
