"""What a plan has for calendars can be kept, and put together again, without a changed octet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zoneledger import feeds
from zoneledger.catalogue import load
from zoneledger.catalogue.restriction import Restrictions

ADDRESS = "https://example.org/"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.ics")}


@pytest.mark.parametrize("most", [5, 2000])
def test_joined_extracts_are_the_calendars(root: Path, tmp_path: Path, most: int) -> None:
    catalogue = load(root)
    restrictions = Restrictions(catalogue)
    extracts = [
        json.loads(json.dumps(feeds.extract(restrictions.to([plan_id]), plan_id, ADDRESS)))
        for plan_id in catalogue.plan_files
    ]
    joined, given = feeds.join(extracts, load(root, plans=[]), most), feeds.gather(catalogue, most)
    feeds.write(joined, catalogue, tmp_path / "joined", ADDRESS)
    feeds.write(given, catalogue, tmp_path / "given", ADDRESS)
    assert tree(tmp_path / "joined") == tree(tmp_path / "given")
    assert len(tree(tmp_path / "given")) > 70
    assert (joined.rows, joined.left_out) == (given.rows, given.left_out)
    assert (joined.titles, joined.places) == (given.titles, given.places)
    assert joined.whole is not None and given.whole is not None
    assert joined.whole.count == given.whole.count > 50


def test_a_plan_alone_gives_the_same_extract(root: Path) -> None:
    catalogue = load(root)
    restrictions = Restrictions(catalogue)
    found = {plan: feeds.extract(catalogue, plan, ADDRESS) for plan in catalogue.plan_files}
    assert {plan: feeds.extract(restrictions.to([plan]), plan, ADDRESS) for plan in catalogue.plan_files} == found
    assert all(each and each["written"].keys() >= set(each["events"]) for each in found.values())


@pytest.mark.parametrize("most", [5, 2000])
def test_what_pages_say_of_calendars_can_be_kept(root: Path, most: int) -> None:
    """The events stay behind: they stand in the files."""
    given = feeds.gather(load(root), most)
    kept = feeds.Calendars.of_json(json.loads(json.dumps(given.as_json())))
    assert (kept.rows, kept.left_out, kept.titles, kept.places) == (
        given.rows, given.left_out, given.titles, given.places,
    )  # fmt: skip
    for name in ("plans", "agencies"):
        found, wanted = getattr(kept, name), getattr(given, name)
        assert list(found) == list(wanted)
        for key, calendar in wanted.items():
            assert (found[key].id, found[key].name, found[key].count) == (key, calendar.name, calendar.count)
            assert [part.path("en") for part in found[key].parts] == [part.path("en") for part in calendar.parts]
    assert kept.whole is not None and given.whole is not None
    assert [(part.name, part.count) for part in kept.whole.parts] == [
        (part.name, len(part.events)) for part in given.whole.parts
    ]
    plan = next(iter(given.plans))
    assert kept.of_plan(plan, "zh") == given.of_plan(plan, "zh")
    assert feeds.Calendars.of_json(feeds.Calendars().as_json()) == feeds.Calendars()
