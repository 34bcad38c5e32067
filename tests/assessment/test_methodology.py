"""The page of methods lists every verdict and every reason, each with an example that the rule itself confirms."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from zoneledger.assessment import REASONS, VERDICTS, assess, assessments
from zoneledger.assessment.labels import BRIEF
from zoneledger.catalogue import Catalogue, load
from zoneledger.views.explanation import explain

#: `key`{#anchor} … [row](site:plans/plan/#row)
_ITEM = re.compile(r"^- \*\*(?P<label>[^*]+)\*\* `(?P<key>\w+)`\{#(?P<anchor>[\w-]+)\}(?P<text>.*)$", re.MULTILINE)
_ROW = re.compile(r"\[([\w-]+)\]\(site:plans/([\w-]+)/#([\w-]+)\)")
INVENTED = {"zh": "举例", "en": "Example"}

Cells = dict[str, Any]
_RANK: Cells = {"scope_type": "named_zones", "zone_id": "nanchang-etdz", "comparator": "eq", "role": "outcome"}
_GDP: Cells = {"scope_type": "named_zones", "zone_id": "wuhan-donghu-hidz", "comparator": "eq"}
_ZONES: Cells = {"scope_type": "all_zones", "jurisdiction_code": "320700", "zone_id": None, "comparator": "eq"}
#: The invented figures of the page, by what they are to show.
PLANTED: dict[str, list[Cells]] = {
    "met": [{**_RANK, "value": 28, "period": "2021"}],
    "on_track": [{**_RANK, "value": 29, "period": "2020"}],
    "exceeded_before_start": [{**_RANK, "value": 30, "period": "2018"}],
    "baseline_missing": [
        {**_ZONES, "value_type": "level", "unit_id": "yi-yuan", "value": 120, "period": "2025"}
    ],
    "other_value_type": [
        {**_ZONES, "scope_type": "jurisdiction", "value_type": "increment", "value": 3, "period": "2025"}
    ],
    "other_unit": [{**_GDP, "unit_id": "yi-usd", "value": 470, "period": "2025"}],
    "other_recurrence": [{**_GDP, "value": 15, "recurrence": "once", "period": "2025"}],
    "other_period": [{**_GDP, "value": 1750, "period": "2025-07/2025-12"}],
    "late": [{**_RANK, "value": 28, "period": "2022"}],
    "beyond_exact_figure": [{**_RANK, "value": 1, "period": "2021"}],
    "years_missing": [
        {**_ZONES, "jurisdiction_code": "360700", "recurrence": "once", "comparator": "eq", "value": 210, "period": "2021"}
    ],
    "conflicting_evidence": [{**_RANK, "value": 29, "period": "2021"}, {**_RANK, "value": 31, "period": "2021"}],
}  # fmt: skip

each_language = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(scope="module")
def real(root: Path) -> Catalogue:
    return load(root)


def items(root: Path, lang: str) -> dict[str, re.Match[str]]:
    text = (root / "site" / "pages" / lang / "methodology.md").read_text(encoding="utf-8")
    return {match["key"]: match for match in _ITEM.finditer(text)}


@each_language
def test_every_verdict_and_reason_is_there_in_the_order_of_the_rule(root: Path, lang: str) -> None:
    found = items(root, lang)
    assert list(found) == [*VERDICTS, *REASONS]
    for key, label in {**VERDICTS, **REASONS}.items():
        assert found[key]["label"].lower() == label.of(lang).lower(), key
        prefix = "verdict" if key in VERDICTS else "reason"
        assert found[key]["anchor"] == f"{prefix}-{key.replace('_', '-')}"


@each_language
def test_every_example_rests_on_a_row_that_is_there(root: Path, real: Catalogue, lang: str) -> None:
    for key, match in items(root, lang).items():
        rows = _ROW.findall(match["text"])
        assert rows, key
        for label, plan_id, row_id in rows:
            target = real.row("targets", row_id)
            assert label == row_id and target is not None and target["plan_id"] == plan_id, key


@each_language
def test_the_rule_confirms_every_example(root: Path, real: Catalogue, lang: str) -> None:
    """A real one by the real figures; an invented one, which says so, by the figures of the page."""
    found = assessments(real)
    for key, match in items(root, lang).items():
        target_id = _ROW.findall(match["text"])[0][2]
        invented = INVENTED[lang] in match["text"]
        assert invented is (key in PLANTED), key
        one = planted(real, target_id, PLANTED[key]) if invented else found[target_id]
        assert key in (one.verdict, one.reason), f"{key}: {explain(real, one).en}"


def planted(real: Catalogue, target_id: str, figures: list[Cells]) -> Any:
    """The assessment of a real target by invented figures that agree with it except where they say so."""
    target = real.row("targets", target_id)
    assert target is not None
    blank = real.rows("outcomes")[0]
    shared = ("indicator_id", "qualifier", "industry_id", "value_type", "unit_id", "recurrence", "scope_mode")
    like: Cells = dict.fromkeys(blank.values) | {name: target[name] for name in shared}
    like |= {"target_id": target_id, "plan_id": target["plan_id"]}
    outcomes = [replace(blank, values={**like, **cells, "id": f"x-o{n}"}) for n, cells in enumerate(figures)]
    return assess(target, outcomes, real)


def test_reasons_have_a_brief_form_each() -> None:
    assert list(BRIEF) == list(REASONS)
