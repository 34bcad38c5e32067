"""What a plan has for calendars can be kept, and put together again, without a changed octet."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger import feeds
from zoneledger.catalogue import load
from zoneledger.catalogue.restriction import Restrictions

ADDRESS = "https://example.org/"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.ics")}


def kept(extract: feeds.Extract) -> tuple[feeds.Head, Callable[[], bytes]]:
    return json.loads(json.dumps(extract.head)), lambda: extract.lines


@pytest.mark.parametrize("most", [5, 2000])
def test_joined_extracts_are_the_calendars(root: Path, tmp_path: Path, most: int) -> None:
    catalogue = load(root)
    restrictions = Restrictions(catalogue)
    extracts = [
        kept(feeds.extract(restrictions.to([plan_id]), plan_id, ADDRESS)) for plan_id in catalogue.plan_files
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
    heads = [each.head for each in found.values()]
    assert all(head and head["written"].keys() >= set(head["events"]) for head in heads)


def test_only_calendars_that_say_something_else_have_another_name(root: Path, tmp_path: Path) -> None:
    """The name of each decides whether it is written again, and the lines are read for that alone."""
    catalogue = load(root)
    extracts = [feeds.extract(catalogue, plan_id, ADDRESS) for plan_id in catalogue.plan_files]
    old = feeds.join(map(kept, extracts), catalogue, 5)
    heads = json.loads(json.dumps([each.head for each in extracts]))
    events = ((head, name, uid) for head in heads for name, own in head["agencies"].items() for uid in own)
    head, agency, uid = next(each for each in events if each[2].endswith(f"-targets-2020.{each[1]}"))
    head["written"][uid][2] = "other lines"
    stem = f"feeds/agencies/{agency}-2020"

    def unread() -> bytes:
        raise AssertionError("the lines were read")

    new = feeds.join(((head, unread) for head in heads), catalogue, 5)
    before, after = feeds.said(old), feeds.said(new)
    assert list(before) == list(after)
    assert len(set(before.values())) == len(before) > 50
    assert {each for each in before if before[each] != after[each]} == {stem}
    assert feeds.write(old, catalogue, tmp_path, ADDRESS, stem) == 2
    assert set(tree(tmp_path)) == {f"{stem}.{lang}.ics" for lang in ("zh", "en")}
    with pytest.raises(AssertionError, match="were read"):
        feeds.write(new, catalogue, tmp_path, ADDRESS, "feeds/all-2020")


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
