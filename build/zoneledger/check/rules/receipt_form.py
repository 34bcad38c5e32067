"""An audit's receipt is as the audit wrote it, and its plan is still there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.json_files import read_text
from zoneledger.check.scope import Scope
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
SCOPE = Scope.ACROSS

UNREADABLE, ANOTHER = "unreadable", "another"
MESSAGES = {
    UNREADABLE: Text(
        "内容与 audit 写出的不同，无法读取。", "It cannot be read: audit would have written something else."
    ),
    ANOTHER: Text("是另一个计划的回执。", "It is another plan's."),
}


def extract(catalogue: Catalogue, plan_id: str) -> list[str]:
    """What is wrong with a plan's receipt: the kind of fault and the value to show; nothing where all is well."""
    path = catalogue.layout.receipts / f"{plan_id}.json"
    if path.is_symlink() or not path.exists():
        return []
    try:
        named = Receipt.from_json(read_text(path)).plan_id
    except (ValueError, KeyError, TypeError) as error:
        return [UNREADABLE, f"{type(error).__name__}: {error}"]
    return [] if named == plan_id else [ANOTHER, named]


def gather(shared: Catalogue, extracts: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Receipts that cannot be read or belong to no plan."""
    folder = shared.layout.receipts
    unread = {path.name for path in shared.unread}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.stem in unread:
            continue
        place = Place(shared.layout.relative(path))
        if path.stem not in extracts or path.suffix != ".json" or path.is_symlink():
            yield Problem(RULE, place, path.name, Text("没有这个计划。", "There is no such plan."), fix=RULE.tip)
        elif extracts[path.stem]:
            kind, value = extracts[path.stem]
            yield Problem(RULE, place, value, MESSAGES[kind], fix=RULE.tip)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """The same from all plans of a catalogue."""
    return gather(catalogue, {plan_id: extract(catalogue, plan_id) for plan_id in catalogue.plan_files})
