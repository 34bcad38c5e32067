"""A receipt is the same every time, cannot be edited unnoticed, and counts what changed since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from invented import PLAN

from zoneledger import audit
from zoneledger.audit.faults.copies import with_cell, with_records, without
from zoneledger.audit.receipts import Receipt, _indented
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import Record
from zoneledger.layout import Layout


@pytest.fixture
def receipt(ledger: Catalogue, texts: Path) -> Receipt:
    return audit.run(ledger, texts).receipts[PLAN]


def test_it_is_canonical_and_repeats(ledger: Catalogue, texts: Path, receipt: Receipt, tmp_path: Path) -> None:
    text = receipt.to_json()
    assert text == audit.run(ledger, texts).receipts[PLAN].to_json()
    assert text.endswith("}\n")
    content = json.loads(text)
    assert list(content) == sorted(content)
    assert content["source"]["sha256"] == ledger.plan_files[PLAN]["source"]["sha256"]
    assert content["tables"]["targets"]["rows"] == content["tables"]["targets"]["found"] == 11
    audit.write_receipts(audit.run(ledger, texts), Layout(tmp_path))
    assert (tmp_path / "datasets" / "receipts" / f"{PLAN}.json").read_bytes() == text.encode()


def test_it_comes_back_from_its_file(ledger: Catalogue, texts: Path, receipt: Receipt, tmp_path: Path) -> None:
    audit.write_receipts(audit.run(ledger, texts), Layout(tmp_path))
    assert audit.load_receipt(Layout(tmp_path), PLAN) == receipt
    assert audit.load_receipt(Layout(tmp_path / "none"), PLAN) is None


FORGED = [('"rows": 11', '"rows": "x"'), ('"format": 2', '"format": 1'), ('"open": 0', '"open": 1'), (f'"plan": "{PLAN}"', '"plan": "b"')]


@pytest.mark.parametrize("old_new", FORGED)
def test_a_receipt_that_is_none_is_refused(ledger: Catalogue, texts: Path, tmp_path: Path, old_new: tuple[str, str]) -> None:
    layout = Layout(tmp_path)
    audit.write_receipts(audit.run(ledger, texts), layout)
    path = layout.receipts / f"{PLAN}.json"
    assert old_new[0] in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(*old_new), encoding="utf-8")
    with pytest.raises(ValueError, match=f"{PLAN}.json"):
        audit.load_receipt(layout, PLAN)


def test_an_edited_digest_is_refused(receipt: Receipt) -> None:
    digest = next(iter(receipt.digests["targets"].values()))
    with pytest.raises(ValueError, match="digest"):
        Receipt.from_json(receipt.to_json().replace(digest, "0" * len(digest)))


def test_a_plan_with_an_error_gets_no_receipt(ledger: Catalogue, texts: Path, tmp_path: Path) -> None:
    spoilt = with_cell(ledger, ledger.tables["targets"].records[0], "targets", "value", "1")
    result = audit.run(spoilt, texts)
    audit.write_receipts(result, Layout(tmp_path))
    assert list((tmp_path / "datasets" / "receipts").iterdir()) == []
    assert result.receipts[PLAN].found["targets"] == 10
    assert not result.receipts[PLAN].complete


def test_changes_since_are_counted_by_row(ledger: Catalogue, receipt: Receipt) -> None:
    rows = ledger.tables["targets"].records
    assert audit.changed_since(receipt, ledger, PLAN) == 0
    edited = with_cell(ledger, rows[0], "targets", "note_zh", "x")
    assert audit.changed_since(receipt, edited, PLAN) == 1
    assert audit.changed_since(receipt, without(edited, rows[1], "targets"), PLAN) == 2
    added = Record(rows[0].file, 99, {**rows[0].cells, "id": f"{PLAN}-t099"}, PLAN)
    assert audit.changed_since(receipt, with_records(edited, "targets", lambda old: [*old, added]), PLAN) == 2
    moved = [replace(record, line=record.line + 5) for record in rows]
    assert audit.changed_since(receipt, with_records(ledger, "targets", lambda _: moved), PLAN) == 0
    plan_files = {PLAN: {**ledger.plan_files[PLAN], "status": "expired"}}
    assert audit.changed_since(receipt, replace(ledger, plan_files=plan_files), PLAN) == 1


def test_outcomes_are_no_part_of_it(ledger: Catalogue, receipt: Receipt) -> None:
    outcome = Record("o.csv", 2, {"id": f"{PLAN}-o001"}, PLAN)
    assert audit.changed_since(receipt, with_records(ledger, "outcomes", lambda _: [outcome]), PLAN) == 0


def test_the_quick_way_of_writing_is_the_library_s() -> None:
    content = {"b": {"甲\n": "x", "a": 1, "t": None}, "a": {}, "l": {"o": [1, "甲"]}, "n": {"m": {"z": True, "y": {"q": -1}}, "k": "\u2028\""}}
    assert _indented(content) == json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)


def test_a_receipt_is_written_as_the_library_would() -> None:
    odd = {'": ', ",", ":", '","', "甲\n", "\t", "{}", "a|b", "\u2028"}
    digests = {"targets": dict.fromkeys(odd, "0123456789ab"), "none": {}, "measures": {"b": "1" * 12, "a": "2" * 12}}
    counts = {name: len(rows) for name, rows in digests.items()}
    receipt = Receipt(PLAN, "a.txt", "0" * 64, counts, counts, counts, digests)

    def sealed(content: object) -> str:
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    content = json.loads(receipt.to_json())
    assert receipt.to_json() == json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert content["tables_sha256"] == receipt.tables_sha256 == sealed(digests)
    assert content.pop("sha256") == sealed(content)
    assert {name: table["digests"] for name, table in content["tables"].items()} == digests
