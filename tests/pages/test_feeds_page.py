"""The page of calendars: every calendar is linked, every link leads to a file, and what is left out is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page_reader import PageReader

from zoneledger.catalogue import load
from zoneledger.feeds import gather
from zoneledger.feeds.left_out import REASONS

each_language = pytest.mark.parametrize(("prefix", "lang"), [("", "zh"), ("en/", "en")])


@each_language
def test_every_file_of_the_language_is_linked(site: Path, prefix: str, lang: str) -> None:
    page = PageReader.of(site / prefix / "feeds" / "index.html")
    top = "../" * (prefix.count("/") + 1)
    linked = [link.attributes["href"] for link in page.all("a") if "download" in link.attributes]
    files = {path.relative_to(site).as_posix() for path in (site / "feeds").rglob(f"*.{lang}.ics")}
    assert sorted(linked) == sorted(top + name for name in files)
    assert len(files) > 4
    subscribed = [a for link in page.all("a") if (a := link.attributes.get("href", "")).startswith("webcal:")]
    assert sorted(subscribed) == sorted(f"webcal://example.org/{name}" for name in files)
    assert all(f"https://example.org/{name}" in page.text for name in files)


@each_language
def test_what_is_left_out_is_counted(site: Path, small_root: Path, prefix: str, lang: str) -> None:
    text = PageReader.of(site / prefix / "feeds" / "index.html").text
    left_out = gather(load(small_root)).left_out
    for reason, words in REASONS.items():
        assert (f"{words.of(lang)} {left_out[reason]}" in text) == bool(left_out[reason])


def test_the_small_plan_has_one_event_a_date_and_its_rhythms(small_root: Path) -> None:
    calendars = gather(load(small_root))
    (part,) = calendars.plans["anshi-2021"].parts
    assert [event.uid for event in part.events] == [
        "anshi-2021-g001",
        "anshi-2021-s002",
        "anshi-2021-s001",
        "anshi-2021-g002",
        "anshi-2021-targets-yearly-2021",
        "anshi-2021-projects-2023",
        "anshi-2021-targets-2023",
    ]
    assert {"industry-it", "development-reform"} <= set(calendars.agencies)


def test_without_any_date_there_is_a_page_and_no_calendar(copy_of_small: Path, write: object) -> None:
    assert callable(write)
    for table in ("targets", "milestones", "mechanisms", "projects"):
        for path in (copy_of_small / "datasets" / "plans").glob(f"*/{table}.csv"):
            path.unlink()
    for path in (copy_of_small / "datasets" / "plans").glob("*/*.csv"):
        if path.stem in ("milestone_actors", "mechanism_actors", "target_relations", "target_zones", "outcomes", "rejected_evidence"):
            path.unlink()
    site = write(copy_of_small)
    assert not (site / "feeds" / "all.zh.ics").exists()
    assert "没有" in PageReader.of(site / "feeds" / "index.html").text


@pytest.fixture
def copy_of_small(small_root: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(small_root, copy)
    return copy
