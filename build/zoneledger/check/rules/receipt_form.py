"""An audit's receipt is as the audit wrote it, and its plan is still there."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.json_files import read_text
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "receipt-form",
    Text("核对回执由 audit 写出，不手改", "A receipt is written by audit, not by hand"),
    Text(
        "用 git 恢复该文件，或重新运行 zoneledger audit；计划已不在就删去它。",
        "Restore the file with git or run zoneledger audit again; delete it where its plan is gone.",
    ),
    why=Text(
        "回执证明每一行当时在原文里找得到。手改过的回执证明不了什么。",
        "A receipt proves that each row was found in its source. One changed by hand proves nothing.",
    ),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Receipts that cannot be read or belong to no plan."""
    folder = catalogue.layout.receipts
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if catalogue.layout.plans / path.stem in catalogue.unread:
            continue
        place = Place(catalogue.layout.relative(path))
        if path.stem not in catalogue.plan_files or path.suffix != ".json" or path.is_symlink():
            yield Problem(RULE, place, path.name, Text("没有这个计划。", "There is no such plan."), fix=RULE.tip)
            continue
        try:
            plan_id = Receipt.from_json(read_text(path)).plan_id
        except (ValueError, KeyError, TypeError) as error:
            message = Text(
                "内容与 audit 写出的不同，无法读取。", "It cannot be read: audit would have written something else."
            )
            yield Problem(RULE, place, f"{type(error).__name__}: {error}", message, fix=RULE.tip)
            continue
        if plan_id != path.stem:
            yield Problem(RULE, place, plan_id, Text("是另一个计划的回执。", "It is another plan's."), fix=RULE.tip)
