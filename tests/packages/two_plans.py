"""A made-up dataset of two plans, small enough to state every expected row of every package."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from zoneledger.catalogue import Field, TableSchema, load_schemas

Rows = Sequence[Mapping[str, str]]

#: Everything a title can carry that a Markdown reader would take for markup.
HOSTILE_TITLE = "1. [pay](https://evil.example) <script>alert(1)</script> | `rm` **www.evil.example** a@evil.example"
#: A cell that needs quotes in CSV and is a formula to a spreadsheet.
HOSTILE_CELL = '=HYPERLINK("https://evil.example","点,我")\n第二行'

REFERENCE: dict[str, Rows] = {
    "jurisdictions": [
        {"code": "360000"},
        {"code": "360700", "parent_code": "360000"},
        {"code": "410000"},
        {"code": "411700", "parent_code": "410000"},
        {"code": "990000"},
    ],
    "units": [
        {"id": "yuan", "symbol_zh": "元", "base_unit_id": "yuan"},
        {"id": "yi-yuan", "symbol_zh": "亿元", "factor": "100000000", "base_unit_id": "yuan"},
        {"id": "jia", "symbol_zh": "家", "base_unit_id": "jia"},
        {"id": "mu", "symbol_zh": "亩", "factor": "0.00001", "base_unit_id": "mu"},
    ],
    "industries": [
        {"id": "manufacturing", "name_zh": "制造业"},
        {"id": "chips", "name_zh": "芯片", "parent_id": "manufacturing"},
        {"id": "fishing", "name_zh": "渔业"},
    ],
    "agency_types": [
        {"id": "finance", "name_zh": "财政"},
        {"id": "commerce", "name_zh": "商务"},
        {"id": "culture", "name_zh": "文化"},
    ],
    "zones": [
        {"id": "east-zone", "jurisdiction_code": "360700"},
        {"id": "east-park", "jurisdiction_code": "360700", "part_of": "east-zone"},
        {"id": "west-zone", "jurisdiction_code": "411700"},
    ],
    "organizations": [
        {"id": "east-finance", "agency_type_id": "finance", "jurisdiction_code": "360700", "zone_id": "east-park"},
        {"id": "west-commerce", "agency_type_id": "commerce", "jurisdiction_code": "411700"},
    ],
    "indicators": [
        {"id": "revenue", "default_unit_id": "yi-yuan"},
        {"id": "profit", "default_unit_id": "yi-yuan"},
        {"id": "firms", "default_unit_id": "jia"},
    ],
    "indicator_relations": [
        {"from_indicator_id": "revenue", "to_indicator_id": "profit"},
        {"from_indicator_id": "revenue", "to_indicator_id": "firms"},
    ],
}

PLANS: dict[str, dict[str, Rows]] = {
    "alpha-2020": {
        "measures": [
            {"id": "alpha-2020-m01", "locator": "一"},
            {"id": "alpha-2020-m02", "locator": "一/1", "parent_id": "alpha-2020-m01", "position": "2"},
        ],
        "targets": [
            {
                "id": "alpha-2020-t001",
                "measure_id": "alpha-2020-m02",
                "indicator_id": "revenue",
                "industry_id": "chips",
                "value": "5000",
                "unit_id": "yi-yuan",
            },
            {
                "id": "alpha-2020-t002",
                "measure_id": "alpha-2020-m02",
                "indicator_id": "profit",
                "value": "2.50",
                "unit_id": "yi-yuan",
            },
        ],
        "responsibilities": [
            {"id": "alpha-2020-r001", "measure_id": "alpha-2020-m01", "organization_id": "east-finance"},
        ],
    },
    "beta-2021": {
        "measures": [{"id": "beta-2021-m01", "locator": "一", "summary_zh": HOSTILE_CELL}],
        "targets": [
            {"id": "beta-2021-t001", "measure_id": "beta-2021-m01", "indicator_id": "firms", "unit_id": "jia"},
        ],
        "target_zones": [{"target_id": "beta-2021-t001", "zone_id": "west-zone"}],
    },
}


def make(root: Path, schemas: Path) -> None:
    """Write the dataset below `root`, with a copy of the schemas that rule it."""
    shutil.copytree(schemas, root / "schemas")
    (root / "mkdocs.yml").write_text("site_url: https://ledger.example/\n", encoding="utf-8")
    datasets = root / "datasets"
    write_yaml(
        datasets / "dataset.yml",
        {
            "name": "zoneledger",
            "title": {"zh": "两个计划", "en": "Two plans"},
            "description": {"zh": "虚构的数据。", "en": "Made-up data."},
            "version": "1.2.3",
            "as_of": "2026-11-21",
            "licence": "CC-BY-4.0",
        },
    )
    rules = load_schemas(schemas)
    for name, rows in REFERENCE.items():
        write_table(datasets / "reference", rules[name], rows)
    for plan_id, tables in PLANS.items():
        title = {"zh": "甲市行动计划", "en": "Plan of City A"}
        if plan_id == "beta-2021":
            title = {"zh": "乙市行动计划", "en": HOSTILE_TITLE}
        write_yaml(datasets / "plans" / plan_id / "plan.yml", plan_file(plan_id, title))
        for name, rows in tables.items():
            write_table(datasets / "plans" / plan_id, rules[name], rows)


def plan_file(plan_id: str, title: dict[str, str]) -> dict[str, Any]:
    """A `plan.yml` with everything its schema asks for."""
    content: dict[str, Any] = {
        "id": plan_id,
        "title": title,
        "short_title": {"zh": "计划", "en": "Plan"},
        "summary": {"zh": "概要。", "en": "Summary."},
        "issuers": [{"zh": "市政府", "en": "City government"}],
        "issuers_basis": "printed",
        "jurisdiction": "360700" if plan_id == "alpha-2020" else "411700",
        "source": {"file": "text.txt", "sha256": "0" * 64, "first_words": "开头的话", "last_words": "结尾的话"},
        "completeness": ["complete"],
        "script": "hans",
        "status": "unknown",
        "overriding_notes": [{"zh": "以下达任务为准。", "en": "Assigned tasks prevail."}],
        "notes": [{"zh": "有错字。", "en": "Misprints occur.", "basis": "printed_error"}],
    }
    if plan_id == "beta-2021":
        content["official_url"] = "https://city.example/plan?a=1&b=<2>"
    return content


def write_yaml(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def write_table(folder: Path, schema: TableSchema, rows: Rows) -> None:
    """Write a contributor's file; a required cell that a row does not name gets a value its type allows."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{schema.name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, schema.columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            filled = {field.name: _any_value(field) for field in schema.fields if field.required and not field.derived}
            writer.writerow({**filled, **row})


def _any_value(field: Field) -> str:
    if field.enum:
        return field.enum[0]
    return {"integer": "1", "number": "1", "boolean": "false"}.get(field.type, "某物")
