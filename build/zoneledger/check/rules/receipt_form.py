"""An audit's receipt is as the audit wrote it, and its plan is still there."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "receipt-form",
    Text("核对回执由 audit 写出，不手改", "A receipt is written by audit, not by hand"),
    Text(
        "用 git 恢复该文件，或重新运行 zoneledger audit；计划已不在就删去它。",
        "Restore the file with git or run zoneledger audit again; delete it where its plan is gone.",
    ),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Receipts that cannot be read or belong to no plan."""
    folder = catalogue.layout.receipts
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        place = Place(catalogue.layout.relative(path))
        if path.stem not in catalogue.plan_files or path.suffix != ".json" or path.is_symlink():
            yield Problem(RULE, place, path.name, Text("没有这个计划。", "There is no such plan."), fix=RULE.tip)
            continue
        try:
            plan_id = Receipt.from_json(path.read_text(encoding="utf-8")).plan_id
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield Problem(RULE, place, "", Text(f"无法读取：{error}", f"Cannot be read: {error}"), fix=RULE.tip)
            continue
        if plan_id != path.stem:
            yield Problem(RULE, place, plan_id, Text("是另一个计划的回执。", "It is another plan's."), fix=RULE.tip)
