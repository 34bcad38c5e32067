"""Counts of receipts that moved, and rows changed since."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from zoneledger.audit.receipts import Duties, Figures, Receipt, digests_of
from zoneledger.catalogue import load
from zoneledger.diff import Difference

RECEIPT = "datasets/receipts/anshi-2021.json"
TARGETS = "datasets/plans/anshi-2021/targets.csv"
Files = dict[str, bytes]
Compare = Callable[[Files, Files], Difference]


@pytest.fixture
def audited(files: Files, small_root: object) -> Files:
    """The small dataset with a receipt of these very rows."""
    catalogue = load(small_root)  # type: ignore[arg-type]
    digests = digests_of(catalogue, "anshi-2021")
    rows = {name: len(keys) for name, keys in digests.items()}
    receipt = Receipt(
        "anshi-2021", "x", "0", rows, rows, rows, digests, Figures(20, {"targets": 10}, {}, 0), Duties(9, 9)
    )
    return {**files, RECEIPT: receipt.to_json().encode()}


def moved(difference: Difference) -> dict[str, tuple[int | None, int | None]]:
    return {change.figure: (change.old, change.new) for change in difference.audit}


def test_rows_changed_since_the_receipt(audited: Files, differ: Compare) -> None:
    edited = {**audited, TARGETS: audited[TARGETS].replace(b",1500,", b",1501,").replace(b",700,", b",701,")}
    difference = differ(audited, edited)
    assert moved(difference) == {"stale_rows": (0, 2)}
    assert {"plans/anshi-2021/", "proof/"} <= set(difference.pages)


def test_form_of_a_file_makes_no_row_stale(audited: Files, differ: Compare) -> None:
    edited = {**audited, TARGETS: b"\xef\xbb\xbf" + audited[TARGETS].replace(b"\n", b"\r\n")}
    assert not differ(audited, edited).audit


def test_counts_of_the_receipt(audited: Files, differ: Compare) -> None:
    content = json.loads(audited[RECEIPT])
    content["figures"]["open"] = 3
    content["tables"]["targets"]["found"] -= 1
    difference = differ(audited, {**audited, RECEIPT: json.dumps(content).encode()})
    found = sum(table["found"] for table in json.loads(audited[RECEIPT])["tables"].values())
    assert moved(difference) == {"anchors_found": (found, found - 1), "figures_open": (0, 3)}
    assert "proof/" in difference.pages


def test_receipt_on_one_side(files: Files, audited: Files, differ: Compare) -> None:
    assert moved(differ(files, audited))["figures"] == (None, 20)
    assert moved(differ(audited, files))["figures"] == (20, None)
