"""Why a row is in no calendar; each reason is counted and shown beside the calendars."""

from __future__ import annotations

from zoneledger.problems import Text

NO_DATE = "no_date"
REDACTED = "redacted"
NO_PERIOD = "no_period"
NO_TURN = "no_turn"
ONCE = "once"
UNSPECIFIED = "unspecified"

#: Reason → its words, in the order in which a page shows them.
REASONS = {
    NO_DATE: Text("文件没有写期限", "The document gives no deadline"),
    REDACTED: Text("年份在来源中被遮去", "The year is blanked in the source"),
    NO_PERIOD: Text(
        "每年或定期重复，但文件没有写明计划的起止年份",
        "It recurs, but the document does not say in which years",
    ),
    NO_TURN: Text("在计划期内轮不到，或日期无法落在日历上", "It never comes round within the plan's period, or no calendar has its date"),
    ONCE: Text("只做一次，没有写日期（机制）", "A mechanism of one time, without a date"),
    UNSPECIFIED: Text("没有写多久一次（机制）", "A mechanism whose frequency is not stated"),
}
