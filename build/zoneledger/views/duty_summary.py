"""What an organisation, or a function of government, has to do, in one sentence computed from its duties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zoneledger.edtf import is_redacted, latest
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words
from zoneledger.views.duty_index import Stub
from zoneledger.views.partner import Partners

_ROLES = {
    "lead": ("牵头 {} 项", "leads {}"),
    "responsible": ("负责 {} 项", "answers for {}"),
    "cooperating": ("配合 {} 项", "supports {}"),
}


def duty_summary(stubs: Sequence[Stub], plan: Text | None, partners: Partners) -> Text:
    """The sentence; empty where there are no duties.

    Args:
        stubs: the duties.
        plan: the plan's short title, where all of them stand in one plan.
        partners: those named beside it.
    """
    if not stubs:
        return NOTHING
    clauses = [_roles(stubs, plan), _partner(partners), _first_deadline(stubs)]
    zh, en = "".join(clause.zh for clause in clauses), " ".join(clause.en for clause in clauses if clause.en)
    return Text(zh, en)


def _roles(stubs: Sequence[Stub], plan: Text | None) -> Text:
    counts = Counter(stub.row.text("role") for stub in stubs)
    zh = "、".join(words[0].format(counts[role]) for role, words in _ROLES.items() if counts[role])
    en = [words[1].format(counts[role]) for role, words in _ROLES.items() if counts[role]]
    listed = " and ".join(filter(None, [", ".join(en[:-1]), en[-1]]))
    total, plans = len(stubs), len({stub.row["plan_id"] for stub in stubs})
    many = "1 duty" if total == 1 else f"{total:,} duties"
    if plan:
        return Text(f"在{plan.zh}中{zh}。", f"{plan.en} gives it {many}: it {listed}.")
    return Text(f"在 {plans} 个计划中{zh}。", f"{plans:,} plans give it {many}: it {listed}.")


def _partner(partners: Partners) -> Text:
    if not partners.ranked:
        alone = "It is named alone in its only measure." if partners.measures == 1 else "It is named alone throughout."
        return Text("所列措施都只写它一家。", alone)
    most = partners.ranked[0].measures
    first = [partner for partner in partners.ranked if partner.measures == most]
    if len(first) > 2:
        return NOTHING
    # Two level partners are both named; English names hold an "and" of their own.
    zh, en = "、".join(partner.name.zh for partner in first), ", level with ".join(partner.name.en for partner in first)
    each = Text("各", " each") if len(first) > 1 else NOTHING
    shared = f"{most:,} measure{'' if most == 1 else 's'}"
    return Text(
        f"最常与{zh}写在同一项措施里（{each.zh}{most} 项）。",
        f"It is most often named beside {en} ({shared}{each.en}).",
    )


def _first_deadline(stubs: Sequence[Stub]) -> Text:
    dated = [stub.due for stub in stubs if stub.due and not is_redacted(stub.due)]
    if not dated:
        return NOTHING
    first = date_words(min(dated, key=latest))
    count, whole = len(dated), len(stubs)
    return Text(
        f"其中 {count} 项所在的措施写有期限，最早的是{first.zh}。",
        f"The measures of {count:,} of these {whole:,} have a deadline, the first being {first.en}."
        if whole > 1
        else f"Its measure has a deadline, {first.en}.",
    )
