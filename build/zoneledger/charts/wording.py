"""Sentences that several charts have in common."""

from __future__ import annotations

from collections.abc import Sequence

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import bilingual

TOTAL = Text("合计", "total")


def listed(names: Sequence[Text]) -> Text:
    """Names as a list in running text."""
    zh = "、".join(name.zh for name in names)
    if len(names) < 2:
        return Text(zh, "".join(name.en for name in names))
    return Text(zh, ", ".join(name.en for name in names[:-1]) + f" and {names[-1].en}")


def sentences(parts: Sequence[Text]) -> Text:
    """Sentences as a paragraph; empty ones are dropped."""
    full = [part for part in parts if part != NOTHING]
    return Text("".join(part.zh for part in full), " ".join(part.en for part in full))


def many(count: int, one: str, more: str) -> str:
    """An English count with its noun.

    >>> many(1, "target", "targets"), many(2, "target", "targets")
    ('1 target', '2 targets')
    """
    return f"{count} {one if count == 1 else more}"


def without_suspected(rows: Sequence[Row]) -> tuple[list[Row], Text]:
    """The rows that charts may use, and a sentence on those they leave out.

    Args:
        rows: of a table with ``note_basis``.
    """
    kept = [row for row in rows if row["note_basis"] != "suspected"]
    return kept, left_out(len(rows) - len(kept))


def left_out(count: int) -> Text:
    """The sentence on rows that charts leave out; nothing where there are none.

    Args:
        count: how many.
    """
    if not count:
        return NOTHING
    return Text(
        f"原文疑为有误的 {count} 条没有计入。", f"{many(count, 'row', 'rows')} with a suspect original left out."
    )


def of_targets(total: int, left: int) -> Text:
    """``241 个目标中``: the targets that a chart counts, naming those it leaves out as suspected.

    Args:
        total: how many are counted.
        left: how many are left out.
    """
    if not left:
        return Text(f"{total} 个目标中", f"of {many(total, 'target', 'targets')}")
    verb = "is" if left == 1 else "are"
    return Text(
        f"除 {left} 条疑误外的 {total} 个目标中",
        f"of {many(total, 'target', 'targets')}, leaving out {left} that {verb} suspected corrupt",
    )


def of_plans(count: int) -> Text:
    """Where the numbers come from: so many plans."""
    return Text(
        f"来源：已收录的 {count} 个计划的原文。",
        f"Source: the {'text' if count == 1 else 'texts'} of {many(count, 'plan', 'plans')}.",
    )


def plan_title(catalogue: Catalogue, plan_id: str) -> Text:
    """A plan's short title."""
    row = catalogue.row("plans", plan_id)
    # Rows may stand in a folder before its plan.yml does; the check says so.
    return bilingual(row, "short_title") if row else Text(plan_id, plan_id)


def source(catalogue: Catalogue, plan_id: str) -> Text:
    """Where the numbers come from: a plan's text."""
    title = catalogue.plan_files[plan_id]["short_title"]
    return Text(f"来源：《{title['zh']}》原文。", f"Source: text of “{title['en']}”.")
