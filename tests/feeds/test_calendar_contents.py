"""What the calendars of this checkout hold, counted again from the CSV files and read back with another library."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import vobject
from ical_octets import events, text, texts, unfolded

from zoneledger.catalogue import Catalogue, load
from zoneledger.feeds import Calendars, gather, write
from zoneledger.feeds.icalendar_format import UID_DOMAIN

URL = "https://example.org/site/"


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


@pytest.fixture(scope="module")
def calendars(catalogue: Catalogue) -> Calendars:
    return gather(catalogue)


@pytest.fixture(scope="module")
def folder(catalogue: Catalogue, calendars: Calendars, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("calendars")
    assert write(calendars, catalogue, out, URL) == len(list(out.rglob("*.ics"))) > 50
    return out


def cells(root: Path, table: str) -> list[dict[str, str]]:
    found = []
    for path in sorted((root / "datasets" / "plans").glob(f"*/{table}.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            found += [{**row, "plan": path.parent.name} for row in csv.DictReader(stream)]
    return found


def test_every_dated_row_is_in_the_whole_and_every_other_is_counted(root: Path, calendars: Calendars) -> None:
    targets, milestones, mechanisms = (cells(root, table) for table in ("targets", "milestones", "mechanisms"))
    dated = re.compile(r"\d{4}(-\d\d)*")
    assert calendars.rows["targets"] >= sum(bool(dated.fullmatch(row["due"])) for row in targets) > 150
    assert calendars.rows["milestones"] >= sum(bool(dated.fullmatch(row["due"])) for row in milestones) > 15
    assert calendars.rows["projects"] == sum(bool(dated.fullmatch(row["due"])) for row in cells(root, "projects"))
    held = sum(calendars.rows[table] for table in ("targets", "milestones", "mechanisms"))
    redacted_projects = sum("X" in row["due"] for row in cells(root, "projects"))
    assert held + calendars.left_out.total() - redacted_projects == len(targets) + len(milestones) + len(mechanisms)
    assert calendars.left_out["redacted"] == sum("X" in row["due"] for row in targets + milestones) + redacted_projects


def test_the_targets_of_one_plan_and_date_are_one_event(root: Path, folder: Path) -> None:
    expected = Counter((row["plan"], row["due"]) for row in cells(root, "targets") if re.fullmatch(r"\d{4}", row["due"]))
    found = {event["UID"].value: event for event in events((folder / "feeds/all.zh.ics").read_bytes())}
    assert max(expected.values()) > 30
    for (plan, due), number in expected.items():
        event = found[f"{plan}-targets-{due}.zh@{UID_DOMAIN}"]
        assert event["DTSTART"].value == f"{due}1231"
        summary, description = text(event["SUMMARY"].value), text(event["DESCRIPTION"].value)
        assert f"{due}年底前：" in summary
        if number > 1:
            assert summary.endswith(f"{number}个目标")
            assert len(re.findall(r"^\d+\. ", description, re.MULTILINE)) == min(number, 20)
            assert (f"另有{number - 20}个" in description) == (number > 20)


def test_every_event_has_what_the_standard_and_a_reader_need(catalogue: Catalogue, folder: Path) -> None:
    stamp = catalogue.as_of.replace("-", "") + "T000000Z"
    for path in sorted(folder.rglob("*.ics")):
        lang, rows = path.name.split(".")[-2], events(path.read_bytes())
        uids = [row["UID"].value for row in rows]
        assert len(set(uids)) == len(uids) > 0
        days = [row["DTSTART"].value for row in rows]
        assert all(one <= other for one, other in pairwise(days))
        for row in rows:
            assert row["UID"].value.endswith(f".{lang}@{UID_DOMAIN}") and row["DTSTAMP"].value == stamp
            assert row["DTSTART"].parameters == row["DTEND"].parameters == ";VALUE=DATE"
            start, end = (date.fromisoformat(row[name].value) for name in ("DTSTART", "DTEND"))
            assert (end - start).days == 1
            assert row["URL"].value.startswith(f"{URL}{'' if lang == 'zh' else 'en/'}plans/")
            assert text(row["DESCRIPTION"].value).endswith(row["URL"].value)
            assert texts(row["CATEGORIES"].value)
            if "RRULE" in row:
                assert re.search(r"UNTIL=\d{8}(;|$)", row["RRULE"].value)
        head = {line.name: line for line in unfolded(path.read_bytes())}
        assert head["REFRESH-INTERVAL"].parameters == ";VALUE=DURATION" and head["REFRESH-INTERVAL"].value == "P7D"
        assert head["NAME"].value == head["X-WR-CALNAME"].value
        assert head["SOURCE"].value == URL + path.relative_to(folder).as_posix()


def test_another_library_expands_the_same_days(calendars: Calendars, folder: Path) -> None:
    whole = calendars.whole
    assert whole is not None
    (part,) = whole.parts
    read = vobject.readOne((folder / part.path("en")).read_bytes().decode("utf-8"))
    components = {event.uid.value: event for event in read.contents["vevent"]}
    assert len(components) == len(part.events)
    recurring = 0
    for event in part.events:
        component = components[f"{event.uid}.en@{UID_DOMAIN}"]
        assert component.dtstart.value == event.when.day
        if event.when.rule is None:
            assert component.rruleset is None
            continue
        recurring += 1
        days = [moment.date() for moment in component.rruleset]
        assert days[0] == event.when.day and event.when.until is not None
        assert all(day <= event.when.until and _is_last_of_month(day) for day in days)
    assert recurring > 10


def _is_last_of_month(day: date) -> bool:
    return (date.fromordinal(day.toordinal() + 1)).day == 1


def test_a_quarterly_review_falls_on_each_quarter_of_the_plan(folder: Path) -> None:
    read = vobject.readOne((folder / "feeds/plans/ganzhou-2020.zh.ics").read_bytes().decode("utf-8"))
    (event,) = [one for one in read.contents["vevent"] if one.uid.value.startswith("ganzhou-2020-g014.")]
    days = [moment.date().isoformat() for moment in event.rruleset]
    assert (days[0], days[-1], len(days)) == ("2020-06-30", "2022-12-31", 11)
    assert "文件没有写具体日子" in event.description.value


def test_a_calendar_of_an_agency_type_holds_what_its_organisations_answer_for(root: Path, folder: Path) -> None:
    rows = events((folder / "feeds/agencies/commerce.zh.ics").read_bytes())
    with (root / "datasets/reference/organizations.csv").open(encoding="utf-8", newline="") as stream:
        bodies = {row["id"] for row in csv.DictReader(stream) if row["agency_type_id"] == "commerce"}
    named = {row["measure_id"] for row in cells(root, "responsibilities") if row["organization_id"] in bodies}
    listed = set(re.findall(r"（([a-z0-9-]+-t\d+)）", "".join(text(row["DESCRIPTION"].value) for row in rows)))
    own = {row["id"] for row in cells(root, "targets") if row["measure_id"] in named and re.fullmatch(r"\d{4}", row["due"])}
    assert own and own <= listed
    assert len(rows) < len(events((folder / "feeds/all.zh.ics").read_bytes()))
    # Only some of a date's targets are not the event that lists all of them.
    assert all(".commerce.zh@" in row["UID"].value for row in rows if "-targets-" in row["UID"].value)


def test_addresses_of_calendars(calendars: Calendars, folder: Path) -> None:
    address = calendars.of_plan("ganzhou-2020", "en")
    assert address == "feeds/plans/ganzhou-2020.en.ics" and (folder / address).is_file()
    assert (folder / calendars.of_agency("commerce", "zh")).is_file()
    # Nothing in this plan has a date that is not blanked.
    assert calendars.of_plan("quanzhou-tiz", "zh") == ""
    assert not (folder / "feeds/plans/quanzhou-tiz.zh.ics").exists()


def test_a_large_calendar_is_split_by_year_and_loses_nothing(catalogue: Catalogue, calendars: Calendars) -> None:
    small = gather(catalogue, most=20)
    assert small.whole is not None and calendars.whole is not None
    assert small.whole.count == calendars.whole.count
    stems = [part.stem for part in small.whole.parts]
    assert "feeds/all-2022" in stems and "feeds/all-recurring" in stems
    for part in small.whole.parts:
        years = {str(event.when.day.year) for event in part.events}
        assert part.stem.endswith("recurring") or part.stem.endswith(*years)
    assert small.of_plan("lianyungang-2022", "zh") == "" != calendars.of_plan("lianyungang-2022", "zh")


def test_the_same_data_give_the_same_octets(root: Path, folder: Path, tmp_path: Path) -> None:
    again = load(root)
    write(gather(again), again, tmp_path, URL)
    for path in sorted(folder.rglob("*.ics")):
        assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes()
