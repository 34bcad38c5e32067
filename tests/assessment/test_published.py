"""The published columns say what the rule says, in the words of the rule."""

from __future__ import annotations

import csv
from pathlib import Path

from zoneledger.assessment import REASONS, VERDICTS, assessments
from zoneledger.assessment.labels import TARGET_ONLY
from zoneledger.catalogue import Catalogue, load, load_schemas
from zoneledger.packages import write
from zoneledger.views.explanation import explain


def labels(root: Path, table: str, column: str) -> dict[str, tuple[str, str]]:
    field = load_schemas(root / "schemas")[table].by_name[column]
    return {value: tuple(field.label(value)) for value in field.enum}


def test_the_schemas_repeat_the_labels(root: Path) -> None:
    for table in ("targets", "outcomes"):
        assert labels(root, table, "assessment") == {key: tuple(text) for key, text in VERDICTS.items()}
    assert labels(root, "targets", "assessment_reason") == {key: tuple(text) for key, text in REASONS.items()}
    assert labels(root, "outcomes", "assessment_reason") == {
        key: tuple(text) for key, text in REASONS.items() if key not in TARGET_ONLY
    }


def test_every_label_is_written_in_both_languages() -> None:
    for text in (*VERDICTS.values(), *REASONS.values()):
        assert any("\u4e00" <= char <= "\u9fff" for char in text.zh)
        assert text.en.isascii()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_packages_carry_the_assessment_of_every_target(small_root: Path, tmp_path: Path) -> None:
    catalogue = load(small_root)
    write(catalogue, tmp_path)
    found = assessments(catalogue)
    for folder in ("all", "plans/anshi-2021"):
        rows = read(tmp_path / folder / "targets.csv")
        assert {row["id"]: (row["assessment"], row["assessment_reason"]) for row in rows} == {
            key: (one.verdict, one.reason) for key, one in found.items()
        }
        first = rows[0]
        assert (first["assessment"], first["assessment_outcomes"]) == ("met", "anshi-2021-o001")
        alone = {
            row["id"]: (row["assessment"], row["assessment_reason"]) for row in read(tmp_path / folder / "outcomes.csv")
        }
        assert alone == {"anshi-2021-o001": ("met", ""), "anshi-2021-o002": ("not_assessable", "other_scope")}


def test_they_are_not_for_contributors_to_fill(small_root: Path) -> None:
    catalogue: Catalogue = load(small_root)
    for table in ("targets", "outcomes"):
        assert not {"assessment", "assessment_reason"} & set(catalogue.schemas[table].columns)
        assert {row["assessment"] for row in catalogue.rows(table)} == {None}


def test_every_reported_figure_is_an_outcome_or_rejected_with_a_reason(root: Path) -> None:
    catalogue = load(root)
    for row in catalogue.rows("rejected_evidence"):
        assert row["reason"] and row["note_zh"] and row["note_en"]
    for plan_id in catalogue.plan_files:
        for one in assessments(catalogue, plan_id).values():
            assert explain(catalogue, one).zh.endswith(("。", "）"))
            assert {finding.outcome["plan_id"] for finding in one.findings} <= {plan_id}
