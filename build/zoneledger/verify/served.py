"""What the site serves beside the packages: calendars that clients can read, and a search whose files are all there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import icalendar

from zoneledger.feeds.calendars import FOLDER as FEEDS
from zoneledger.problems import Text
from zoneledger.search.manifest import MANIFEST, listed
from zoneledger.search.numbers import LAST, LASTS
from zoneledger.verify.fault import Findings, UnusableError, inside, read, read_object

SEARCH = "search"


def check_calendars(top: Path, findings: Findings) -> None:
    """Reads every calendar: events there are, each with a date, a summary and a UID of its own.

    Args:
        top: the site's folder.
        findings: where to note faults.
    """
    files = sorted(file.relative_to(top).as_posix() for file in (top / FEEDS).rglob("*.ics"))
    if not files:
        findings.add(f"{FEEDS}/", "没有日历", "holds no calendars")
    for path in files:
        with findings.reading(path):
            content = read(top, path)
            findings.files += 1
            findings.calendars += 1
            if not content.endswith(b"END:VCALENDAR\r\n"):
                raise UnusableError(Text("没有写完", "breaks off before its end"))
            events = icalendar.Calendar.from_ical(content.decode("utf-8")).walk("VEVENT")
            if not events:
                findings.add(path, "没有事件", "holds no events")
            if any(not event.get(name) for event in events for name in ("UID", "DTSTART", "SUMMARY")):
                findings.add(path, "有事件缺少 UID、日期或标题", "an event lacks its UID, date or summary")
            uid, times = Counter(str(event.get("UID")) for event in events).most_common(1)[0] if events else ("", 0)
            if times > 1:
                findings.add(path, f"UID {uid} 用了 {times} 次", f"uses the UID {uid} {times} times")


def check_search(top: Path, findings: Findings) -> None:
    """Looks for every file that the search's manifest leads to, and reads it.

    Args:
        top: the site's folder.
        findings: where to note faults.
    """
    path = f"{SEARCH}/{MANIFEST}"
    with findings.reading(path):
        content = read_object(top, path)
        findings.files += 1
        if not content["records"]:
            findings.add(path, "检索里没有记录", "the search holds no records")
        for shard in listed(content):
            with findings.reading(shard):
                held = json.loads(inside(top, shard).read_bytes())
                findings.files += 1
            if "/chunks/" in shard:
                _check_entries(top, content, held, findings)


def _check_entries(top: Path, content: Mapping[str, Any], chunks: Sequence[str], findings: Findings) -> None:
    """Looks for the files of single plans: as many as the plan's entry in the directory has stretches, so many a file."""
    for chunk in chunks:
        path, _, firsts = chunk.split(" ")
        stretches = sum(LAST <= ord(sign) < LAST + LASTS for sign in firsts)  # numbers, each with one last digit
        for number in range(-(-stretches // content["together"])):
            file = f"{SEARCH}/{content['folder']}/records/{path}/{number}.json"
            with findings.reading(file):
                json.loads(inside(top, file).read_bytes())
                findings.files += 1
