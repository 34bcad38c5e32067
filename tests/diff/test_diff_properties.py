"""What must hold of any two tables: nothing is lost, nothing invented, and the order of rows says nothing."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from sheets_apply import applied, compared, content, sheet, sheets

from zoneledger.diff.sheets import Sheet

RUNS = settings(deadline=None, max_examples=200)


@RUNS
@given(sheets(), sheets())
def test_applied_to_the_base_gives_the_head(base: Sheet, head: Sheet) -> None:
    difference = compared(base, head)
    assert applied(base, difference) == content(head)
    assert difference.same_content <= (content(base) == content(head))


@RUNS
@given(sheets())
def test_nothing_differs_from_itself(base: Sheet) -> None:
    difference = compared(base, base)
    assert difference.same_content and not difference.reordered


@RUNS
@given(sheets(unique=True), sheets(unique=True), st.randoms())
def test_order_of_rows_says_nothing(base: Sheet, head: Sheet, chance: object) -> None:
    rows = [list(row.cells.values()) for row in head.rows]
    chance.shuffle(rows)  # type: ignore[attr-defined]
    first, second = compared(base, head), compared(base, sheet(rows, head.header))
    for name in ("added", "removed", "changed", "id_changes"):
        assert _told(getattr(first, name)) == _told(getattr(second, name)), name
    assert first.renamed_columns == second.renamed_columns


@RUNS
@given(sheets(), sheets())
def test_counts_add_up(base: Sheet, head: Sheet) -> None:
    difference = compared(base, head)
    assert len(head.rows) - len(base.rows) == len(difference.added) - len(difference.removed)
    assert difference.cells == sum(len(row.cells) for row in difference.changed)
    assert all(row.cells for row in difference.changed)
    edited = [row.base_line for row in difference.changed] + [row.line for row in difference.removed]
    edited += [row.base_line for row in difference.id_changes]
    assert len(edited) == len(set(edited)) <= len(base.rows)


@RUNS
@given(sheets(), sheets())
def test_every_repeated_key_is_named(base: Sheet, head: Sheet) -> None:
    counts = [Counter(row.cells["id"] for row in side.rows) for side in (base, head)]
    repeated = {key for count in counts for key, number in count.items() if number > 1}
    named = {double.key["id"]: (double.base, double.head) for double in compared(base, head).duplicates}
    assert named == {key: (counts[0][key], counts[1][key]) for key in repeated}


def _told(rows: tuple[object, ...]) -> Counter[str]:
    """Rows without their lines, which the order does change."""
    told = ({name: value for name, value in vars(row).items() if "line" not in name} for row in rows)
    return Counter(repr(sorted(row.items(), key=lambda item: item[0])) for row in told)
