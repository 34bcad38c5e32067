"""What null means, column by column, written after the schemas' descriptions; ``tables.json`` and OpenAPI say it."""

from __future__ import annotations

from zoneledger.catalogue import Field
from zoneledger.problems import Text

_NOT_PRINTED = Text("原文没有写。", "The source does not state it.")
_NOTHING_TO_SAY = Text("没有要说明的。", "There is nothing to say.")
_NO_ZONE = Text("不限于一个开发区。", "It is not about a single zone.")
_NO_INDUSTRY = Text("不限于某一产业。", "It is not about a single industry.")
_NO_CLASS = Text("对象不是某级开发区。", "The scope is not a class of zones.")
_NO_RANGE = Text("不是区间，只有一个数。", "It is no range: there is one figure only.")
_NO_NOTE = Text("没有备注。", "There is no note.")
_NO_QUALIFIER = Text("没有门槛或限制。", "There is no threshold or restriction.")
_ROOT = Text("上面没有更高一层。", "Nothing stands above it.")
_NO_ACT = Text("责任不是取自正文里的行为。", "The duty does not rest on an act named in the running text.")
_JUDGED = Text("已能判断，不需要原因。", "It could be judged, and needs no reason.")
_UNKNOWN = Text("不知道。", "It is not known.")

#: By column; where a table differs, by table and column.
_MEANINGS: dict[str, Text] = {
    "act_en": _NO_ACT,
    "act_zh": _NO_ACT,
    "assessment_reason": _JUDGED,
    "baseline": Text("没有写明与哪一年比。", "No year of comparison is stated."),
    "benchmark": Text("不是与某个水平相比。", "It is not measured against a level."),
    "benchmark_en": Text("不是与某个水平相比。", "It is not measured against a level."),
    "doc_number": Text("原文没有印文号。", "No document number is printed."),
    "due": Text("原文没有写期限。", "The source states no deadline."),
    "due_basis": Text("没有期限，也就没有依据。", "There is no deadline, hence no basis of it."),
    "effective_from": Text("没有写明从何时起。", "No starting time is stated."),
    "enterprise": Text("原文没有写企业。", "No enterprise is printed."),
    "example_id": Text("没有哪一行照录了这个词语。", "No row quotes the term."),
    "industry_id": _NO_INDUSTRY,
    "issued_on": Text("成文日期没有印，也查不到。", "The date of signing is not printed and could not be found."),
    "issuer_en": _UNKNOWN,
    "issuer_zh": _UNKNOWN,
    "jurisdiction_code": Text("对象不是辖区，也不在某个辖区名下。", "The scope is no jurisdiction, nor described by one."),
    "manner": Text("没有写“按职责分工负责”。", "The words 按职责分工负责 (by division of duties) are not printed."),
    "marker_printed": Text("没有表示力度的词。", "No word sets the strength."),
    "note_basis": _NO_NOTE,
    "note_en": _NOTHING_TO_SAY,
    "note_url": Text("备注不依据另一份官方文本，或没有备注。", "No note rests on another official text."),
    "note_zh": _NOTHING_TO_SAY,
    "number_printed": Text("原文没有编号。", "No number is printed."),
    "official_url": Text("没有找到发布机关的网页。", "No page of the issuer was found."),
    "parent_code": _ROOT,
    "parent_id": _ROOT,
    "part_of": Text("不是另一个开发区的一部分。", "It is not part of another zone."),
    "period": Text("原文没有印出起止年份。", "First and last year are not printed."),
    "published_on": Text("发布日期查不到。", "The date of publication could not be found."),
    "qualifier": _NO_QUALIFIER,
    "qualifier_en": _NO_QUALIFIER,
    "reading_note_en": Text("照字面录入，不需要说明。", "It is coded as it reads, and needs no word."),
    "reading_note_zh": Text("照字面录入，不需要说明。", "It is coded as it reads, and needs no word."),
    "reported_on": Text("出处没有写公布日期。", "The source gives no date of publication."),
    "rule_en": Text("含义不由国家规定给出。", "No national rule settles the meaning."),
    "rule_zh": Text("含义不由国家规定给出。", "No national rule settles the meaning."),
    "see_also_id": Text("没有相近的词语。", "There is no term close to it."),
    "rrule": Text("不是定期重复的任务。", "The task does not recur at fixed times."),
    "summary_en": Text("只是标题，没有要概括的。", "It is a mere heading, with nothing to sum up."),
    "summary_zh": Text("只是标题，没有要概括的。", "It is a mere heading, with nothing to sum up."),
    "target_id": Text("没有相近的目标。", "There is no target near it."),
    "value_max": _NO_RANGE,
    "zone_class": _NO_CLASS,
    "zone_id": _NO_ZONE,
    "milestones.due": Text("没有一次性的期限；定期的见 rrule。", "There is no single deadline; recurring ones: see rrule."),
    "organizations.zone_id": Text("不属于开发区。", "It does not belong to a zone."),
    "plans.zone_id": Text("不是一个开发区自己的计划。", "The plan is not one zone's own."),
    "projects.zone_id": Text("原文没有写在哪个开发区。", "The zone is not printed."),
    "projects.industry_id": Text("原文没有写属于什么产业。", "The industry is not printed."),
    "outcomes.jurisdiction_code": Text(
        "数字说的不是辖区，也不是按辖区界定的对象。", "The figure is about no jurisdiction, nor about what one delimits."
    ),
    "outcomes.zone_id": Text("数字说的不是一个开发区。", "The figure is not about one zone."),
}


def null_meaning(table: str, field: Field) -> Text | None:
    """What null in a column means; None for a column that every row fills, and for lists, which are empty instead.

    Args:
        table: the table's name.
        field: its column.
    """
    if field.required:
        return None
    return _MEANINGS.get(f"{table}.{field.name}") or _MEANINGS.get(field.name, _NOT_PRINTED)


def is_explained(table: str, field: Field) -> bool:
    """Whether the meaning was written for this very column, and is not the general one."""
    return f"{table}.{field.name}" in _MEANINGS or field.name in _MEANINGS
