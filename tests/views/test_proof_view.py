"""What a receipt proved, in figures; and the rows that were read by people, not by rules."""

from __future__ import annotations

from zoneledger.audit.receipts import Duties, FaultRun, Figures, Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.views.proof import FaultProof, exclusions, proof
from zoneledger.views.reading import coding_notes, settled_codings

PLAN = "anshi-2021"


def receipt(faults: FaultRun | None = None) -> Receipt:
    figures = Figures(20, {"targets": 10, "milestones": 5}, {"threshold": 1, "date": 3}, 1)
    tables = {"targets": 10, "milestones": 2}
    return Receipt(
        PLAN, "a.txt", "0" * 64, tables, tables, {"targets": 9, "milestones": 2}, {}, figures, Duties(7, 6), 2, faults
    )


def test_figures_are_accounted_for(catalogue: Catalogue) -> None:
    found = proof(catalogue, receipt(), changed=3)
    assert (found.anchors, found.found, found.changed) == (12, 11, 3)
    assert (found.figures, found.figures_carried, found.figures_excluded, found.open) == (20, 15, 4, 1)
    assert [label.en for label, _ in found.excluded] == ["date", "threshold"], "in the schema's order"
    assert (found.duties, found.duties_carried, found.reading_notes, found.faults) == (7, 6, 2, None)


def test_a_missed_fault_is_never_rounded_away(catalogue: Catalogue) -> None:
    run = FaultRun(7, {"value": 1000, "unit": 1000}, {"value": 1000, "unit": 999})
    faults = proof(catalogue, receipt(run), changed=0).faults
    assert faults is not None
    assert (faults.planted, faults.caught, faults.seed, faults.rate.zh) == (2000, 1999, 7, "99.9%")
    assert [(label.zh, planted, caught) for label, planted, caught in faults.kinds] == [
        ("数值", 1000, 1000), ("单位", 1000, 999),
    ]  # fmt: skip
    assert FaultProof(2000, 2000, 7).rate.en == "100%"


def test_settled_codings_are_the_rows_with_a_reading_note(catalogue: Catalogue) -> None:
    assert settled_codings(catalogue, PLAN) == ()
    catalogue.rows("targets")[1].values.update(reading_note_zh="力度：见上句", reading_note_en="Strength: see above")
    catalogue.rows("instruments")[0].values.update(
        reading_note_zh="比较符：法规用语", reading_note_en="Comparator: legal usage"
    )
    found = {row.row_id[-4:]: row for row in settled_codings(catalogue, PLAN)}
    assert set(found) == {"t002", "i001"}
    assert found["t002"].note.en == "Strength: see above"
    assert found["t002"].provenance.printed == "1500亿元"
    assert found["i001"].claim.zh == "闲置土地收回：不低于2年"


def test_coding_notes_are_listed_without_notes_of_other_kinds(catalogue: Catalogue) -> None:
    before = coding_notes(catalogue, PLAN)
    assert f"{PLAN}-t004" not in dict(before), "its note is a suspicion"
    catalogue.rows("targets")[0].values.update(note_zh="编", note_en="coded", note_basis="coding")
    assert dict(coding_notes(catalogue, PLAN))[f"{PLAN}-t001"].en == "coded"
    assert len(coding_notes(catalogue, PLAN)) == len(before) + 1


def test_exclusions_keep_their_reasons(catalogue: Catalogue) -> None:
    assert [row.reason.en for row in exclusions(catalogue, PLAN)] == ["date", "threshold"]
