"""Each rule is broken once, and the command must say so: where, which rule, what to type, exit code."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from breaks import BREAKS
from checkout import PLAN, Checkout

import zoneledger.catalogue
import zoneledger.check
import zoneledger.check.rules
from zoneledger.check import cells
from zoneledger.problems import Rule, Severity


def every_rule() -> dict[str, Rule]:
    """All rules that stand as module constants in the catalogue and check stages."""
    found: dict[str, Rule] = {}
    for package in (zoneledger.catalogue, zoneledger.check):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            loaded = importlib.import_module(module.name)
            found |= {value.code: value for value in vars(loaded).values() if isinstance(value, Rule)}
    return found


def test_every_rule_has_a_case_that_breaks_it() -> None:
    assert set(BREAKS) == set(every_rule())


def test_every_rule_module_is_run() -> None:
    modules = {module.name for module in pkgutil.iter_modules(zoneledger.check.rules.__path__)}
    assert modules == {rule.__name__.rpartition(".")[2] for rule in zoneledger.check.rules.RULES}


def test_the_fixture_is_sound(small: Checkout) -> None:
    code, found, output = small.check()
    assert (code, found) == (0, []), output
    assert "0 errors, 0 warnings." in output


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand faults would take a minute to make; the limit works the same at fifty."""
    monkeypatch.setattr(cells, "MOST", 50)


@pytest.mark.parametrize("code", sorted(BREAKS))
def test_the_command_reports_it(code: str, small: Checkout) -> None:
    change, (file, line, column) = BREAKS[code]
    change(small)
    exit_code, found, output = small.check()
    hits = [finding for finding in found if finding.code == code]
    assert hits, output
    hit = hits[0]
    assert (hit.file, hit.column) == (file, column), output
    assert line in (0, hit.line), output
    warning = every_rule()[code].severity is Severity.WARNING
    assert exit_code == (0 if warning else 1)
    assert hit.severity == ("warning" if warning else "error")
    assert "\n    fix: " in output


@pytest.mark.parametrize("code", sorted(BREAKS))
def test_one_fault_gives_no_cascade(code: str, small: Checkout) -> None:
    """A fault is told once, under its own name: what follows from it is not told again as something else."""
    together = {
        # a row under another id stands out of order; a plan that cannot be read leaves its rows without one
        "id-of-plan": {"canonical-row-order"}, "key-repeated": {"key-unknown"},
        "relation-cycle": {"canonical-row-order"},
        "too-many-errors": {"cell-enum", "cell-pattern", "key-repeated", "key-unknown", "canonical-row-order"},
    }  # fmt: skip
    BREAKS[code][0](small)
    _, found, output = small.check()
    assert {finding.code for finding in found} <= {code} | together.get(code, set()), output


@pytest.mark.parametrize("code", sorted(BREAKS))
def test_messages_are_written_in_both_languages(code: str) -> None:
    rule = every_rule()[code]
    for text in (rule.title, rule.tip):
        assert any("\u4e00" <= char <= "\u9fff" for char in text.zh)
        assert text.en.isascii() or "→" in text.en or "…" in text.en or "“" in text.en or "力" in text.en


@pytest.mark.parametrize("column", ["address", "period", "scope_type", "scope_printed", "printed", "source_title"])
def test_a_reported_figure_without_its_origin_is_refused(column: str, small: Checkout) -> None:
    small.cell("outcomes", 1, **{column: ""})
    exit_code, found, _ = small.check()
    assert exit_code == 1
    assert [(f.code, f.file, f.line, f.column) for f in found] == [("cell-required", f"{PLAN}/outcomes.csv", 2, column)]


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"address": "https://www.anshi.gov.cn/report", "address_kind": "issuer"}, False),
        ({"address": "https://example.org/report", "address_kind": "copy"}, False),
        ({"address": "https://example.org/report", "address_kind": "issuer", "grade": "press"}, False),
        ({"address": "https://github.com/x/y", "address_kind": "issuer"}, True),
        ({"address": "https://www.anshi.gov.cn.example.org/report", "address_kind": "issuer"}, True),
        ({"address": "https://notgov.cn/report", "address_kind": "issuer"}, True),
        ({"address": "https://[broken", "address_kind": "issuer"}, True),
    ],
)
@pytest.mark.parametrize("table", ["outcomes", "rejected_evidence"])
def test_an_official_text_elsewhere_is_marked_as_a_copy(
    table: str, cells: dict[str, str], warned: bool, small: Checkout
) -> None:
    small.cell(table, 1, **cells)
    exit_code, found, output = small.check()
    assert exit_code == 0, output
    assert ([f.code for f in found] == ["third-party-copy"]) is warned, output


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"zone_id": "qingshi-etdz"}, "jurisdiction_code"),
        ({"zone_id": "qingshi-etdz", "jurisdiction_code": ""}, "jurisdiction_code"),
        ({"scope_type": "named_zones"}, "zone_id"),
        ({"zone_class": "national"}, "zone_class"),
        ({"scope_type": "industry"}, "industry_id"),
        ({"scope_type": "named_zones", "zone_id": "qingshi-etdz", "jurisdiction_code": ""}, ""),
        ({"scope_type": "industry", "industry_id": "graphene", "zone_id": "qingshi-etdz", "jurisdiction_code": ""}, ""),
    ],
)
def test_an_outcome_says_where_its_scope_lies(cells: dict[str, str], column: str, small: Checkout) -> None:
    small.cell("outcomes", 1, **cells)
    _, found, output = small.check()
    assert [(f.code, f.column) for f in found] == ([("outcome-scope", column)] if column else []), output


def test_a_derived_column_comes_from_somewhere_known(small: Checkout) -> None:
    small.schema("targets", lambda schema: schema["fields"][-1].update(derived="the stars"))
    exit_code, found, _ = small.check()
    assert (exit_code, [f.code for f in found]) == (1, ["schema-descriptor"])


def test_wrong_use_ends_with_2(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from zoneledger.cli import main

    assert CliRunner().invoke(main, ["check", "--root", str(tmp_path)]).exit_code == 2
    assert CliRunner().invoke(main, ["chekc"]).exit_code == 2
