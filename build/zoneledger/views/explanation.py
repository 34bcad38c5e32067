"""An assessment in words: what was promised, what was reported, and what follows."""

from __future__ import annotations

from zoneledger.assessment import REASONS, VERDICTS, Assessment
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import interval_words
from zoneledger.views.name import name
from zoneledger.views.quantity import figure, quantity
from zoneledger.views.statement import paired, statement

_CHANGE = {
    "increment": Text("增加", "an increase of "),
    "growth_rate": Text("增长", "growth of "),
    "cumulative": Text("累计", "in total "),
}


def explain(catalogue: Catalogue, assessment: Assessment) -> Text:
    """Both figures and the verdict, in one sentence each."""
    target, reason = assessment.target, assessment.reason
    promised = statement(catalogue, target)
    figures = [reported(catalogue, row) for row in assessment.evidence]
    zh, en = f"计划：{promised.zh}。", f"Promised: {promised.en}."
    if figures:
        zh += f"公布：{'；'.join(text.zh for text in figures)}。"
        en += f" Reported: {'; '.join(text.en for text in figures)}."
    label, why = VERDICTS[assessment.verdict], REASONS.get(reason, NOTHING)
    zh += f"判断：{label.zh}（{why.zh}）。" if why.zh else f"判断：{label.zh}。"
    en += f" Verdict: {label.en} ({why.en})." if why.en else f" Verdict: {label.en}."
    if reason == "other_indicator" and assessment.evidence:
        differs = relation(catalogue, target.text("indicator_id"), assessment.evidence[0].text("indicator_id"))
        zh, en = zh + differs.zh, f"{en} {differs.en}".rstrip()
    return Text(zh, en)


def reported(catalogue: Catalogue, row: Row) -> Text:
    """A reported figure with its scope, indicator and period."""
    what, qualifier = name(catalogue, "indicators", row["indicator_id"]), paired(row, "qualifier")
    if qualifier.zh:
        what = Text(f"{what.zh}（{qualifier.zh}）", f"{what.en} ({qualifier.en})")
    much, when = amount(catalogue, row), interval_words(row.text("period"))
    zh = f"{row.text('scope_printed')}{what.zh}{much.zh}（{when.zh}）"
    return Text(zh, f"{row.text('scope_en')}, {what.en}: {much.en} ({when.en})")


def relation(catalogue: Catalogue, wanted: str, given: str) -> Text:
    """How two indicators differ, as ``indicator_relations`` has it; nothing where they are not related there."""
    for row in catalogue.rows("indicator_relations"):
        pair = (row.text("from_indicator_id"), row.text("to_indicator_id"))
        if set(pair) == {wanted, given}:
            first, second = (name(catalogue, "indicators", one) for one in pair)
            return Text(
                f"（{first.zh}与{second.zh}：{row.text('difference_zh').rstrip('。')}。）",
                f"({first.en} / {second.en}: {row.text('difference_en')})",
            )
    return NOTHING


def amount(catalogue: Catalogue, row: Row) -> Text:
    """How much was reported, with the words its kind of value asks for."""
    if row["value_type"] != "rank":
        much, change = quantity(catalogue, "outcomes", row), _CHANGE.get(row.text("value_type"), NOTHING)
        return Text(change.zh + much.zh, change.en + much.en)
    place = figure(row)
    if row["comparator"] in ("le", "lt"):
        return Text(f"前{place.zh}名", f"among the first {place.en}")
    return Text(f"第{place.zh}名", f"place {place.en}")
