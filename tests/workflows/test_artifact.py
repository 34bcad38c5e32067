"""The archive of a stranger's run is read with limits: what is honest is taken, all else is refused in plain words."""

from __future__ import annotations

import copy
import json
import time
import tracemalloc

import archives
import pytest

from zoneledger.review import artifact, json_text, shapes
from zoneledger.review.json_text import Unusable


def test_an_honest_archive_is_read() -> None:
    found = artifact.read(archives.honest())
    assert found.faults == {}
    assert found.files["problems.json"] == archives.PROBLEMS
    assert found.claimed_number == 7


def test_what_is_missing_is_named() -> None:
    found = artifact.read(archives.honest(diff=None, pull_request=None))
    assert {name: fault.en for name, fault in found.faults.items()} == {
        "diff.json": "is missing",
        "pull-request.json": "is missing",
    }
    assert found.claimed_number == 0


def test_names_that_lead_elsewhere_are_never_followed(tmp_path: object) -> None:
    found = artifact.read(archives.escaping())
    assert set(found.files) == set(artifact.FILES)


def test_a_bomb_is_refused_by_what_it_says() -> None:
    tracemalloc.start()
    found = artifact.read(archives.bomb())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.faults["problems.json"].en == "is larger than 8 MiB"
    assert peak < 20 * artifact.MEBIBYTE


def test_a_bomb_that_lies_is_cut_off() -> None:
    lying = archives.bomb(said=100)
    tracemalloc.start()
    found = artifact.read(lying)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # The reader trusts the stated size and then misses the checksum.
    assert found.faults["problems.json"].en in ("is damaged", "is larger than 8 MiB")
    assert peak < 20 * artifact.MEBIBYTE


@pytest.mark.parametrize(
    ("archive", "told"),
    [
        (archives.with_symlink(), "is not a plain file"),
        (archives.encrypted(), "is not a plain file"),
        (archives.honest(problems=b"\xff\xfe{}"), "is not UTF-8 text"),
        (archives.honest(problems=b"\xef\xbb\xbf{}"), "is not sound JSON"),
        (archives.honest(problems=b""), "is not sound JSON"),
        (archives.honest(problems=b"[" * 100_000), "is nested deeper than 12 levels"),
        (archives.honest(problems=b'{"a":' * 50_000 + b"1" + b"}" * 50_000), "is nested deeper than 12 levels"),
        (archives.honest(problems=b" " * 10_000_000), "is larger than 8 MiB"),
        (archives.honest(problems=b"9" * 100_000), "is not sound JSON"),
        (archives.honest(problems=b'{"version": NaN}'), "is not sound JSON"),
        (archives.honest(problems=b'{"version": 1, "version": 1}'), "is not sound JSON"),
        (archives.honest(problems=[]), "does not have the agreed shape"),
        (archives.honest(problems="problems"), "does not have the agreed shape"),
        (archives.honest(problems={**archives.PROBLEMS, "version": 2}), "does not have the agreed shape"),
        (archives.honest(problems={**archives.PROBLEMS, "errors": -1}), "does not have the agreed shape"),
        (archives.honest(problems={**archives.PROBLEMS, "errors": "<b>"}), "does not have the agreed shape"),
        (archives.honest(problems={**archives.PROBLEMS, "problems": [1]}), "does not have the agreed shape"),
    ],
)
def test_a_hostile_file_is_refused(archive: bytes, told: str) -> None:
    found = artifact.read(archive)
    assert "problems.json" not in found.files
    assert found.faults["problems.json"].en == told
    assert found.faults["problems.json"].zh


@pytest.mark.parametrize(
    ("archive", "told"),
    [
        (b"", "is not a sound zip file"),
        (b"PK\x05\x06", "is not a sound zip file"),
        (b"<html>", "is not a sound zip file"),
        (archives.honest()[:-30], "is not a sound zip file"),
        (archives.twice(), "holds two files of one name"),
        (archives.zipped({f"{n}.json": b"" for n in range(11)}), "holds more than 10 files"),
        (bytes(artifact.MAX_ARCHIVE + 1), "is larger than 2 MiB"),
    ],
)
def test_a_hostile_archive_is_refused(archive: bytes, told: str) -> None:
    with pytest.raises(Unusable) as refusal:
        artifact.read(archive)
    assert refusal.value.text.en == told
    assert refusal.value.text.zh


@pytest.mark.parametrize("at", range(0, len(archives.honest()), 7))
def test_no_damaged_byte_gets_through_unseen(at: int) -> None:
    damaged = bytearray(archives.honest())
    damaged[at] ^= 0xFF
    try:
        found = artifact.read(bytes(damaged))
    except Unusable:
        return
    sound = {"problems.json": archives.PROBLEMS, "diff.json": archives.CHANGES, "pull-request.json": archives.CLAIM}
    assert all(sound[name] == content for name, content in found.files.items())


def test_brackets_inside_a_text_are_no_depth() -> None:
    problems = copy.deepcopy(archives.PROBLEMS)
    problems["problems"][0]["value"] = '[{"\\' * 100
    assert artifact.read(archives.honest(problems=problems)).faults == {}


def test_keys_not_agreed_on_are_tolerated() -> None:
    problems = archives.PROBLEMS | {"held_back": True, "more": {"a": [1]}}
    assert artifact.read(archives.honest(problems=problems)).faults == {}


def test_the_most_a_check_lists_is_read_in_time() -> None:
    many = archives.PROBLEMS | {"problems": [archives.PROBLEM] * 5_000, "errors": 5_000}
    raw = json.dumps(many, ensure_ascii=False).encode()
    assert len(raw) < artifact.MAX_FILE
    before = time.process_time()
    assert len(json_text.read(raw, shapes.PROBLEMS)["problems"]) == 5_000
    assert time.process_time() - before < 20
    with pytest.raises(Unusable):
        json_text.read(json.dumps(many | {"problems": [archives.PROBLEM] * 5_001}).encode(), shapes.PROBLEMS)
