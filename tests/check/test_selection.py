"""``zoneledger check`` with files named: only their plans are read, and what is judged is judged as over all plans."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from checkout import PLAN, REFERENCE, Checkout
from click.testing import CliRunner

from zoneledger import check
from zoneledger.catalogue.selection import select
from zoneledger.cli import main
from zoneledger.layout import Layout

OTHER = "datasets/plans/beishi-2021"


@pytest.fixture
def two(small: Checkout) -> Checkout:
    """The invented plan, and a copy of it under another id."""
    shutil.copytree(small.root / PLAN, small.root / OTHER)
    for path in (small.root / OTHER).iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("anshi-2021", "beishi-2021"), encoding="utf-8")
    assert small.check()[0] == 0
    return small


def run(checkout: Checkout, *names: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--root", str(checkout.root), "--lang", "en", *names])
    return result.exit_code, result.output


def break_other(checkout: Checkout) -> None:
    path = checkout.root / OTHER / "targets.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",firm,", ",surely,"), encoding="utf-8")


@pytest.mark.parametrize("name", ["anshi-2021", PLAN, f"{PLAN}/targets.csv", f"{PLAN}/plan.yml", "datasets/receipts/anshi-2021.json"])
def test_other_plans_are_not_read(name: str, two: Checkout) -> None:
    (two.root / "datasets/receipts").mkdir()
    (two.root / "datasets/receipts/anshi-2021.json").touch()
    assert select(Layout(two.root), [name]).plans == {"anshi-2021"}
    shutil.rmtree(two.root / "datasets/receipts")
    break_other(two)
    if "receipts" not in name:
        assert run(two, name)[0] == 0
    assert run(two, "beishi-2021")[0] == 1


@pytest.mark.parametrize(
    "name", [f"{REFERENCE}/units.csv", REFERENCE, "datasets/dataset.yml", "schemas/targets.json", "datasets", "."]
)
def test_what_concerns_every_plan_means_all(name: str, two: Checkout) -> None:
    break_other(two)
    assert select(Layout(two.root), [name]).plans is None
    assert run(two, name)[0] == 1


def test_a_shared_row_that_another_plan_uses_is_no_orphan(two: Checkout) -> None:
    """Directly or through another shared row: the organization, and its area above."""
    (two.root / PLAN / "plan.yml").touch()
    for table in (two.root / PLAN).glob("*.csv"):
        table.unlink()
    # Its examples were rows of that plan.
    (two.root / "datasets" / "reference" / "glossary.csv").unlink()
    found, report = check.run(two.root, {"anshi-2021"})
    assert found is not None
    assert list(found.plan_files) == ["anshi-2021"]
    assert [problem.rule.code for problem in report.problems] == []
    assert [problem.rule.code for problem in check.run(two.root)[1].problems] == []


def test_a_shared_row_that_nobody_uses_is_still_one(two: Checkout) -> None:
    two.append("industries", id="whales", name_zh="鲸", name_en="whales")
    codes = [problem.rule.code for problem in check.run(two.root, {"anshi-2021"})[1].problems]
    assert codes == ["orphan-reference"]


def test_a_plan_may_not_point_into_another(two: Checkout) -> None:
    two.cell("target_zones", 1, target_id="beishi-2021-t001")
    assert "key-unknown" in run(two, "anshi-2021")[1]


def test_a_receipt_of_a_plan_not_read_is_not_judged(two: Checkout) -> None:
    folder = two.root / "datasets" / "receipts"
    folder.mkdir()
    (folder / "beishi-2021.json").write_text("{}", encoding="utf-8")
    assert run(two, "anshi-2021")[0] == 0
    assert run(two)[0] == 1


@pytest.mark.parametrize("name", ["nonsense", "datasets/plans/nonsense", "README.md", "../outside.csv"])
def test_an_unknown_name_is_wrong_use(name: str, two: Checkout, tmp_path: Path) -> None:
    (two.root / "README.md").touch()
    (tmp_path / "outside.csv").touch()
    code, output = run(two, name)
    assert code == 2
    assert name in output
