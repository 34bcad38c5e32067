"""An invented plan in every form of numbering, with its tables, written as a small checkout."""

from __future__ import annotations

import csv
import hashlib
import shutil
from pathlib import Path

import yaml

from zoneledger.catalogue.schemas import load_schemas

PLAN = "yunshan-2021"

TEXT = """网页抬头:云山市政府 分享
为促进云山市开发区提质,制定本方案。
一、主要目标
到2023年,全市开发区营业收入力争超1200亿元,引进项目3-5个;独角兽企业、瞪羚企业分别达1家、20家,利润率达到12.5%。
(一)产业方向
把新型材料作为首位产业。
二、主要任务
(一)做强产业。市工信局编制图谱,2021年6月底前出台。市工信局每年报告一次。引进项目2个。〔牵头单位:市工信局、市科技局;责任单位:各县(市、区)政府,各开发区等〕(二)节约用地。闲置2年及以上的收回。
1、盘活存量
发展目标:盘活500亩。
重点方向:引进项目2个,再引进项目2个。
(1)清理。全面清理。(责任单位:市税务局、财政局按职责分工负责)
(2)监测。高于全省平均水平。
责任单位:市统计局
附件:任务分工

附  件
任务分工

序号
任务
牵头部门
配合部门

做强产业,提质增效

1
产业图谱
市工信局
市科技局、统计局,

2
用地盘活
市财政局
各县区人民政府
分享到:微信 1200亿元
"""


def measure(number: int, locator: str, printed: str, title: str, parent: int = 0) -> dict[str, object]:
    return {
        "id": f"{PLAN}-m{number:02}",
        "parent_id": f"{PLAN}-m{parent:02}" if parent else "",
        "position": number,
        "number_printed": printed,
        "kind": "measure",
        "title_zh": title,
        "title_basis": "printed",
        "locator": locator,
    }


MEASURES = [
    measure(1, "一", "一、", "主要目标"),
    measure(2, "一/(一)", "(一)", "产业方向", 1),
    measure(3, "二", "二、", "主要任务"),
    measure(4, "二/(一)", "(一)", "做强产业", 3),
    measure(5, "二/(二)", "(二)", "节约用地", 3),
    measure(6, "二/(二)/1", "1、", "盘活存量", 5),
    measure(7, "二/(二)/1/(1)", "(1)", "清理", 6),
    measure(8, "二/(二)/1/(2)", "(2)", "监测", 6),
    measure(9, "附件", "", "任务分工"),
]


def target(number: int, measure_number: int, anchor: tuple[str, str], worth: tuple[object, str], **more: object) -> dict[str, object]:
    return {
        "id": f"{PLAN}-t{number:03}",
        "measure_id": f"{PLAN}-m{measure_number:02}",
        "scope_printed": "全市开发区",
        "comparator": "eq",
        "strength": "unmarked",
        "recurrence": "once",
        "value": worth[0],
        "unit_id": worth[1],
        "locator": anchor[0],
        "printed": anchor[1],
        "occurrence": 1,
        "member": 1,
        **more,
    }


YEAR = {"due": "2023", "due_basis": "stated"}
STRETCH = {"strength": "stretch", "marker_printed": "力争", **YEAR}
LEAST = {"comparator": "ge", **YEAR}
FIRMS = "1家、20家"
ABOVE = {"comparator": "gt", "benchmark": "全省平均水平"}
TARGETS = [
    target(1, 1, ("一", "1200亿元"), (1200, "yi-yuan"), **STRETCH | {"comparator": "gt"}),
    target(2, 1, ("一", "3-5个"), (3, "item"), value_max=5, **STRETCH | {"comparator": "between"}),
    target(3, 1, ("一", FIRMS), (1, "enterprise"), **LEAST),
    target(4, 1, ("一", FIRMS), (20, "enterprise"), member=2, **LEAST),
    target(5, 1, ("一", "12.5%"), (12.5, "percent"), **LEAST),
    target(6, 4, ("二/(一)", "引进项目2个"), (2, "item")),
    target(7, 6, ("二/(二)/1/发展目标", "500亩"), (500, "mu")),
    target(8, 6, ("二/(二)/1/重点方向", "引进项目2个"), (2, "item")),
    target(9, 6, ("二/(二)/1/重点方向", "引进项目2个"), (2, "item"), occurrence=2),
    target(10, 7, ("二/(二)/1/(1)", "全面清理"), (100, "percent")),
    target(11, 8, ("二/(二)/1/(2)", "高于全省平均水平"), (0, "percent"), **ABOVE),
]
INSTRUMENTS = [
    {**target(1, 5, ("二/(二)", "2年及以上"), (2, "year"), comparator="ge"), "id": f"{PLAN}-i001"},
]
MILESTONES = [
    {**target(1, 4, ("二/(一)", "2021年6月底前"), ("", "")), "id": f"{PLAN}-s001", "due": "2021-06"},
]


def duties(measure_number: int, anchor: str, basis: str, role: str, names: str, **more: object) -> list[dict[str, object]]:
    locator = next(str(row["locator"]) for row in MEASURES if row["id"] == f"{PLAN}-m{measure_number:02}")
    return [
        {
            "measure_id": f"{PLAN}-m{measure_number:02}",
            "locator": locator,
            "anchor_locator": anchor,
            "basis": basis,
            "role": role,
            "list_open": "false",
            "position": position,
            "printed": name,
            "occurrence": 1,
            **more,
        }
        for position, name in enumerate(names.split("|"), 1)
    ]


DIVIDED = {"manner": "by_division"}
GROUP = "附件/做强产业"
RESPONSIBILITIES = [
    *duties(4, "二/(一)", "bracket", "lead", "市工信局|市科技局"),
    *duties(4, "二/(一)", "bracket", "responsible", "各县(市、区)政府|各开发区", list_open="true"),
    *duties(4, "二/(一)", "text", "lead", "市工信局", position=3, occurrence=2),
    *duties(7, "二/(二)/1/(1)", "bracket", "responsible", "市税务局|财政局", **DIVIDED),
    *duties(8, "二/(二)/1/(2)", "line", "responsible", "市统计局"),
    *duties(2, f"{GROUP}/1", "annex", "lead", "市工信局"),
    *duties(2, f"{GROUP}/1", "annex", "cooperating", "市科技局|统计局"),
    *duties(5, f"{GROUP}/2", "annex", "lead", "市财政局"),
    *duties(5, f"{GROUP}/2", "annex", "cooperating", "各县区人民政府"),
]
for index, row in enumerate(RESPONSIBILITIES, 1):
    row["id"] = f"{PLAN}-r{index:03}"
NAMES = list(dict.fromkeys(row["printed"] for row in RESPONSIBILITIES))
ALIASES = [{"printed": name, "organization_id": f"org-{index}"} for index, name in enumerate(NAMES)]
for row in RESPONSIBILITIES:
    row["organization_id"] = f"org-{NAMES.index(row['printed'])}"
EXCLUSIONS = [{"locator": "二/(一)", "printed": "报告一次", "occurrence": 1, "member": 1, "reason": "recurrence"}]

TABLES = {
    "measures": MEASURES,
    "targets": TARGETS,
    "instruments": INSTRUMENTS,
    "milestones": MILESTONES,
    "responsibilities": RESPONSIBILITIES,
    "organization_aliases": ALIASES,
    "exclusions": EXCLUSIONS,
}
UNITS = (
    ("yi-yuan", "亿元", "money"),
    ("item", "个", "count"),
    ("enterprise", "家", "count"),
    ("percent", "%", "share"),
    ("mu", "亩", "area"),
    ("year", "年", "time"),
)


def write_checkout(root: Path, folder: Path) -> tuple[Path, Path]:
    """Writes the invented plan.

    Args:
        root: the real checkout, for its schemas.
        folder: an empty folder.

    Returns:
        The invented checkout and its folder of sources.
    """
    checkout, sources = folder / "checkout", folder / "sources"
    shutil.copytree(root / "schemas", checkout / "schemas")
    sources.mkdir()
    (sources / f"{PLAN}.txt").write_text(TEXT, encoding="utf-8")
    schemas = load_schemas(checkout / "schemas")
    plan = checkout / "datasets" / "plans" / PLAN
    plan.mkdir(parents=True)
    (checkout / "datasets" / "reference").mkdir()
    (plan / "plan.yml").write_text(plan_file(), encoding="utf-8")
    shutil.copy2(root / "tests" / "fixtures" / "small" / "datasets" / "dataset.yml", checkout / "datasets")
    units = [{"id": unit, "symbol_zh": symbol, "quantity_kind": kind} for unit, symbol, kind in UNITS]
    write_table(checkout / "datasets" / "reference" / "units.csv", schemas["units"].columns, units)
    for table, rows in TABLES.items():
        write_table(plan / f"{table}.csv", schemas[table].columns, rows)
    return checkout, sources


def write_table(path: Path, columns: tuple[str, ...], rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def plan_file() -> str:
    names = {"zh": "云山", "en": "Yunshan"}
    content = {
        "id": PLAN,
        **{key: dict(names) for key in ("title", "short_title", "summary")},
        "issuers": [dict(names)],
        "issuers_basis": "printed",
        "jurisdiction": "990100",
        "source": {
            "file": f"{PLAN}.txt",
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "first_words": "为促进云山市开发区提质",
            "last_words": "市财政局\n各县区人民政府"[-7:],
        },
        "completeness": ["complete"],
        "script": "hans",
        "status": "unknown",
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
