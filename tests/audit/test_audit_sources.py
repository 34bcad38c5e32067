"""The source file is the very one that the plan names, and the plan's text is cut out of it exactly."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest
from invented import PLAN, TEXT

from zoneledger import audit
from zoneledger.audit import sources
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Place

SOURCE = {"first_words": "为促进云山市", "last_words": "各县区人民政府"}


def with_source(ledger: Catalogue, **changes: str) -> Catalogue:
    files = copy.deepcopy(ledger.plan_files)
    files[PLAN]["source"].update(changes)
    return replace(ledger, plan_files=files)


@pytest.mark.parametrize(
    ("changes", "rule", "column"),
    [
        ({"sha256": "0" * 64}, "source-file", "source.sha256"),
        ({"file": "absent.txt"}, "source-file", "source.file"),
        ({"file": ".."}, "source-file", "source.file"),
        ({"first_words": "开发区"}, "source-bounds", "source.first_words"),
        ({"last_words": "没有这句话"}, "source-bounds", "source.last_words"),
        ({"last_words": "网页抬头"}, "source-bounds", "source.last_words"),
    ],
)
def test_a_wrong_source_is_a_problem(ledger: Catalogue, texts: Path, changes: dict[str, str], rule: str, column: str) -> None:
    result = audit.run(with_source(ledger, **changes), texts)
    assert [(p.rule.code, p.place.column) for p in result.report.problems] == [(rule, column)]
    assert result.report.problems[0].place.file == f"datasets/plans/{PLAN}/plan.yml"
    assert result.proved == frozenset()


def test_one_changed_byte_is_noticed(ledger: Catalogue, tmp_path: Path) -> None:
    (tmp_path / f"{PLAN}.txt").write_text(TEXT.replace("1200", "1201"), encoding="utf-8")
    assert [p.rule.code for p in audit.run(ledger, tmp_path).report.problems] == ["source-file"]


def test_a_missing_folder_is_wrong_use(ledger: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(audit.NoSourcesFolderError):
        audit.run(ledger, tmp_path / "nowhere")


def test_an_unknown_plan_is_wrong_use(ledger: Catalogue, texts: Path) -> None:
    with pytest.raises(audit.UnknownPlanError, match="atlantis"):
        audit.run(ledger, texts, ["atlantis"])


def test_page_matter_is_no_part_of_the_plan() -> None:
    text, problems = sources.cut(TEXT, SOURCE, Place("plan.yml"))
    assert problems == []
    assert text is not None
    assert text.startswith("为促进云山市")
    assert text.endswith("各县区人民政府")
    assert "分享到" not in text


def test_carriage_returns_do_not_matter(tmp_path: Path) -> None:
    content = TEXT.replace("\n", "\r\n").encode()
    (tmp_path / "a.txt").write_bytes(content)
    digest = sources.hashlib.sha256(content).hexdigest()
    assert sources.read(tmp_path, {"file": "a.txt", "sha256": digest}, Place("plan.yml")) == (TEXT, [])


def test_another_encoding_is_a_problem(tmp_path: Path) -> None:
    content = TEXT.encode("gb18030")
    (tmp_path / "a.txt").write_bytes(content)
    digest = sources.hashlib.sha256(content).hexdigest()
    text, problems = sources.read(tmp_path, {"file": "a.txt", "sha256": digest}, Place("plan.yml"))
    assert text is None
    assert "UTF-8" in problems[0].message.en
