"""The words of every verdict and reason: neutral, in both languages, and only here.

``schemas/targets.json`` and ``schemas/outcomes.json`` repeat them, since they are published; a test compares the two.
"""

from __future__ import annotations

from zoneledger.problems import Text

MET = "met"
NOT_MET = "not_met"
ON_TRACK = "on_track"
EXCEEDED = "exceeded_before_start"
NOT_ASSESSABLE = "not_assessable"

VERDICTS = {
    MET: Text("达到", "met"),
    NOT_MET: Text("未达到", "not met"),
    ON_TRACK: Text("期限前已达到", "reached before its deadline"),
    EXCEEDED: Text("计划开始前已达到", "reached before the plan began"),
    NOT_ASSESSABLE: Text("无法判断", "cannot be judged"),
}

#: In the order in which they are looked for: of several figures, the one that got furthest gives the reason.
REASONS = {
    "no_evidence": Text("没有查到公布的数字", "no reported figure was found"),
    "suspected": Text("计划所印的数字可能有误", "the figure printed in the plan may be wrong"),
    "redacted": Text("计划的日期被遮去", "a date of the plan is blanked"),
    "no_deadline": Text("计划没有写期限", "the plan gives no deadline"),
    "other_scope": Text("对象不同", "the scope differs"),
    "part_of_scope": Text("只是对象的一部分", "the figure covers only a part of the scope"),
    "other_indicator": Text("指标不同", "the indicator differs"),
    "baseline_missing": Text("缺少比较的起点", "the starting point of the comparison is missing"),
    "other_value_type": Text("总数与变化量不能相比", "one is a total or level, the other a change"),
    "other_unit": Text("单位不同", "the unit differs"),
    "other_recurrence": Text("一年的数与年均数不能相比", "one is a single figure, the other a yearly average"),
    "other_period": Text("时期不同", "the period differs"),
    "late": Text("期限之后的数字", "the figure is from after the deadline"),
    "before_start": Text("计划开始前的数字，当时未达到", "the figure is from before the plan and falls short"),
    "not_yet_due": Text("期限前的数字，当时未达到", "the figure is from before the deadline and falls short"),
    "bound_too_weak": Text("只公布了大致范围，定不了", "the reported figure is only a bound and leaves it open"),
    "beyond_exact_figure": Text(
        "多于计划写明的确数；算不算完成，计划没有写",
        "more than the exact number in the plan, which does not say whether more will do",
    ),
    "years_missing": Text("只有部分年份的数字", "only some of the years have a figure"),
    "conflicting_evidence": Text("公布的数字互相矛盾", "the reported figures contradict each other"),
}

#: The same reasons where there is room for two or three words.
BRIEF = {
    "no_evidence": Text("没有数字", "no figure found"),
    "suspected": Text("计划数字存疑", "plan may be wrong"),
    "redacted": Text("日期被遮去", "date blanked"),
    "no_deadline": Text("没有期限", "no deadline"),
    "other_scope": Text("对象不同", "other scope"),
    "part_of_scope": Text("只有部分对象", "part of the scope"),
    "other_indicator": Text("指标不同", "other indicator"),
    "baseline_missing": Text("缺比较的起点", "no starting point"),
    "other_value_type": Text("总数与变化量", "total and change"),
    "other_unit": Text("单位不同", "other unit"),
    "other_recurrence": Text("一年与年均", "year and average"),
    "other_period": Text("时期不同", "other period"),
    "late": Text("期限后的数字", "after the deadline"),
    "before_start": Text("计划前的数字", "before the plan"),
    "not_yet_due": Text("期限前的数字", "before deadline"),
    "bound_too_weak": Text("只有大致范围", "only a bound"),
    "beyond_exact_figure": Text("多于确数", "above exact figure"),
    "years_missing": Text("年份不全", "years missing"),
    "conflicting_evidence": Text("数字互相矛盾", "figures conflict"),
}

#: Reasons that one figure alone cannot give.
TARGET_ONLY = ("no_evidence", "years_missing", "conflicting_evidence")
