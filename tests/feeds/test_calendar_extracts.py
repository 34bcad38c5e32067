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
