"""Some plans at a time, with a cache, or on several machines: always the report of one machine that reads everything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import Checkout
from click.testing import CliRunner
from spoiling import PLANS, Spoiler

from zoneledger import check
from zoneledger.check import outcome, sweeping
from zoneledger.cli import main
from zoneledger.problems import Report


def _replace_in(spoiler: Spoiler, name: str, old: bytes, new: bytes) -> None:
    data = spoiler.read(name)
    assert old in data, name
    spoiler.write(name, data.replace(old, new), "replaced")


def _replace(spoiler: Spoiler, table: str, old: bytes, new: bytes) -> None:
    _replace_in(spoiler, f"datasets/plans/{PLANS[2]}/{table}.csv", old, new)


def _cut(spoiler: Spoiler, name: str) -> None:
    spoiler.write(name, b"".join(spoiler.read(name).splitlines(keepends=True)[:-1]), "cut")


def _foreign_key(spoiler: Spoiler) -> None:
    """The first plan in order has a row under an id of the second one, which has that row too."""
    _replace_in(
        spoiler, f"datasets/plans/{PLANS[2]}/projects.csv", PLANS[2].encode() + b"-p001", PLANS[0].encode() + b"-p001"
    )


FAULTS: dict[str, Callable[[Spoiler], None]] = {
    "sound": lambda spoiler: None,
    "a warning": lambda s: _replace(s, "targets", b"\n", b"\r\n"),
    "a cell": lambda s: _replace(s, "targets", b",percent,", b",per cent,"),
    "a rule between rows": lambda s: _replace(s, "measures", b",1,", b",7,"),
    "a row of a shared list that is gone": lambda s: _cut(s, "datasets/reference/units.csv"),
    "an example that no plan has": lambda s: _replace_in(s, "datasets/reference/glossary.csv", b"-t002", b"-t902"),
    "the last plan's file with every duty": lambda s: s.write(
        f"datasets/plans/{PLANS[1]}/responsibilities.csv", None, "gone"
    ),
    "a key of another plan": _foreign_key,
    "a schema": lambda s: _replace_in(s, "schemas/units.json", b'"required": true', b'"required": "yes"'),
}


@pytest.fixture
def spoiler(tmp_path: Path) -> Spoiler:
    return Spoiler.make(tmp_path / "checkout")


@pytest.fixture(autouse=True)
def one_plan_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "BATCH_BYTES", 1)


def parts(spoiler: Spoiler, count: int, folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    found = []
    for number in range(1, count + 1):
        made = check.shard(spoiler.root, check.Shard(number, count))
        found.append(folder / f"{number}.json")
        found[-1].write_text(json.dumps(made), encoding="utf-8")
    return found


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_all_ways_give_one_report(fault: Callable[[Spoiler], None], spoiler: Spoiler, tmp_path: Path) -> None:
    fault(spoiler)
    _, expected = check.run(spoiler.root)
    cache = tmp_path / "cache"
    ways = {
        "some at a time": check.sweep(spoiler.root),
        "into the cache": check.sweep(spoiler.root, cache=cache),
        "out of the cache": check.sweep(spoiler.root, cache=cache),
        "by Frictionless": check.sweep(spoiler.root, engine="frictionless", cache=cache),
        "on three machines": check.merge(spoiler.root, parts(spoiler, 3, tmp_path / "parts")),
        "on five machines for three plans": check.merge(spoiler.root, parts(spoiler, 5, tmp_path / "parts")),
    }
    assert {way: report for way, (_, report) in ways.items()} == dict.fromkeys(ways, expected)
    assert (fault is FAULTS["sound"]) == (not expected.problems)


def test_a_key_of_two_plans_is_told_at_the_later_one(spoiler: Spoiler) -> None:
    _foreign_key(spoiler)
    repeated = [p for p in check.sweep(spoiler.root)[1].problems if p.rule.code == "key-repeated"]
    assert [problem.place.file for problem in repeated] == [f"datasets/plans/{PLANS[0]}/projects.csv"]
    assert f"datasets/plans/{PLANS[2]}/projects.csv" in repeated[0].message.en


class Counted:
    """Counts the plans that are really checked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.plans: list[str] = []
        real = outcome.of_plans
        monkeypatch.setattr(outcome, "of_plans", lambda *given: (self.plans.extend(given[1]), real(*given))[1])

    def taken(self) -> list[str]:
        found, self.plans = self.plans, []
        return sorted(found)


def test_what_did_not_change_is_not_checked_again(
    spoiler: Spoiler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, cache = Counted(monkeypatch), tmp_path / "cache"
    everything = sorted(PLANS)

    def swept() -> tuple[list[str], Report]:
        _, report = check.sweep(spoiler.root, cache=cache)
        return counted.taken(), report

    assert swept()[0] == everything
    assert swept() == ([], Report(()))
    _replace(spoiler, "measures", b",1,", b",7,")
    checked, report = swept()
    assert checked == [PLANS[2]]
    assert report.problems
    assert swept() == ([], report)
    spoiler.restore()
    assert swept()[0] == [PLANS[2]]
    (spoiler.root / "datasets/receipts").mkdir()
    (spoiler.root / f"datasets/receipts/{PLANS[0]}.json").write_text("{}")
    checked, report = swept()
    assert (checked, [problem.rule.code for problem in report.problems]) == ([PLANS[0]], ["receipt-form"])
    for name in ("schemas/targets.json", "datasets/reference/units.csv"):
        spoiler.write(name, spoiler.read(name) + b"\n" * name.startswith("schemas"), "touched")
        if name.endswith(".csv"):
            _replace_in(spoiler, name, "亿元".encode(), "億元".encode())
        assert swept()[0] == everything
    monkeypatch.setattr(sweeping.state, "program", lambda: "another program")
    assert swept()[0] == everything


@pytest.mark.parametrize("spoil", ["cut", "flip", "empty", "nonsense", "link", "folder", "other plan's"])
def test_a_spoilt_cache_changes_nothing(spoil: str, spoiler: Spoiler, tmp_path: Path) -> None:
    _replace(spoiler, "measures", b",1,", b",7,")
    cache = tmp_path / "cache"
    _, expected = check.sweep(spoiler.root, cache=cache)
    files = sorted(cache.iterdir())
    assert len(files) == len(PLANS) + 1
    whole = [path.read_bytes() for path in files]
    for number, (path, data) in enumerate(zip(files, whole, strict=True)):
        if spoil == "link":
            (tmp_path / path.name).write_bytes(data)
            path.unlink()
            path.symlink_to(tmp_path / path.name)
        elif spoil == "folder":
            path.unlink()
            path.mkdir()
        else:
            flipped = data.replace(b'"rules":[[', b'"rules":[],"r":[[').replace(b"7", b"8")
            ways = {"cut": data[:-9], "flip": flipped, "empty": b"", "nonsense": b"\x80\x04]\x94.\n{}"}
            path.write_bytes(ways.get(spoil, whole[number - 1]))
    assert check.sweep(spoiler.root, cache=cache)[1] == expected
    for path in files:
        path.unlink() if path.is_file() or path.is_symlink() else path.rmdir()
    assert check.sweep(spoiler.root, cache=cache)[1] == expected


def test_a_folder_that_cannot_be_written_to_keeps_nothing(spoiler: Spoiler, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert check.sweep(spoiler.root, cache=tmp_path / "file" / "cache")[1] == Report(())


def test_the_command_keeps_its_cache_in_dist(small: Checkout) -> None:
    run = CliRunner().invoke
    assert run(main, ["check", "--root", str(small.root), "--no-cache"]).exit_code == 0
    assert not (small.root / "dist").exists()
    assert run(main, ["check", "--root", str(small.root)]).exit_code == 0
    assert len(list((small.root / "dist/cache/check").iterdir())) == 2


def test_the_command_writes_a_part(small: Checkout, tmp_path: Path) -> None:
    run = CliRunner().invoke
    small.cell("targets", 1, strength="确保")
    told = run(main, ["check", "--root", str(small.root), "--shard", "1/1", "--lang", "en"])
    assert told.exit_code == 0
    assert "1 plans checked" in told.output
    assert check.merge(small.root, [small.root / "dist/check-1-of-1.json"])[1] == check.run(small.root)[1]
    for wrong in ("0/3", "4/3", "3", "a/b", "1/3/5"):
        assert run(main, ["check", "--root", str(small.root), "--shard", wrong]).exit_code == 2
    assert run(main, ["check", "--root", str(small.root), "--shard", "1/2", "anshi-2021"]).exit_code == 2


def test_parts_that_do_not_go_together_are_refused(spoiler: Spoiler, tmp_path: Path) -> None:
    one, two, three = parts(spoiler, 3, tmp_path / "parts")
    for wrong in ([one, two], [one, two, three, three], [one, two, two], [one, two, tmp_path / "none.json"], []):
        with pytest.raises(check.PartError):
            check.merge(spoiler.root, wrong)
    for text in ("{}", "[]", "nonsense", three.read_text().replace('"schema"', '"scheme"'), '{"format": 1}'):
        (tmp_path / "spoilt.json").write_text(text)
        with pytest.raises(check.PartError):
            check.merge(spoiler.root, [one, two, tmp_path / "spoilt.json"])
    _replace_in(spoiler, "datasets/reference/units.csv", "亿元".encode(), "億元".encode())
    with pytest.raises(check.PartError, match="another program"):
        check.merge(spoiler.root, [one, two, three])


@pytest.mark.parametrize("link", ["dist", "dist/cache", "dist/cache/check"])
def test_no_link_leads_the_cache_out_of_the_checkout(link: str, small: Checkout, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (small.root / link).parent.mkdir(parents=True, exist_ok=True)
    (small.root / link).symlink_to(outside)
    run = CliRunner().invoke
    assert run(main, ["check", "--root", str(small.root)]).exit_code == 0
    part = run(main, ["check", "--root", str(small.root), "--shard", "1/1"])
    assert part.exit_code == (2 if link == "dist" else 0)
    assert list(outside.iterdir()) == []


def test_a_part_replaces_a_link_and_does_not_follow_it(small: Checkout, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("kept")
    (small.root / "dist").mkdir()
    (small.root / "dist/check-1-of-1.json").symlink_to(tmp_path / "precious")
    assert CliRunner().invoke(main, ["check", "--root", str(small.root), "--shard", "1/1"]).exit_code == 0
    assert (tmp_path / "precious").read_text() == "kept"
