"""The kinds of planted faults in Chinese; in English a kind is its own name."""

from __future__ import annotations

NAMES = {
    "figure": "原文中的数字", "value": "数值", "unit": "单位", "comparator": "比较符", "strength": "力度", "recurrence": "频次", "marker": "力度用词",
    "due year": "年份", "printed": "原文片段", "locator": "位置", "occurrence": "第几处", "member": "第几个", "role": "责任角色",
    "organisation": "责任单位", "organisation id": "责任单位编号", "list_open": "名单未尽", "manner": "负责方式", "row deleted": "删行",
    "stale exclusion": "多余的排除", "measure title": "措施标题",
}  # fmt: skip
