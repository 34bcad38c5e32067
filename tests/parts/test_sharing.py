"""Three machines check and build as one would: the same report, the same bytes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from built_checkout import Checkout


def shared(copy: Checkout, machines: int = 3) -> list[str]:
    """Lets each machine do its share; the folders they leave."""
    folders = [str(copy.root / f"machine{number}") for number in range(1, machines + 1)]
    for number, folder in enumerate(folders, 1):
        copy.run("build", "--out", folder, "--shard", f"{number}/{machines}")
    return folders


def test_three_machines_build_what_one_does(copy: Checkout, built: Checkout) -> None:
    shutil.rmtree(copy.root / "dist")
    folders = shared(copy)
    assert not any((Path(folder) / "site").exists() for folder in folders)
    held = [{path.name for path in (Path(folder) / "cache/parts").iterdir()} for folder in folders]
    every = set().union(*held)
    told = copy.run("merge", *folders)
    assert copy.site() == built.site()
    kept = {path.name for path in (copy.root / "dist/cache/parts").iterdir()}
    assert kept == every, "nothing is made twice, and nothing is left for the last"
    assert "Took over" in told


def test_three_machines_report_what_one_does(copy: Checkout) -> None:
    for plan in copy.plans:
        copy.spoil(plan)
    alone = copy.run("check", "--format", "json", expected=1)
    parts = []
    for number in (1, 2, 3):
        parts.append(str(copy.root / f"part{number}.json"))
        copy.run("check", "--shard", f"{number}/3", "--part", parts[-1])
    assert copy.run("merge", *parts, "--format", "json", expected=1).count("frim") == alone.count("frim") > 0
    assert problems(copy.run("merge", *parts, "--format", "json", expected=1)) == problems(alone)


def problems(told: str) -> object:
    start = told.index("{")
    return json.loads(told[start : told.rindex("}") + 1])


def test_a_share_with_an_error_makes_nothing(copy: Checkout) -> None:
    copy.spoil(copy.plans[0])
    out = copy.root / "machine"
    assert "frim" in copy.run("build", "--out", str(out), "--shard", "1/3", expected=1)
    assert not (out / "cache/parts").exists()


def test_what_cannot_be_merged_is_said(copy: Checkout) -> None:
    folders = shared(copy, 2)
    assert "not complete" in copy.run("merge", folders[0], expected=2)
    assert "2/3" in copy.run("build", "--shard", "4/3", expected=2)
    (copy.root / "nothing").mkdir()
    assert copy.run("merge", str(copy.root / "nothing"), expected=2)
